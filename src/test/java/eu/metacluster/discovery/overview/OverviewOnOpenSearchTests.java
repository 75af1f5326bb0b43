package eu.metacluster.discovery.overview;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class OverviewOnOpenSearchTests extends OverviewTests {}
