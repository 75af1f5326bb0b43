package eu.metacluster.harvest.lookup;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Work;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** One work as DataCite's interface tells it (JSON:API, {@code data.attributes}). */
final class DataCiteJson {

  static final String ID = "datacite-json";

  private DataCiteJson() {}

  /** What the answer states; nothing when it is none of DataCite's. */
  static List<Finding> read(Answer answer) throws IOException {
    Json said = Json.parse(answer.text()).at("data").at("attributes");
    String doi = said.text("doi").toLowerCase(Locale.ROOT);
    Work work = new Work();
    work.doi(doi);
    said.list("titles").forEach(title -> work.title(title.text("title")));
    if (doi.isEmpty() || !work.titled()) {
      return List.of();
    }
    said.list("creators").forEach(creator -> work.author(creator.text("name")));
    said.list("subjects").forEach(subject -> work.keyword(subject.text("subject")));
    String publisher = said.text("publisher");
    work.publisher(publisher.isEmpty() ? said.at("publisher").text("name") : publisher);
    work.language(said.text("language"));
    work.sort(said.at("types").text("resourceType"));
    work.sort(said.at("types").text("resourceTypeGeneral"));
    work.address(said.text("url"));
    words(said, work);
    terms(said, work);
    return List.of(work.sealed(RecordKind.OUTPUT, doi, new Locator(0, 0, 0)));
  }

  private static void words(Json said, Work work) {
    for (Json date : said.list("dates")) {
      if (date.text("dateType").equals("Issued")) {
        work.published(date.text("date"));
      }
    }
    work.published(said.text("publicationYear"));
    for (Json text : said.list("descriptions")) {
      if (text.text("descriptionType").equals("Abstract")) {
        work.summary(text.text("description"));
      }
    }
    said.list("descriptions").forEach(text -> work.summary(text.text("description")));
  }

  private static void terms(Json said, Work work) {
    for (Json right : said.list("rightsList")) {
      work.licence(right.text("rightsUri"));
    }
    for (Json funding : said.list("fundingReferences")) {
      String funder = funding.text("funderName") + ' ' + funding.text("funderIdentifier");
      work.grant(Names.grant(funder, funding.text("awardNumber")));
    }
  }
}
