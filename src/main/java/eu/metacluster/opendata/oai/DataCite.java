package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.oai.Makers.Maker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record in the metadata schema of DataCite, version 4.7. */
final class DataCite {

  private DataCite() {}

  /**
   * Writes the record.
   *
   * @param publisher who makes the record public, for what names no publisher of its own
   */
  static String of(Described record, String publisher) {
    XmlPiece xml =
        new XmlPiece()
            .open(
                "resource",
                "xmlns",
                Format.DATACITE.namespace(),
                "xmlns:xsi",
                XmlPiece.XSI,
                "xsi:schemaLocation",
                Format.DATACITE.namespace() + " " + Format.DATACITE.schema());
    identifier(record, xml);
    creators(record, publisher, xml);
    titles(record, xml);
    xml.element("publisher", record.first("publisher").orElse(publisher))
        .element("publicationYear", Dates.year(record))
        .element(
            "resourceType",
            record.first("sort").orElse(record.kind()),
            "resourceTypeGeneral",
            type(record));
    listed(xml, "subjects", "subject", Subjects.of(record));
    contributors(record, xml);
    dates(record, xml);
    record
        .first("language")
        .filter(code -> code.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"))
        .ifPresent(code -> xml.element("language", code));
    alternates(record, xml);
    related(record, xml);
    rights(record, xml);
    descriptions(record, xml);
    funding(record, xml);
    return xml.close().done();
  }

  private static void identifier(Described record, XmlPiece xml) {
    String doi = record.named("DOI").stream().findFirst().orElse(null);
    xml.element(
        "identifier",
        doi == null ? record.address() : doi,
        "identifierType",
        doi == null ? "URL" : "DOI");
  }

  private static void creators(Described record, String publisher, XmlPiece xml) {
    List<Maker> makers = Makers.of(record);
    xml.open("creators");
    for (Maker maker : makers.isEmpty() ? List.of(new Maker(publisher, false)) : makers) {
      xml.open("creator")
          .element("creatorName", maker.name(), "nameType", nameType(maker.person()))
          .close();
    }
    xml.close();
  }

  private static String nameType(boolean person) {
    return person ? "Personal" : "Organizational";
  }

  private static void titles(Described record, XmlPiece xml) {
    xml.open("titles").element("title", record.title());
    record.all("acronym").stream()
        .filter(acronym -> !acronym.equals(record.title()))
        .forEach(acronym -> xml.element("title", acronym, "titleType", "AlternativeTitle"));
    xml.close();
  }

  private static void contributors(Described record, XmlPiece xml) {
    List<Described.Partner> members =
        record.kind().equals("project")
            ? record.partners().stream().filter(partner -> !Makers.leads(partner)).toList()
            : List.of();
    if (members.isEmpty()) {
      return;
    }
    xml.open("contributors");
    for (Described.Partner member : members) {
      if (!member.name().isBlank()) {
        xml.open("contributor", "contributorType", "ProjectMember")
            .element("contributorName", member.name(), "nameType", nameType(false))
            .close();
      }
    }
    xml.close();
  }

  private static void dates(Described record, XmlPiece xml) {
    xml.open("dates");
    for (Dates.Date date : Dates.of(record)) {
      xml.element(
          "date",
          date.day(),
          "dateType",
          date.field().equals("publishedOn") ? "Issued" : "Coverage",
          "dateInformation",
          date.field());
    }
    xml.element("date", record.changedAt().toString(), "dateType", "Updated").close();
  }

  private static void alternates(Described record, XmlPiece xml) {
    xml.open("alternateIdentifiers")
        .element("alternateIdentifier", record.id().toString(), "alternateIdentifierType", "UUID");
    record
        .identifiers()
        .forEach(
            name ->
                xml.element(
                    "alternateIdentifier", name.value(), "alternateIdentifierType", name.scheme()));
    xml.close();
  }

  private static void related(Described record, XmlPiece xml) {
    if (record.partners().isEmpty()) {
      return;
    }
    xml.open("relatedIdentifiers");
    record.partners().stream()
        .map(Described.Partner::address)
        .distinct()
        .forEach(
            address ->
                xml.element(
                    "relatedIdentifier",
                    address,
                    "relatedIdentifierType",
                    "URL",
                    "relationType",
                    "References"));
    xml.close();
  }

  private static void rights(Described record, XmlPiece xml) {
    List<String> licences =
        record.sources().stream()
            .map(Described.Source::licence)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (licences.isEmpty()) {
      return;
    }
    xml.open("rightsList");
    for (String licence : licences) {
      @Nullable String address = Names.valid(Licences.address(licence));
      xml.element("rights", licence, "rightsURI", address);
    }
    xml.close();
  }

  private static void descriptions(Described record, XmlPiece xml) {
    record
        .first("summary")
        .ifPresent(
            text ->
                xml.open("descriptions")
                    .element("description", text, "descriptionType", "Abstract")
                    .close());
  }

  private static void funding(Described record, XmlPiece xml) {
    List<String> funders = record.all("funder");
    if (funders.isEmpty()) {
      return;
    }
    xml.open("fundingReferences");
    for (String funder : funders) {
      xml.open("fundingReference")
          .element("funderName", funder)
          .element("awardNumber", record.first("grant").orElse(null))
          .close();
    }
    xml.close();
  }

  private static void listed(XmlPiece xml, String list, String item, List<String> values) {
    if (!values.isEmpty()) {
      xml.open(list).elements(item, values).close();
    }
  }

  private static String type(Described record) {
    return switch (record.kind()) {
      case "project", "initiative" -> "Project";
      case "programme", "call" -> "Award";
      case "event" -> "Event";
      case "training" -> "InteractiveResource";
      case "practice", "news" -> "Text";
      case "output" -> OutputTypes.dataCite(record.first("sort").orElse(""));
      default -> "Other";
    };
  }
}
