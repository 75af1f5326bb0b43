package eu.metacluster.harvest.zenodo;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Refresh;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the records that a search of Zenodo finds. */
@Component
@Order(13)
final class ZenodoConnector implements WebConnector {

  private static final int PAGES = 100_000;
  private static final int SNIFFED = 200;
  private static final int PER_PAGE = 25;
  private static final Duration OVERLAP = Duration.ofDays(2);
  private static final Pattern ASKS = Pattern.compile("[?&]q=");

  @Override
  public String id() {
    return "zenodo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return new Terms("CC0-1.0", "Zenodo", "https://about.zenodo.org/policies/");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("query", Setting.Type.LINE, ""),
        new Setting("community", Setting.Type.LINE, ""),
        new Setting("whole", Setting.Type.NUMBER, "30"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED);
    return start.replaceAll("\\s", "").startsWith("{\"hits\":{\"hits\":[");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Search(remote, reading).read();
  }

  /** The first page, of what has changed since then or of everything. */
  private static URI first(Remote remote, @Nullable Instant since) {
    StringBuilder address =
        new StringBuilder(remote.address().toString().replaceAll("[?&](?:page|size)=[^&]*", ""));
    String query = remote.setting("query").strip();
    if (since != null) {
      String changed = "updated:[" + since.minus(OVERLAP).truncatedTo(ChronoUnit.DAYS) + " TO *]";
      query = query.isEmpty() ? changed : "(" + query + ") AND " + changed;
    }
    put(address, "q", query);
    put(address, "communities", remote.setting("community"));
    put(address, "size", String.valueOf(PER_PAGE));
    put(address, "sort", address.indexOf("sort=") < 0 ? "newest" : "");
    return URI.create(address.toString());
  }

  private static void put(StringBuilder address, String name, String value) {
    if (!value.isBlank()) {
      char join = address.indexOf("?") < 0 ? '?' : '&';
      String text = URLEncoder.encode(value.strip(), StandardCharsets.UTF_8);
      address.append(join).append(name).append('=').append(text);
    }
  }

  /** One reading, from the first page or from where it was cut to the last. */
  private static final class Search {

    private final Remote remote;
    private final Reading reading;
    private final Refresh refresh;
    private final @Nullable Instant since;
    private final Set<String> keys = new HashSet<>();
    private boolean counted;

    Search(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      String asked = remote.setting("query") + '\n' + remote.setting("community");
      refresh = new Refresh(remote, asked + '\n' + remote.address());
      boolean own = ASKS.matcher(remote.address().toString()).find();
      since = own ? null : refresh.since();
    }

    void read() throws IOException {
      Set<URI> seen = new HashSet<>();
      URI page = remote.resumesAt().map(URI::create).orElseGet(() -> first(remote, since));
      while (page != null && seen.size() < PAGES && seen.add(page)) {
        URI next;
        try {
          next = page(remote.get(page));
        } catch (FetchException e) {
          if (seen.size() == 1 || e.trouble() != Trouble.STATUS) {
            throw e;
          }
          problem(page, Reason.NO_ANSWER);
          return;
        }
        if (next == null) {
          end();
          return;
        }
        reading.checkpoint(next.toString());
        page = next;
      }
      problem(page, seen.size() < PAGES ? Reason.LIST_REPEATS : Reason.LIST_ENDLESS);
    }

    private void end() {
      if (since == null && !keys.isEmpty()) {
        reading.whole();
      }
      refresh.remember();
    }

    private void problem(@Nullable URI page, Reason reason) {
      reading.problem(
          new Problem(remote.address().toString(), 0, "links.next", String.valueOf(page), reason));
    }

    private @Nullable URI page(Answer answer) throws IOException {
      long snapshot = remote.keep(answer);
      String file = answer.address().toString();
      int before = keys.size();
      try (InputStream in = answer.open()) {
        Json rest =
            Json.each(
                in,
                List.of("hits", "hits"),
                (hit, offset, length) ->
                    hit(new Deposit(hit), file, new Locator(snapshot, offset, length)));
        if (!rest.has("hits")) {
          throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1452", "harvest.zenodo.no_answer");
        }
        count(rest.text("hits", "total"), keys.size() - before);
        return next(rest.text("links", "next"));
      } catch (Json.Broken e) {
        throw new FetchException(Trouble.BROKEN_OFF, answer.address(), "");
      }
    }

    private void count(String total, int taken) {
      if (!counted && total.matches("\\d{1,9}")) {
        counted = true;
        reading.expects(Math.max(1, Long.parseLong(total)));
      }
      reading.advanced(counted ? taken : 0);
    }

    /** The next page at the host that was typed, whatever host the link names. */
    private @Nullable URI next(String link) throws IOException {
      if (link.isEmpty()) {
        return null;
      }
      try {
        URI next = new URI(link.replace(" ", "%20"));
        String query = next.getRawQuery();
        return remote.address().resolve(next.getRawPath() + (query == null ? "" : '?' + query));
      } catch (URISyntaxException e) {
        throw new FetchException(Trouble.ADDRESS, remote.address(), "");
      }
    }

    private void hit(Deposit deposit, String file, Locator at) {
      String key = deposit.key();
      Reason reason =
          key.isEmpty()
              ? Reason.NO_ID
              : !deposit.titled() ? Reason.NO_TITLE : keys.add(key) ? null : Reason.DUPLICATE;
      if (reason == null) {
        reading.found(deposit.finding(at));
      } else {
        reading.problem(new Problem(file, 0, "id", key, reason));
      }
    }
  }
}
