package eu.metacluster.discovery.index;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class SearchOnOpenSearchTests extends SearchTests {}
