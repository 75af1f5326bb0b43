package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Connector.Setting;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run's way to the network. */
public final class RemoteSession implements Remote {

  private final Web web;
  private final WebConnector connector;
  private final Place place;
  private final Reading reading;
  private final Ledger ledger;
  private final Traffic traffic = new Traffic();
  private boolean unchanged;

  /**
   * What the run reads.
   *
   * @param settings what is set for the source, by name
   */
  public record Place(
      URI address, Map<String, String> settings, Manner manner, FetchLimits limits, Instant at) {}

  public RemoteSession(
      Web web, WebConnector connector, Place place, Reading reading, Ledger ledger) {
    this.web = web;
    this.connector = connector;
    this.place = place;
    this.reading = reading;
    this.ledger = ledger;
  }

  @Override
  public URI address() {
    return place.address();
  }

  @Override
  public String setting(String name) {
    String set = place.settings().get(name);
    if (set != null && !set.isBlank()) {
      return set;
    }
    return connector.settings().stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no setting " + name))
        .usual();
  }

  @Override
  public Instant startedAt() {
    return place.at();
  }

  @Override
  public Answer get(URI address) throws IOException {
    return counted(call(address, Map.of(), null));
  }

  @Override
  public Optional<Answer> fresh(URI address) throws IOException {
    String reader = LastAnswer.reader(connector, place.settings());
    LastAnswer last =
        ledger.lastAnswer().filter(known -> known.reader().equals(reader)).orElse(null);
    SpooledAnswer answer = ask(address, last == null ? Map.of() : last.validators().conditions());
    LastAnswer now = LastAnswer.of(answer, reader);
    unchanged = last != null && (Web.unchanged(answer) || last.same(now));
    if (unchanged) {
      return Optional.empty();
    }
    ledger.reads(now);
    return Optional.of(answer);
  }

  /** Whether there was nothing to read, because all is as it was. */
  public boolean unchanged() {
    return unchanged;
  }

  @Override
  public Answer post(URI address, String mediaType, byte[] body) throws IOException {
    return counted(call(address, Map.of(), new Fetcher.Body(mediaType, body)));
  }

  private Web.Call call(URI address, Map<String, String> headers, Fetcher.@Nullable Body body)
      throws IOException {
    Path folder = reading.scratch();
    return new Web.Call(
        address, authorised(address, headers), body, place.limits(), place.manner(), folder);
  }

  /** Adds the source's token, for its own host and over the way that its address says. */
  private Map<String, String> authorised(URI address, Map<String, String> headers) {
    String token =
        connector.settings().stream()
            .filter(setting -> setting.type() == Setting.Type.SECRET)
            .map(setting -> place.settings().getOrDefault(setting.name(), "").strip())
            .filter(set -> !set.isEmpty())
            .findFirst()
            .orElse("");
    if (token.isEmpty() || !Web.sameOrigin(address, place.address())) {
      return headers;
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put(Web.AUTHORISATION, "Bearer " + token.replaceAll("[^\\x21-\\x7e]", ""));
    return all;
  }

  /** Asks for a page only if it is not as it was. */
  SpooledAnswer ask(URI address, Map<String, String> conditions) throws IOException {
    return counted(call(address, conditions, null));
  }

  private SpooledAnswer counted(Web.Call call) throws FetchException {
    SpooledAnswer answer = web.send(call);
    traffic.count(answer.size());
    return answer;
  }

  /** What went over the line so far. */
  public Traffic traffic() {
    return traffic;
  }

  @Override
  public long keep(Answer answer) throws IOException {
    return reading.keep(answer.address().toString(), type(answer), answer::open);
  }

  static String type(Answer answer) {
    String type = answer.mediaType();
    return type.isEmpty() ? "application/octet-stream" : type;
  }

  @Override
  public void visit(Iterable<URI> pages, PageReader reader) throws IOException {
    new Visits(this, connector, reading, ledger).each(pages, reader);
  }

  @Override
  public Optional<String> remembered(String name) {
    return ledger.remembered(name);
  }

  @Override
  public void remember(String name, String value) {
    ledger.remember(name, value);
  }

  @Override
  public Optional<String> resumesAt() {
    return ledger.resumesAt();
  }

  /** The line of a run's log for an address that did not answer. */
  static Problem problem(FetchException e) {
    return new Problem(
        e.address().toString(),
        0,
        null,
        e.trouble().code() + " " + e.trouble().name().toLowerCase(Locale.ROOT),
        Reason.NO_ANSWER);
  }
}
