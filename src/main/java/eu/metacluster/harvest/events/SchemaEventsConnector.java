package eu.metacluster.harvest.events;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.schema.EventFacts;
import eu.metacluster.harvest.schema.Thing;
import eu.metacluster.harvest.schema.Things;
import eu.metacluster.harvest.values.AddressPattern;
import eu.metacluster.harvest.values.Impostor;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Numbers;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Reads the events and courses that a page or a JSON-LD document states in schema.org, the pages
 * that a list goes on with, and the pages of single events that it leads to.
 */
@Component
@Order(40)
final class SchemaEventsConnector implements WebConnector {

  private static final int MOST_PAGES = 1_000;
  private static final int MOST_DETAILS = 20_000;
  private static final int LARGEST_SAMPLE = 4 << 20;

  @Override
  public String id() {
    return "schema-events";
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
    return List.of(
        new Setting("follow", Setting.Type.LINE, ""),
        new Setting("pages", Setting.Type.NUMBER, "20"));
  }

  @Override
  public boolean recognises(Answer sample) {
    try {
      return sample.size() < LARGEST_SAMPLE && !findings(sample, 0, problem -> {}).isEmpty();
    } catch (IOException | JacksonException e) {
      return false;
    }
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    new Pass(remote, reading).read();
  }

  private static List<Finding> findings(Answer answer, long snapshot, Consumer<Problem> problems)
      throws IOException {
    String text = answer.text();
    boolean json = Things.isJson(answer, text.stripLeading());
    List<Thing> things = json ? Things.in(text) : Things.in(page(answer, text), problems);
    return findings(things, answer, snapshot, problems);
  }

  private static Document page(Answer answer, String text) {
    return Jsoup.parse(text, answer.address().toString());
  }

  private static List<Finding> findings(
      List<Thing> things, Answer answer, long snapshot, Consumer<Problem> problems) {
    Locator at = new Locator(snapshot, 0, 0);
    return new EventFacts(answer.address(), at, problems).of(things);
  }

  /** One reading of one list. */
  private static final class Pass {

    private final Remote remote;
    private final Reading reading;
    private final @Nullable AddressPattern follow;
    private final int pages;
    private final Set<URI> details = new LinkedHashSet<>();
    private final Set<String> stated = new HashSet<>();

    Pass(Remote remote, Reading reading) {
      this.remote = remote;
      this.reading = reading;
      String pattern = remote.setting("follow").strip();
      this.follow = pattern.isEmpty() ? null : AddressPattern.of(pattern);
      this.pages = Numbers.between(remote.setting("pages"), 1, MOST_PAGES);
    }

    void read() throws IOException {
      Set<URI> seen = new HashSet<>();
      URI next = remote.address();
      while (next != null && seen.size() < pages && seen.add(next)) {
        next = list(next, seen.size() == 1);
      }
      details.removeAll(seen);
      remote.visit(details, this::detail);
    }

    /** A later page of the list that does not answer ends it. */
    private @Nullable URI list(URI address, boolean first) throws IOException {
      try {
        return list(remote.get(address));
      } catch (FetchException e) {
        if (first) {
          throw e;
        }
        reading.problem(
            new Problem(address.toString(), 0, null, e.trouble().code(), Reason.NO_ANSWER));
        return null;
      }
    }

    /** Reads a page of the list and tells where it goes on. */
    private @Nullable URI list(Answer answer) throws IOException {
      String text = answer.text();
      boolean json = Things.isJson(answer, text.stripLeading());
      Document page = page(answer, json ? "" : text);
      if (Impostor.is(page)) {
        problem(answer, page.title(), Reason.NOT_EXPECTED);
        return null;
      }
      List<Finding> findings = parsed(answer, json, text, page);
      if (findings.isEmpty() && follow == null) {
        problem(answer, page.title(), Reason.NO_EVENTS);
      }
      for (Finding finding : findings) {
        if (stated.add(finding.kind() + finding.key())) {
          reading.found(finding);
        }
      }
      collect(page);
      return next(page, answer.address());
    }

    private List<Finding> parsed(Answer answer, boolean json, String text, Document page)
        throws IOException {
      long snapshot = remote.keep(answer);
      try {
        List<Thing> things = json ? Things.in(text) : Things.in(page, reading::problem);
        return findings(things, answer, snapshot, reading::problem);
      } catch (JacksonException e) {
        problem(answer, e.getOriginalMessage(), Reason.UNREADABLE);
        return List.of();
      }
    }

    private void collect(Document page) {
      if (follow == null) {
        return;
      }
      for (Element link : page.select("a[href]")) {
        URI address = Links.web(link.attr("href"), remote.address().resolve(page.location()));
        if (address != null && follow.matches(address) && details.size() < MOST_DETAILS) {
          details.add(address);
        }
      }
    }

    private static @Nullable URI next(Document page, URI base) {
      Element next = page.selectFirst("link[rel=next], a[rel=next]");
      URI address = next == null ? null : Links.web(next.attr("href"), base);
      boolean same = address != null && base.getHost().equals(address.getHost());
      return same ? address : null;
    }

    private List<Finding> detail(Answer answer, long snapshot) throws IOException {
      Document page = page(answer, answer.text());
      if (Impostor.is(page)) {
        problem(answer, page.title(), Reason.NOT_EXPECTED);
        return List.of();
      }
      List<Thing> things = Things.in(page, reading::problem);
      List<Finding> findings = findings(things, answer, snapshot, reading::problem);
      if (findings.isEmpty()) {
        problem(answer, page.title(), Reason.NO_EVENTS);
      }
      return findings.stream().filter(f -> stated.add(f.kind() + f.key())).toList();
    }

    private void problem(Answer answer, String value, Reason reason) {
      reading.problem(new Problem(answer.address().toString(), 0, null, value, reason));
    }
  }
}
