package eu.metacluster.opendata.rdf;

/** The client accepts none of the forms that there are. */
final class NotAcceptable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotAcceptable() {
    super("none of the forms of RDF is accepted", null, false, false);
  }
}
