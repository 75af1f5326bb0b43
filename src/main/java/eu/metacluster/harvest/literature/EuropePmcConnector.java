package eu.metacluster.harvest.literature;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Refresh;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads what a search of Europe PMC finds, in its full or its short form. */
@Component
@Order(14)
final class EuropePmcConnector implements WebConnector {

  private static final int PAGES = 100_000;
  private static final int SNIFFED = 300;
  private static final Duration OVERLAP = Duration.ofDays(2);

  @Override
  public String id() {
    return "europe-pmc";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return new Terms("", "Europe PMC", "https://europepmc.org/Copyright");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("query", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "90"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED);
    return start.contains("\"hitCount\"") && start.contains("\"request\"");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Refresh refresh = new Refresh(remote, remote.setting("query"));
    Works works = new Works(reading);
    Set<String> marks = new HashSet<>();
    String mark = remote.resumesAt().orElse("*");
    for (int page = 0; page < PAGES && marks.add(mark); page++) {
      int before = works.count();
      String next = page(remote, address(remote, refresh, mark), works);
      if (next.isEmpty() || next.equals(mark) || works.count() == before) {
        works.end(refresh);
        return;
      }
      reading.checkpoint(next);
      mark = next;
    }
    works.problem(remote.address().toString(), mark, Reason.LIST_REPEATS);
  }

  private static URI address(Remote remote, Refresh refresh, String mark) {
    String query = remote.setting("query");
    Instant since = refresh.since();
    if (since != null) {
      String day = since.minus(OVERLAP).atZone(ZoneOffset.UTC).toLocalDate().toString();
      query = "(" + query + ") AND FIRST_IDATE:[" + day + " TO 3000-12-31]";
    }
    boolean typed = remote.setting("query").isBlank();
    return Address.without(
            remote.address(), Set.of("format", "resultType", "pageSize", "cursorMark"))
        .with("query", typed ? "" : query)
        .with("format", "json")
        .with("resultType", "core")
        .with("pageSize", "100")
        .with("cursorMark", mark)
        .uri();
  }

  private static String page(Remote remote, URI address, Works works) throws IOException {
    Answer answer = remote.get(address);
    long snapshot = remote.keep(answer);
    int before = works.count();
    try (InputStream in = answer.open()) {
      Json rest =
          Json.each(
              in,
              List.of("resultList", "result"),
              (result, offset, length) ->
                  works.found(
                      work(result),
                      key(result),
                      address.toString(),
                      new Locator(snapshot, offset, length)));
      if (!rest.has("hitCount")) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1453", "harvest.europe-pmc.no_answer");
      }
      works.progress(rest.text("hitCount"), works.count() - before);
      return rest.text("nextCursorMark");
    } catch (Json.Broken e) {
      throw new FetchException(Trouble.BROKEN_OFF, address, "");
    }
  }

  private static String key(Json result) {
    String id = result.text("id");
    return id.isEmpty() ? "" : result.text("source") + ':' + id;
  }

  private static Work work(Json result) {
    Work work = new Work();
    work.title(Works.title(result.text("title")));
    work.doi(result.text("doi"));
    work.pmid(result.text("pmid"));
    work.detail("PubMed Central", result.text("pmcid"));
    authors(result, work);
    work.container(result.text("journalInfo", "journal", "title"));
    work.container(result.text("journalTitle"));
    work.published(result.text("firstPublicationDate"));
    work.published(result.text("pubYear"));
    work.summary(result.text("abstractText"));
    subjects(result, work);
    for (Json grant : result.list("grantsList", "grant")) {
      work.grant(Names.grant(grant.text("agency"), grant.text("grantId")));
    }
    return work;
  }

  private static void subjects(Json result, Work work) {
    work.language(result.text("language"));
    work.licence(result.text("license"));
    result.texts("keywordList", "keyword").forEach(work::keyword);
    result
        .list("meshHeadingList", "meshHeading")
        .forEach(mesh -> work.keyword(mesh.text("descriptorName")));
    List<String> types = result.texts("pubTypeList", "pubType");
    work.sort(Works.sort(types.isEmpty() ? List.of(result.text("pubType").split("; ")) : types));
  }

  private static void authors(Json result, Work work) {
    List<Json> authors = result.list("authorList", "author");
    for (Json author : authors) {
      String name = (author.text("firstName") + ' ' + author.text("lastName")).strip();
      work.author(name.isEmpty() ? author.text("collectiveName") : name);
    }
    if (authors.isEmpty()) {
      String all = result.text("authorString").replaceFirst("\\.$", "");
      List.of(all.split(", ")).forEach(work::author);
    }
  }
}
