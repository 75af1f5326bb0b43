package eu.metacluster.harvest.pages;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.schema.EventFacts;
import eu.metacluster.harvest.schema.Thing;
import eu.metacluster.harvest.schema.Things;
import eu.metacluster.harvest.values.Impostor;
import eu.metacluster.harvest.values.Numbers;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads the pages and PDF documents of a web site: those that its sitemaps name, otherwise those
 * that the given page leads to.
 */
@Component
@Order(90)
final class PagesConnector implements WebConnector {

  private static final int MOST_PAGES = 200_000;
  private static final int HEAD = 2_048;

  @Override
  public String id() {
    return "web-pages";
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
        new Setting("include", Setting.Type.TEXT, ""),
        new Setting("exclude", Setting.Type.TEXT, ""),
        new Setting("kind", Setting.Type.LINE, ""),
        new Setting("pages", Setting.Type.NUMBER, "2000"));
  }

  @Override
  public boolean recognises(Answer sample) {
    return isPage(sample) || PdfText.is(sample) || Sitemaps.is(sample);
  }

  static boolean isPage(Answer answer) {
    String type = answer.mediaType();
    if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
      return true;
    }
    String head = answer.start(HEAD);
    String start = head.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Pass pass = new Pass(reading, PageKind.set(remote.setting("kind")));
    int most = Numbers.between(remote.setting("pages"), 1, MOST_PAGES);
    Set<URI> pages = new SitePages(remote, reading, most).find();
    reading.expects(pages.size());
    remote.visit(pages, pass::page);
  }

  /** One reading of one site. */
  static final class Pass {

    private final Reading reading;
    private final @Nullable RecordKind kind;
    private final Set<String> stated = new HashSet<>();

    /**
     * @param kind what each page states, null to go by what it says itself
     */
    Pass(Reading reading, @Nullable RecordKind kind) {
      this.reading = reading;
      this.kind = kind;
    }

    List<Finding> page(Answer answer, long snapshot) throws IOException {
      Locator at = new Locator(snapshot, 0, 0);
      if (PdfText.is(answer)) {
        return once(pdf(answer, at));
      }
      if (!isPage(answer)) {
        problem(answer, answer.mediaType(), Reason.NOT_READ);
        return List.of();
      }
      Document page = Jsoup.parse(answer.text(), answer.address().toString());
      if (Impostor.is(page)) {
        problem(answer, page.title(), Reason.NOT_EXPECTED);
        return List.of();
      }
      List<Thing> things = Things.in(page, reading::problem);
      List<Finding> events = new EventFacts(answer.address(), at, reading::problem).of(things);
      boolean only = kind == null || kind == RecordKind.EVENT || kind == RecordKind.TRAINING;
      if (only && !events.isEmpty()) {
        return events.stream().filter(f -> stated.add(f.kind() + f.key())).toList();
      }
      return once(
          new PageFacts(page, answer.address(), PageKind.main(things)).finding(kind, at), answer);
    }

    private List<Finding> once(@Nullable Finding finding, Answer answer) {
      if (finding == null) {
        problem(answer, "", Reason.NO_ID);
      }
      return once(finding);
    }

    private List<Finding> once(@Nullable Finding finding) {
      boolean fresh = finding != null && stated.add(finding.kind() + finding.key());
      return fresh ? List.of(finding) : List.of();
    }

    private @Nullable Finding pdf(Answer answer, Locator at) {
      PdfText pdf = PdfText.of(answer);
      if (pdf.reason() != null) {
        problem(answer, answer.mediaType(), pdf.reason());
        return null;
      }
      String first = pdf.text().lines().findFirst().orElse("");
      String title = pdf.title().length() < 5 ? Prose.line(first) : pdf.title();
      if (title.isEmpty()) {
        problem(answer, "", Reason.NO_ID);
        return null;
      }
      Facts facts = new Facts();
      facts.add(Field.TITLE, title);
      facts.add(Field.SUMMARY, pdf.text());
      facts.add(Field.URL, answer.address().toString());
      facts.identify(Identifier.Scheme.URL, answer.address().toString());
      facts.add(Field.LANGUAGE, Tongue.of(pdf.text(), ""));
      facts.add(Field.SORT, kind == null ? "document" : "");
      return facts.sealed(
          kind == null ? RecordKind.OUTPUT : kind,
          Prose.cut(answer.address().toString(), Prose.NAME),
          at);
    }

    private void problem(Answer answer, String value, Reason reason) {
      reading.problem(new Problem(answer.address().toString(), 0, null, value, reason));
    }
  }
}
