package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Described.Partner;
import java.util.Objects;

/** A record in the fifteen elements of Dublin Core. */
final class DublinCore {

  private DublinCore() {}

  static String of(Described record) {
    XmlPiece xml =
        new XmlPiece()
            .open(
                "oai_dc:dc",
                "xmlns:oai_dc",
                Format.DUBLIN_CORE.namespace(),
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi",
                XmlPiece.XSI,
                "xsi:schemaLocation",
                Format.DUBLIN_CORE.namespace() + " " + Format.DUBLIN_CORE.schema())
            .element("dc:title", record.title())
            .elements(
                "dc:title",
                record.all("acronym").stream().filter(a -> !a.equals(record.title())).toList());
    people(record, xml);
    Subjects.of(record).forEach(subject -> xml.element("dc:subject", subject));
    xml.element("dc:description", record.first("summary").orElse(null))
        .element("dc:publisher", record.first("publisher").orElse(null));
    Dates.of(record).forEach(date -> xml.element("dc:date", date.day()));
    xml.element("dc:type", record.kind()).element("dc:type", record.first("sort").orElse(null));
    names(record, xml);
    record.sources().forEach(source -> xml.element("dc:source", source.name()));
    xml.elements("dc:language", record.all("language"));
    record.partners().forEach(partner -> xml.element("dc:relation", partner.address()));
    xml.elements("dc:coverage", record.all("country"))
        .elements("dc:coverage", record.all("siteCountry"));
    rights(record, xml);
    return xml.close().done();
  }

  private static void people(Described record, XmlPiece xml) {
    Makers.of(record).forEach(maker -> xml.element("dc:creator", maker.name()));
    if (record.kind().equals("project")) {
      record.partners().stream()
          .filter(partner -> !Makers.leads(partner))
          .map(Partner::name)
          .distinct()
          .forEach(name -> xml.element("dc:contributor", name));
    }
  }

  private static void names(Described record, XmlPiece xml) {
    xml.element("dc:identifier", record.address());
    record.identifiers().stream()
        .map(Names::address)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(address -> xml.element("dc:identifier", address));
  }

  private static void rights(Described record, XmlPiece xml) {
    record.sources().stream()
        .map(Described.Source::licence)
        .filter(Objects::nonNull)
        .map(Licences::address)
        .distinct()
        .forEach(licence -> xml.element("dc:rights", licence));
    record.sources().stream()
        .map(Described.Source::attribution)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(line -> xml.element("dc:rights", line));
  }
}
