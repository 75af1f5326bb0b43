package eu.metacluster.discovery.pages;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class ValuesOnOpenSearchTests extends ValuesTests {}
