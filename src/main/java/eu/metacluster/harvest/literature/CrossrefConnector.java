package eu.metacluster.harvest.literature;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Dates;
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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads works from Crossref's interface. */
@Component
@Order(15)
final class CrossrefConnector implements WebConnector {

  private static final int PAGES = 100_000;
  private static final int SNIFFED = 300;
  private static final Duration OVERLAP = Duration.ofDays(1);

  @Override
  public String id() {
    return "crossref";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return new Terms(
        "CC0-1.0", "Crossref", "https://www.crossref.org/documentation/retrieve-metadata/");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("query", Setting.Type.LINE, ""),
        new Setting("filter", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "90"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED);
    return start.contains("\"message-type\"") && start.contains("\"work");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    String asked = remote.setting("query") + '\n' + remote.setting("filter");
    Refresh refresh = new Refresh(remote, asked);
    Works works = new Works(reading);
    String cursor = remote.resumesAt().orElse("*");
    for (int page = 0; page < PAGES; page++) {
      int before = works.count();
      String next = page(remote, address(remote, refresh, cursor), works);
      if (next.isEmpty() || works.count() == before) {
        works.end(refresh);
        return;
      }
      reading.checkpoint(next);
      cursor = next;
    }
    works.problem(remote.address().toString(), cursor, Reason.LIST_ENDLESS);
  }

  private static URI address(Remote remote, Refresh refresh, String cursor) {
    String filter = remote.setting("filter");
    Instant since = refresh.since();
    if (since != null) {
      String day = since.minus(OVERLAP).atZone(ZoneOffset.UTC).toLocalDate().toString();
      filter = (filter.isBlank() ? "" : filter + ',') + "from-update-date:" + day;
    }
    return Address.without(remote.address(), Set.of("rows", "cursor", "offset"))
        .with("query.bibliographic", remote.setting("query"))
        .with("filter", filter)
        .with("rows", "200")
        .with("cursor", cursor)
        .uri();
  }

  /** A page ends the list when it brings nothing new: the cursor itself never ends. */
  private static String page(Remote remote, URI address, Works works) throws IOException {
    Answer answer = remote.get(address);
    long snapshot = remote.keep(answer);
    int before = works.count();
    try (InputStream in = answer.open()) {
      Json rest =
          Json.each(
              in,
              List.of("message", "items"),
              (item, offset, length) ->
                  works.found(
                      work(item),
                      key(item),
                      address.toString(),
                      new Locator(snapshot, offset, length)));
      Json message = rest.at("message");
      if (message.has("DOI")) {
        works.found(work(message), key(message), address.toString(), new Locator(snapshot, 0, 0));
      } else if (!message.has("total-results")) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1454", "harvest.crossref.no_answer");
      }
      works.progress(message.text("total-results"), works.count() - before);
      return message.text("next-cursor");
    } catch (Json.Broken e) {
      throw new FetchException(Trouble.BROKEN_OFF, address, "");
    }
  }

  private static String key(Json item) {
    return item.text("DOI").toLowerCase(Locale.ROOT);
  }

  private static Work work(Json item) {
    Work work = new Work();
    item.texts("title").stream().limit(1).forEach(work::title);
    work.doi(item.text("DOI"));
    for (Json author : item.list("author")) {
      String name = (author.text("given") + ' ' + author.text("family")).strip();
      work.author(name.isEmpty() ? author.text("name") : name);
    }
    context(item, work);
    work.summary(item.text("abstract"));
    work.language(item.text("language"));
    work.sort(item.text("type"));
    item.texts("subject").forEach(work::keyword);
    terms(item, work);
    work.address(item.text("URL"));
    return work;
  }

  private static void context(Json item, Work work) {
    item.texts("container-title").stream().limit(1).forEach(work::container);
    work.publisher(item.text("publisher"));
    for (String date : List.of("published", "published-online", "published-print", "issued")) {
      work.published(date(item.at(date)));
    }
  }

  private static void terms(Json item, Work work) {
    for (Json licence : item.list("license")) {
      if (!licence.text("content-version").equals("tdm")) {
        work.licence(licence.text("URL"));
      }
    }
    for (Json funder : item.list("funder")) {
      String name = funder.text("DOI") + ' ' + funder.text("name");
      funder.texts("award").forEach(award -> work.grant(Names.grant(name, award)));
    }
  }

  private static String date(Json date) {
    List<Json> first = date.list("date-parts");
    List<String> parts = first.isEmpty() ? List.of() : first.getFirst().texts();
    return parts.isEmpty()
        ? ""
        : Dates.of(
            parts.getFirst(),
            parts.size() > 1 ? parts.get(1) : null,
            parts.size() > 2 ? parts.get(2) : null);
  }
}
