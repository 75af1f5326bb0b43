package eu.metacluster.discovery.exports;

import eu.metacluster.support.OnOpenSearch;

/** The same on a server. */
@OnOpenSearch
class ExportsOnOpenSearchTests extends ExportsTests {}
