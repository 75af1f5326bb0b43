package eu.metacluster.discovery.matching;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class MatcherOnOpenSearchTests extends MatcherTests {}
