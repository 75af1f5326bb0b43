package eu.metacluster.discovery.search;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class QueryLanguageOnOpenSearchTests extends QueryLanguageTests {}
