package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.oai.Makers.Maker;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A research product by the OpenAIRE guidelines for literature repositories, version 4.0. */
final class OpenAire {

  /** What stands here is the description; the thing itself is where its identifier leads. */
  private static final String METADATA_ONLY = "http://purl.org/coar/access_right/c_14cb";

  private OpenAire() {}

  static String of(Described record, String publisher) {
    XmlPiece xml =
        new XmlPiece()
            .open(
                "resource",
                "xmlns",
                Format.OPENAIRE.namespace(),
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:datacite",
                Format.DATACITE.namespace(),
                "xmlns:xsi",
                XmlPiece.XSI,
                "xsi:schemaLocation",
                Format.OPENAIRE.namespace() + " " + Format.OPENAIRE.schema());
    makers(record, publisher, xml);
    funding(record, xml);
    alternates(record, xml);
    xml.open("datacite:titles").element("datacite:title", record.title()).close();
    List<String> languages = record.all("language");
    xml.elements("dc:language", languages.isEmpty() ? List.of("und") : languages)
        .element("dc:publisher", record.first("publisher").orElse(publisher));
    dates(record, xml);
    OutputTypes.Coar type = OutputTypes.coar(record.kind(), record.first("sort").orElse(""));
    xml.element(
        "resourceType", type.word(), "resourceTypeGeneral", type.general(), "uri", type.address());
    xml.element("dc:description", record.first("summary").orElse(null));
    identifier(record, xml);
    xml.element("datacite:rights", "metadata only access", "rightsURI", METADATA_ONLY);
    record.sources().forEach(source -> xml.element("dc:source", source.name()));
    List<String> subjects = Subjects.of(record);
    if (!subjects.isEmpty()) {
      xml.open("datacite:subjects").elements("datacite:subject", subjects).close();
    }
    xml.element("citationTitle", record.first("container").orElse(null));
    licence(record, xml);
    return xml.close().done();
  }

  private static void makers(Described record, String publisher, XmlPiece xml) {
    List<Maker> makers = Makers.of(record);
    xml.open("datacite:creators");
    for (Maker maker : makers.isEmpty() ? List.of(new Maker(publisher, false)) : makers) {
      xml.open("datacite:creator")
          .element(
              "datacite:creatorName",
              maker.name(),
              "nameType",
              maker.person() ? "Personal" : "Organizational")
          .close();
    }
    xml.close();
  }

  /** Grants that paid for it; the guidelines ask for the funder, and numbers here are the EU's. */
  private static void funding(Described record, XmlPiece xml) {
    List<String> grants = record.all("fundedBy");
    if (grants.isEmpty()) {
      return;
    }
    xml.open("fundingReferences");
    for (String grant : grants) {
      xml.open("fundingReference")
          .element("funderName", record.first("funder").orElse("European Commission"))
          .element("awardNumber", grant)
          .close();
    }
    xml.close();
  }

  private static void alternates(Described record, XmlPiece xml) {
    xml.open("datacite:alternateIdentifiers");
    xml.element("datacite:alternateIdentifier", record.address(), "alternateIdentifierType", "URL");
    record
        .identifiers()
        .forEach(
            name ->
                xml.element(
                    "datacite:alternateIdentifier",
                    name.value(),
                    "alternateIdentifierType",
                    name.scheme()));
    xml.close();
  }

  private static void dates(Described record, XmlPiece xml) {
    String issued =
        record
            .first("publishedOn")
            .orElseGet(() -> record.changedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    xml.open("datacite:dates").element("datacite:date", issued, "dateType", "Issued").close();
  }

  private static void identifier(Described record, XmlPiece xml) {
    String doi = record.named("DOI").stream().findFirst().orElse(null);
    xml.element(
        "datacite:identifier",
        doi == null ? record.address() : doi,
        "identifierType",
        doi == null ? "URL" : "DOI");
  }

  private static void licence(Described record, XmlPiece xml) {
    List<String> own = record.all("licence");
    List<String> licences =
        own.isEmpty()
            ? record.sources().stream()
                .map(Described.Source::licence)
                .filter(Objects::nonNull)
                .distinct()
                .toList()
            : own;
    licences.forEach(
        licence ->
            xml.element(
                "licenseCondition", licence, "uri", Names.valid(Licences.address(licence))));
  }
}
