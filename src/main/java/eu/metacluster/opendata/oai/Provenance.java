package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;

/** Where a record was harvested, in the container that the protocol's guidelines give for it. */
final class Provenance {

  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/provenance";

  private Provenance() {}

  /** An {@code about} element for each record of another repository; empty when there is none. */
  static String of(Described record) {
    StringBuilder abouts = new StringBuilder();
    for (Described.Origin origin : record.origins()) {
      abouts.append(about(origin));
    }
    return abouts.toString();
  }

  private static String about(Described.Origin origin) {
    return new XmlPiece()
        .open("about")
        .open(
            "provenance",
            "xmlns",
            NAMESPACE,
            "xmlns:xsi",
            XmlPiece.XSI,
            "xsi:schemaLocation",
            NAMESPACE + " http://www.openarchives.org/OAI/2.0/provenance.xsd")
        .open(
            "originDescription",
            "harvestDate",
            Selection.stamp(origin.harvestedAt().getEpochSecond() * 1_000_000L),
            "altered",
            "true")
        .element("baseURL", origin.base())
        .element("identifier", origin.identifier())
        .element("datestamp", origin.datestamp())
        .element("metadataNamespace", origin.namespace())
        .close()
        .close()
        .close()
        .done();
  }
}
