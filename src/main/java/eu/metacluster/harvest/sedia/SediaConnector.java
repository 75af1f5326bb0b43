package eu.metacluster.harvest.sedia;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads topics over the search interface of the Funding & Tenders portal. */
@Component
@Order(11)
final class SediaConnector implements WebConnector {

  static final Terms TERMS =
      new Terms(
          "CC-BY-4.0",
          "European Union, Funding & Tenders portal",
          "https://commission.europa.eu/legal-notice_en");

  private static final int PER_PAGE = 100;
  private static final int PAGES = 1000;
  private static final int SNIFFED = 2000;

  private static final String CLOSED = "closed";

  /** How far back closed topics are asked for at the first run, and before the last one later. */
  private static final long FIRST_DAYS = 30;

  private static final long OVERLAP_DAYS = 7;

  @Override
  public String id() {
    return "sedia";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("status", Setting.Type.LINE, "forthcoming, open"),
        new Setting("text", Setting.Type.LINE, "***"),
        new Setting("programmes", Setting.Type.LINE, ""),
        new Setting("language", Setting.Type.LINE, "en"));
  }

  @Override
  public boolean recognises(Answer sample) {
    String start = sample.start(SNIFFED).strip();
    return start.startsWith("{")
        && (start.contains("\"TopicDetails\"")
            || (start.contains("\"apiVersion\"") && start.contains("\"totalResults\"")));
  }

  @Override
  public void read(Remote remote, Reading reading) throws IOException {
    Topics topics = new Topics(reading);
    if (String.valueOf(remote.address().getPath()).contains("/topicDetails/")) {
      single(remote, topics);
      topics.end();
    } else {
      lists(remote, reading, topics);
    }
  }

  /**
   * Where closed topics are not asked for, those that have closed since the last run are: the open
   * ones of then are among them, and none is missing only because its time is over.
   */
  private static void lists(Remote remote, Reading reading, Topics topics) throws IOException {
    String status = remote.setting("status");
    boolean all = status.contains(CLOSED);
    boolean end = list(new Request(remote, status, "startDate"), remote, reading, topics, "");
    if (end && !all) {
      String since = remote.remembered(CLOSED).orElse(day(remote, FIRST_DAYS));
      end = list(new Request(remote, CLOSED, "deadlineDate"), remote, reading, topics, since);
      remote.remember(CLOSED, day(remote, OVERLAP_DAYS));
    }
    topics.end();
    if (end && all) {
      reading.whole();
    }
  }

  private static String day(Remote remote, long back) {
    return LocalDate.ofInstant(remote.startedAt(), ZoneOffset.UTC).minusDays(back).toString();
  }

  private static void single(Remote remote, Topics topics) throws IOException {
    Answer answer = remote.get(remote.address());
    Locator at = new Locator(remote.keep(answer), 0, 0);
    Json details = Json.parse(answer.text()).at("TopicDetails");
    if (!details.has("identifier")) {
      throw unfit();
    }
    topics.add(Forms.details(details, at), answer.address().toString(), 0);
  }

  /**
   * Reads page by page; whether the end was reached.
   *
   * @param since the list ends where all deadlines of a page were before this day; empty for none
   */
  private static boolean list(
      Request request, Remote remote, Reading reading, Topics topics, String since)
      throws IOException {
    Set<String> seen = new HashSet<>();
    long read = 0;
    for (int number = 1; number <= PAGES; number++) {
      Page page = page(remote, request, number, topics);
      if (number == 1 && since.isEmpty()) {
        reading.expects(Math.max(1, page.total));
      }
      reading.advanced(since.isEmpty() ? page.results : 0);
      read += page.results;
      if (page.results == 0 || read >= page.total || page.latest.compareTo(since) < 0) {
        return read > 0 || !since.isEmpty();
      }
      if (!seen.add(page.first)) {
        reading.problem(
            new Problem(request.page(number).toString(), 0, null, page.first, Reason.LIST_REPEATS));
        return false;
      }
    }
    reading.problem(Problem.of(request.page(PAGES).toString(), Reason.LIST_ENDLESS));
    return false;
  }

  private static Page page(Remote remote, Request request, int number, Topics topics)
      throws IOException {
    URI address = request.page(number);
    Answer answer = remote.post(address, request.mediaType(), request.body());
    long snapshot = remote.keep(answer);
    Page page = new Page();
    try (InputStream in = answer.open()) {
      Json rest =
          Json.each(
              in,
              List.of("results"),
              (result, offset, length) -> {
                result.at("metadata").texts("deadlineDate").forEach(page::deadline);
                page.first = page.results++ == 0 ? result.text("reference") : page.first;
                Locator at = new Locator(snapshot, offset, length);
                topics.add(Forms.result(result, at), address.toString(), 0);
              });
      if (!rest.has("totalResults")) {
        throw unfit();
      }
      page.total = Long.parseLong("0" + rest.text("totalResults").replaceAll("\\D", ""));
      return page;
    } catch (Json.Broken e) {
      throw unfit();
    }
  }

  private static Refusal unfit() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1450", "harvest.sedia.no_answer");
  }

  /** What one page holds. */
  private static final class Page {
    private int results;
    private long total;
    private String first = "";
    private String latest = "";

    void deadline(String time) {
      String day = PortalTimes.read(time);
      latest = day != null && day.compareTo(latest) > 0 ? day : latest;
    }
  }

  /** What is asked: a form of three parts, and the page's number in the address. */
  private static final class Request {

    private static final String BOUNDARY = "metacluster-topics-2b7e1516";

    private final String base;
    private final String body;

    Request(Remote remote, String status, String order) {
      String typed = remote.address().toString().replaceFirst("#.*", "");
      String cleared = typed.replaceAll("[?&](?:text|pageSize|pageNumber)=[^&]*", "");
      String key = cleared.contains("apiKey=") ? "" : "apiKey=SEDIA&";
      char join = cleared.contains("?") ? '&' : '?';
      String text = URLEncoder.encode(remote.setting("text"), StandardCharsets.UTF_8);
      base = cleared + join + key + "text=" + text + "&pageSize=" + PER_PAGE + "&pageNumber=";
      body =
          part("query", query(status, remote.setting("programmes")))
              + part("languages", terms(remote.setting("language")))
              + part("sort", "{\"order\":\"DESC\",\"field\":\"" + order + "\"}")
              + "--"
              + BOUNDARY
              + "--\r\n";
    }

    private static String query(String status, String programmes) {
      String must =
          "{\"terms\":{\"type\":[\"1\",\"2\",\"8\"]}},{\"terms\":{\"status\":"
              + terms(
                  status
                      .replace("forthcoming", "31094501")
                      .replace("open", "31094502")
                      .replace("closed", "31094503"))
              + "}}";
      String more =
          programmes.isBlank()
              ? ""
              : ",{\"terms\":{\"frameworkProgramme\":" + terms(programmes) + "}}";
      return "{\"bool\":{\"must\":[" + must + more + "]}}";
    }

    /** Words and numbers alone, as a list of JSON texts. */
    private static String terms(String list) {
      List<String> words =
          List.of(list.split("[^A-Za-z0-9]+")).stream().filter(w -> !w.isEmpty()).toList();
      return "[\"" + String.join("\",\"", words) + "\"]";
    }

    private static String part(String name, String json) {
      return "--"
          + BOUNDARY
          + "\r\nContent-Disposition: form-data; name=\""
          + name
          + "\"; filename=\"blob\"\r\n"
          + "Content-Type: application/json\r\n\r\n"
          + json
          + "\r\n";
    }

    URI page(int number) {
      return URI.create(base + number);
    }

    String mediaType() {
      return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] body() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }
}
