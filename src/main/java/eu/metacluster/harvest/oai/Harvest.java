package eu.metacluster.harvest.oai;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.wire.Xml;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of a repository, from its start or from where the last one ended. */
final class Harvest implements AutoCloseable {

  private static final int PAGES = 100_000;

  /** A list that expires that often without a later datestamp never ends. */
  private static final int RESTARTS = 3;

  private final Remote remote;
  private final Reading reading;
  private final Repository repository;
  private final String prefix;
  private final String set;
  private final Set<String> tokens = new HashSet<>();
  private final Hands hands = new Hands();
  private List<Runnable> bundle = new ArrayList<>();
  private @Nullable Instant from;
  private Instant clock;
  private @Nullable Instant newest;
  private @Nullable Instant restartedAt;
  private boolean ordered = true;
  private boolean whole;
  private int restarts;
  private long listed;
  private Granularity granularity;

  Harvest(Remote remote, Reading reading, Repository repository) {
    this.remote = remote;
    this.reading = reading;
    this.repository = repository;
    prefix = remote.setting("prefix");
    set = remote.setting("set");
    granularity = repository.granularity();
    clock = repository.now() == null ? remote.startedAt() : repository.now();
  }

  void read() throws IOException {
    Instant since = since();
    Instant until = Granularity.read(remote.setting("until"));
    if (since != null && until != null && since.isAfter(until)) {
      return;
    }
    Instant set = Granularity.read(remote.setting("from"));
    whole = since == null;
    from = since == null ? set : since;
    String token = resumed();
    Answer answer = token.isEmpty() ? first() : next(token);
    for (int page = 0; page < PAGES; page++) {
      token = page(answer);
      if (token.isEmpty()) {
        flush();
        done();
        return;
      }
      if (!tokens.add(token)) {
        problem(token, Reason.LIST_REPEATS);
        flush();
        return;
      }
      String place = new Place(token, from, clock, ordered ? newest : null).toString();
      bundle.add(() -> reading.checkpoint(place));
      hands.take(bundle);
      bundle = new ArrayList<>();
      answer = next(token);
    }
    problem(token, Reason.LIST_ENDLESS);
  }

  private void flush() throws IOException {
    hands.take(bundle);
    hands.await();
    bundle = new ArrayList<>();
  }

  @Override
  public void close() {
    hands.close();
  }

  /** From when on the list is asked for; null for everything. */
  private @Nullable Instant since() {
    boolean same = remote.remembered("asked").orElse("").equals(asked());
    Instant last = Granularity.read(remote.remembered("from").orElse(""));
    if (!same || last == null) {
      return null;
    }
    if (!repository.keepsDeletions() && due()) {
      return null;
    }
    if (last.isAfter(clock)) {
      problem(granularity.write(last), Reason.DATES_BACKWARDS);
      last = clock;
    }
    Instant from = granularity.before(last);
    Instant earliest = repository.earliest();
    return earliest != null && from.isBefore(earliest) ? earliest : from;
  }

  private String asked() {
    String until = remote.setting("until");
    return prefix + ' ' + set + ' ' + remote.setting("from") + (until.isEmpty() ? "" : ' ' + until);
  }

  /** Whether it is time to find out what was deleted where the repository does not say so. */
  private boolean due() {
    String days = remote.setting("whole");
    Instant last = Granularity.read(remote.remembered("whole").orElse(""));
    long every = days.matches("\\d{1,4}") ? Long.parseLong(days) : 0;
    return last == null
        || (every > 0 && last.plus(Duration.ofDays(every)).isBefore(remote.startedAt()));
  }

  private String resumed() {
    Place place = remote.resumesAt().map(Place::parse).orElse(null);
    if (place == null) {
      return "";
    }
    from = place.from();
    clock = place.clock();
    newest = place.newest();
    ordered = newest != null;
    return place.token();
  }

  private String text(@Nullable Instant at) {
    return at == null ? "" : granularity.write(at);
  }

  private Answer first() throws IOException {
    return remote.get(
        repository.list(prefix, set, text(from), text(Granularity.read(remote.setting("until")))));
  }

  private Answer next(String token) throws IOException {
    return remote.get(repository.more(token));
  }

  /** Reads a page, once more when it is broken; gives the token of the next. */
  private String page(Answer answer) throws IOException {
    try {
      return taken(answer);
    } catch (Xml.Broken e) {
      reading.problem(broken(answer.address(), e));
      try {
        return taken(remote.get(answer.address()));
      } catch (Xml.Broken again) {
        flush();
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1449", "harvest.oai.broken_page");
      }
    }
  }

  private static Problem broken(URI address, Xml.Broken e) {
    return new Problem(address.toString(), e.line(), null, e.getMessage(), Reason.BAD_XML);
  }

  private String taken(Answer answer) throws IOException {
    try {
      Page.End end = Page.read(answer, remote.keep(answer), reading, this::saw, bundle);
      if (listed == 0 && end.listSize() > 0) {
        listed = end.listSize();
        reading.expects(listed);
      }
      reading.advanced(listed == 0 ? 0 : end.records());
      return end.token();
    } catch (ProtocolError e) {
      return switch (e.code()) {
        case NOTHING_MATCHES -> nothing(answer);
        case BAD_TOKEN -> taken(restarted(e));
        case BAD_ARGUMENT -> taken(coarser(e));
        default -> throw e.refusal();
      };
    }
  }

  /** Some repositories say that they know seconds and take days alone. */
  private Answer coarser(ProtocolError e) throws IOException {
    if (from == null || granularity == Granularity.DAY) {
      throw e.refusal();
    }
    granularity = Granularity.DAY;
    return first();
  }

  private String nothing(Answer answer) {
    if (whole && newest == null) {
      whole = false;
      problem(answer.address().toString(), Reason.NOTHING_MATCHES);
    }
    return "";
  }

  /** Asks for the list anew, from the last datestamp where they come in order. */
  private Answer restarted(ProtocolError e) throws IOException {
    boolean further = newest != null && !newest.equals(restartedAt);
    restarts = further && ordered ? 0 : restarts + 1;
    if (restarts > RESTARTS) {
      throw e.refusal();
    }
    problem(repository.base().toString(), Reason.LIST_EXPIRED);
    restartedAt = newest;
    tokens.clear();
    Instant begin = from;
    if (ordered && newest != null) {
      from = granularity.before(newest);
    }
    Answer answer = first();
    from = begin;
    return answer;
  }

  private void saw(Instant stamp) {
    if (newest != null && stamp.isBefore(newest) && ordered && restartedAt == null) {
      ordered = false;
      problem(granularity.write(stamp), Reason.DATES_BACKWARDS);
    }
    newest = newest == null || stamp.isAfter(newest) ? stamp : newest;
  }

  private void done() {
    remote.remember("asked", asked());
    remote.remember("from", clock.toString());
    if (whole) {
      remote.remember("whole", remote.startedAt().toString());
      reading.whole();
    }
  }

  private void problem(String value, Reason reason) {
    reading.problem(new Problem(repository.base().toString(), 0, "resumptionToken", value, reason));
  }
}
