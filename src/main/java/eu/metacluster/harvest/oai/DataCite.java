package eu.metacluster.harvest.oai;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * DataCite's metadata, bare or in the wrapping of {@code oai_datacite}, and the guidelines of
 * OpenAIRE that are built on them.
 */
final class DataCite implements Statement {

  private final Work work = new Work();
  private final List<String> otherTitles = new ArrayList<>();
  private String issued = "";
  private String year = "";
  private String summary = "";

  private DataCite() {}

  static DataCite read(Xml xml) throws IOException {
    DataCite resource = new DataCite();
    resource.within(xml);
    resource.settle();
    return resource;
  }

  private void within(Xml xml) throws IOException {
    while (xml.child()) {
      element(xml);
    }
  }

  private void element(Xml xml) throws IOException {
    switch (xml.name()) {
      case "payload",
          "resource",
          "titles",
          "creators",
          "subjects",
          "dates",
          "rightsList",
          "descriptions",
          "fundingReferences",
          "alternateIdentifiers" ->
          within(xml);
      case "title" -> title(xml.attribute("titleType"), xml.text());
      case "creator" -> creator(xml);
      case "subject" -> work.keyword(xml.text());
      case "publisher" -> work.publisher(xml.text());
      case "publicationYear" -> year = xml.text();
      case "date" -> date(xml.attribute("dateType"), xml.text());
      case "language" -> work.language(xml.text());
      case "resourceType" -> sort(xml);
      case "identifier", "alternateIdentifier" -> identifier(xml);
      case "rights", "licenseCondition" -> rights(xml);
      case "description" -> description(xml.attribute("descriptionType"), xml.text());
      case "fundingReference" -> funding(xml);
      default -> xml.skip();
    }
  }

  private void title(String type, String title) {
    if (type.isEmpty()) {
      work.title(title);
    } else {
      otherTitles.add(title);
    }
  }

  private void creator(Xml xml) throws IOException {
    while (xml.child()) {
      if (xml.name().equals("creatorName")) {
        work.author(xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private void date(String type, String date) {
    if (type.equals("Issued")) {
      issued = date;
    }
  }

  private void sort(Xml xml) throws IOException {
    String general = xml.attribute("resourceTypeGeneral");
    work.sort(xml.text());
    work.sort(general);
  }

  private void identifier(Xml xml) throws IOException {
    boolean main = xml.name().equals("identifier");
    String type = xml.attribute(main ? "identifierType" : "alternateIdentifierType");
    String value = xml.text();
    switch (type.toUpperCase(Locale.ROOT)) {
      case "DOI" -> work.doi(value);
      case "PMID" -> work.pmid(value);
      case "URL" -> work.address(value);
      default -> {}
    }
  }

  private void rights(Xml xml) throws IOException {
    String address = xml.attribute("rightsURI");
    String where = address.isEmpty() ? xml.attribute("uri") : address;
    String words = xml.text();
    if (where.startsWith("info:eu-repo/semantics/") || where.contains("/access_right/")) {
      work.detail("Access", words);
    } else {
      work.licence(where.isEmpty() ? words : where);
    }
  }

  private void description(String type, String text) {
    if (type.equals("Abstract") || type.isEmpty()) {
      work.summary(text);
    } else if (summary.isEmpty()) {
      summary = text;
    }
  }

  private void funding(Xml xml) throws IOException {
    String funder = "";
    String award = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "funderName", "funderIdentifier" -> funder += ' ' + xml.text();
        case "awardNumber" -> {
          award = xml.text();
          work.grant(Names.agreement(award));
        }
        default -> xml.skip();
      }
    }
    work.grant(Names.grant(funder, award));
  }

  private void settle() {
    otherTitles.forEach(work::title);
    work.published(issued);
    work.published(year);
    work.summary(summary);
  }

  @Override
  public boolean titled() {
    return work.titled();
  }

  @Override
  public Finding sealed(String key, Locator at) {
    return work.sealed(RecordKind.OUTPUT, key, at);
  }
}
