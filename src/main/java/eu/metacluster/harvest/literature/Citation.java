package eu.metacluster.harvest.literature;

import eu.metacluster.harvest.wire.Dates;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One article of PubMed's XML. Affiliations, which hold addresses of persons, are not read. */
final class Citation {

  private final Work work = new Work();
  private final List<String> types = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final StringBuilder summary = new StringBuilder();
  private String number = "";
  private String electronic = "";

  private Citation() {}

  /** Reads the element {@code PubmedArticle} that the reader stands in, and leaves it. */
  static Citation read(Xml xml) throws IOException {
    Citation citation = new Citation();
    citation.within(xml);
    citation.settle();
    return citation;
  }

  Work work() {
    return work;
  }

  String number() {
    return number;
  }

  private void within(Xml xml) throws IOException {
    while (xml.child()) {
      element(xml);
    }
  }

  private void element(Xml xml) throws IOException {
    switch (xml.name()) {
      case "MedlineCitation",
          "Article",
          "Journal",
          "JournalIssue",
          "Abstract",
          "AuthorList",
          "PublicationTypeList",
          "GrantList",
          "KeywordList",
          "MeshHeadingList",
          "DataBankList",
          "PubmedData",
          "ArticleIdList" ->
          within(xml);
      case "PMID" -> number = number.isEmpty() ? xml.text() : skipped(xml, number);
      case "ArticleTitle" -> work.title(Works.title(xml.text()));
      case "Title" -> work.container(xml.text());
      case "PubDate" -> work.published(date(xml));
      case "ArticleDate" -> electronic = date(xml);
      case "ELocationID", "ArticleId" -> location(xml);
      case "AbstractText" -> paragraph(xml.attribute("Label"), xml.text());
      case "Author" -> author(xml);
      case "Language" -> work.language(xml.text());
      case "PublicationType" -> types.add(xml.text());
      case "Grant" -> grant(xml);
      case "Keyword" -> work.keyword(xml.text());
      case "MeshHeading" -> heading(xml);
      case "DataBank" -> dataBank(xml);
      default -> xml.skip();
    }
  }

  private static String skipped(Xml xml, String value) throws IOException {
    xml.skip();
    return value;
  }

  private static String date(Xml xml) throws IOException {
    String year = "";
    String month = "";
    String day = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "Year" -> year = xml.text();
        case "Month" -> month = xml.text();
        case "Day" -> day = xml.text();
        case "MedlineDate" -> year = xml.text().replaceFirst("^(\\d{4}).*", "$1");
        default -> xml.skip();
      }
    }
    return Dates.of(year, month, day);
  }

  private void location(Xml xml) throws IOException {
    String type = xml.attribute("EIdType") + xml.attribute("IdType");
    boolean valid = !xml.attribute("ValidYN").equals("N");
    String value = xml.text();
    if (valid && type.equals("doi")) {
      work.doi(value);
    } else if (type.equals("pmc")) {
      work.detail("PubMed Central", value);
    }
  }

  private void paragraph(String label, String text) {
    summary.append(summary.isEmpty() ? "" : "\n\n");
    summary.append(label.isEmpty() ? "" : label + ": ").append(text);
  }

  private void author(Xml xml) throws IOException {
    String last = "";
    String first = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "LastName", "CollectiveName" -> last = xml.text();
        case "ForeName" -> first = xml.text();
        default -> xml.skip();
      }
    }
    work.author((first + ' ' + last).strip());
  }

  private void grant(Xml xml) throws IOException {
    String award = "";
    String agency = "";
    while (xml.child()) {
      switch (xml.name()) {
        case "GrantID" -> award = xml.text();
        case "Agency" -> agency = xml.text();
        default -> xml.skip();
      }
    }
    work.grant(Names.grant(agency, award));
  }

  private void heading(Xml xml) throws IOException {
    while (xml.child()) {
      if (xml.name().equals("DescriptorName")) {
        headings.add(xml.text());
      } else {
        xml.skip();
      }
    }
  }

  /** A trial that the article itself names. */
  private void dataBank(Xml xml) throws IOException {
    String bank = "";
    while (xml.child()) {
      if (xml.name().equals("DataBankName")) {
        bank = xml.text();
      } else if (xml.name().equals("AccessionNumberList") && bank.equals("ClinicalTrials.gov")) {
        while (xml.child()) {
          work.detail("Trial", xml.text());
        }
      } else {
        xml.skip();
      }
    }
  }

  private void settle() {
    work.pmid(number);
    work.published(electronic);
    work.summary(summary.toString());
    work.sort(Works.sort(types));
    headings.forEach(work::keyword);
  }
}
