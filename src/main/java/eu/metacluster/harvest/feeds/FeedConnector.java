package eu.metacluster.harvest.feeds;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Numbers;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads RSS 0.9 to 2.0 and Atom, and the older pages of a feed where it goes on. A later run stops
 * at the first page on which nothing is new.
 */
@Component
@Order(60)
final class FeedConnector implements WebConnector {

  /** Where what was newest at the last complete run is written down. */
  private static final String NEWEST = "newest";

  private static final String PAGES = "pages";
  private static final int MOST_PAGES = 100_000;

  @Override
  public String id() {
    return "feed";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public List<Setting> settings() {
    return List.of(ItemKind.SETTING, new Setting(PAGES, Setting.Type.NUMBER, "20"));
  }

  @Override
  public boolean recognises(Answer sample) {
    return FeedPage.is(sample);
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Pass(remote, reading).read();
  }

  /** One reading of one feed. */
  private static final class Pass {

    private final Remote remote;
    private final Reading reading;
    private final RecordKind kind;
    private final int pages;
    private final String known;
    private final Set<String> keys = new HashSet<>();

    /** Those of this page; an item of an earlier page may slip to the next one meanwhile. */
    private final Set<String> here = new HashSet<>();

    private String newest = "";
    private boolean fresh;

    Pass(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      this.kind = ItemKind.of(remote.setting("kind"));
      this.pages = Numbers.between(remote.setting(PAGES), 1, MOST_PAGES);
      this.known = remote.remembered(NEWEST).orElse("");
    }

    void read() throws IOException {
      Set<URI> seen = new HashSet<>();
      String[] place = remote.resumesAt().orElse("1 " + remote.address()).split(" ", 2);
      URI address = URI.create(place[1]);
      for (int page = Integer.parseInt(place[0]); address != null && page <= pages; page++) {
        seen.add(address);
        Answer answer = page == 1 ? first(address) : answer(address);
        if (page == 1 && answer == null) {
          return;
        }
        URI next = answer == null ? null : page(answer, page);
        if (next != null && seen.contains(next)) {
          problem(answer, 0, next.toString(), Reason.NOT_EXPECTED);
          next = null;
        }
        address = next;
        if (address != null) {
          reading.checkpoint(page + 1 + " " + address);
        }
      }
      remote.remember(NEWEST, newest.compareTo(known) > 0 ? newest : known);
    }

    /** A feed whose first page is as it was has nothing new on its older ones. */
    private @Nullable Answer first(URI address) throws IOException {
      return remote.fresh(address).orElse(null);
    }

    /** An older page that is not there is the end of the feed. */
    private @Nullable Answer answer(URI address) throws IOException {
      try {
        return remote.get(address);
      } catch (FetchException e) {
        if (e.trouble() == Trouble.GONE) {
          return null;
        }
        throw e;
      }
    }

    /** Reads a page and tells where the next one is, null when there is none worth asking for. */
    private @Nullable URI page(Answer answer, int number) throws IOException {
      if (!FeedPage.is(answer)) {
        if (number == 1) {
          throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1461", "harvest.refusal.no_feed");
        }
        return null;
      }
      long snapshot = remote.keep(answer);
      FeedPage page = new FeedPage(answer);
      int before = keys.size();
      fresh = false;
      here.clear();
      boolean whole =
          page.each(
              (item, language, offset, length) ->
                  item(answer, item, language, new Locator(snapshot, offset, length)));
      if (!whole) {
        problem(answer, 0, "", Reason.TRUNCATED);
      }
      boolean more = fresh && keys.size() > before;
      return more ? next(page, number) : null;
    }

    private @Nullable URI next(FeedPage page, int number) {
      boolean wordPress = page.generator().toLowerCase(Locale.ROOT).contains("wordpress.org");
      if (page.next() != null || !wordPress) {
        return page.next();
      }
      return Links.with(remote.address(), "paged", String.valueOf(number + 1));
    }

    private void item(Answer answer, Element element, String language, Locator at) {
      long line = element.sourceRange().start().lineNumber();
      FeedItem item =
          new FeedItem(
              element,
              answer.address(),
              kind,
              (field, value) ->
                  reading.problem(
                      new Problem(
                          answer.address().toString(), line, field, value, Reason.BAD_DATE)));
      Facts facts = item.facts(language);
      String key = item.key();
      if (key.isEmpty() || facts.lacks(Field.TITLE)) {
        problem(answer, line, key, Reason.NO_ID);
      } else if (keys.add(key)) {
        here.add(key);
        Finding finding = facts.sealed(kind, key, at);
        reading.found(finding);
        date(finding);
      } else if (!here.add(key)) {
        problem(answer, line, key, Reason.DUPLICATE);
      }
    }

    private void date(Finding finding) {
      String published =
          finding.facts().stream()
              .filter(fact -> fact.field() == Field.PUBLISHED_ON)
              .map(Finding.Fact::value)
              .findFirst()
              .orElse("");
      fresh |= published.isEmpty() || published.compareTo(known) >= 0;
      newest = published.compareTo(newest) > 0 ? published : newest;
    }

    private void problem(@Nullable Answer answer, long line, String value, Reason reason) {
      String file = answer == null ? "" : answer.address().toString();
      reading.problem(new Problem(file, line, null, value, reason));
    }
  }
}
