package eu.metacluster.discovery.meaning;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class QuestionOnOpenSearchTests extends QuestionTests {}
