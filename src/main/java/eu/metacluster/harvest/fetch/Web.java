package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Requests with manners: robots.txt, a turn at the host, redirects that are each looked at, and a
 * few repeats with growing pauses where a server stumbles.
 */
@Component
public final class Web {

  static final String AUTHORISATION = "Authorization";

  private static final int REDIRECTS = 5;
  private static final int ATTEMPTS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final int UNCHANGED = 304;

  private final Fetcher fetcher;
  private final HostGate gate;
  private final Pace pace;
  private final Robots robots;

  Web(Fetcher fetcher, HostGate gate, Pace pace) {
    this.fetcher = fetcher;
    this.gate = gate;
    this.pace = pace;
    this.robots = new Robots(fetcher, pace);
  }

  /** What is asked, under which limits and manners. */
  record Call(
      URI address,
      Map<String, String> headers,
      Fetcher.@Nullable Body body,
      FetchLimits limits,
      Manner manner,
      Path folder) {}

  /**
   * The answer, when it is one.
   *
   * @param folder where a large answer may lie
   * @throws FetchException when none came, or one that says no
   */
  public Answer get(URI address, FetchLimits limits, Manner manner, Path folder)
      throws FetchException {
    return send(new Call(address, Map.of(), null, limits, manner, folder));
  }

  /**
   * The answer, unless it is as it was.
   *
   * @param last what the server said of the answer before, null when nothing is
   * @return empty when the server says that nothing has changed
   */
  public Optional<Answer> get(
      URI address, @Nullable Validators last, FetchLimits limits, Manner manner, Path folder)
      throws FetchException {
    Map<String, String> conditions = last == null ? Map.of() : last.conditions();
    SpooledAnswer answer = send(new Call(address, conditions, null, limits, manner, folder));
    return last != null && unchanged(answer) ? Optional.empty() : Optional.of(answer);
  }

  /** Forgets the turns at hosts that nobody has asked since then. */
  public void forget(Instant before) {
    gate.forget(before);
  }

  /** Whether the answer says that nothing has changed since the one asked about. */
  static boolean unchanged(SpooledAnswer answer) {
    return answer.status() == UNCHANGED;
  }

  SpooledAnswer send(Call call) throws FetchException {
    Duration pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        return followed(call);
      } catch (FetchException e) {
        Duration wait = e.notBefore() == null ? pause : Duration.between(pace.now(), e.notBefore());
        if (attempt == ATTEMPTS || !passing(e) || wait.compareTo(call.manner().patience()) > 0) {
          throw e;
        }
        pause(wait, call.address());
        pause = pause.multipliedBy(4);
      }
    }
  }

  /** Whether the same request may do better in a moment. */
  private static boolean passing(FetchException e) {
    return switch (e.trouble()) {
      case LATER, NO_CONNECTION, BROKEN_OFF -> true;
      case STATUS -> e.detail().startsWith("5");
      default -> false;
    };
  }

  private void pause(Duration duration, URI address) throws FetchException {
    try {
      pace.pause(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Trouble.BROKEN_OFF, address, "");
    }
  }

  private SpooledAnswer followed(Call call) throws FetchException {
    Set<URI> seen = new HashSet<>();
    URI at = call.address();
    for (int hop = 0; hop <= REDIRECTS && seen.add(at); hop++) {
      SpooledAnswer answer = one(call, at, hop);
      if (!Redirects.leads(answer)) {
        return judged(answer);
      }
      URI target = Redirects.target(answer);
      if (Redirects.toLogin(at, target)) {
        throw new FetchException(Trouble.LOGIN, call.address(), String.valueOf(target.getHost()));
      }
      at = target;
    }
    throw new FetchException(Trouble.REDIRECTS, call.address(), "");
  }

  private SpooledAnswer one(Call call, URI at, int hop) throws FetchException {
    Fetcher.check(at);
    Duration gap = call.manner().gap();
    if (call.manner().robots()) {
      if (!robots.allow(at, call.folder())) {
        throw new FetchException(Trouble.ROBOTS, at, "");
      }
      Duration asked = robots.gap(at, call.folder());
      gap = asked.compareTo(gap) > 0 ? asked : gap;
    }
    try {
      gate.await(String.valueOf(at.getRawAuthority()), gap);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException(Trouble.BROKEN_OFF, at, "");
    }
    Fetcher.Body body = hop == 0 ? call.body() : null;
    try {
      return fetcher.send(
          new Fetcher.Request(at, headers(call, at), body, false), call.limits(), call.folder());
    } finally {
      gate.done(String.valueOf(at.getRawAuthority()));
    }
  }

  /** A token is not taken along to wherever a redirect leads. */
  private static Map<String, String> headers(Call call, URI at) {
    if (sameOrigin(call.address(), at) || !call.headers().containsKey(AUTHORISATION)) {
      return call.headers();
    }
    Map<String, String> others = new HashMap<>(call.headers());
    others.remove(AUTHORISATION);
    return others;
  }

  /** Whether two addresses are of one origin (RFC 6454). */
  static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && String.valueOf(one.getRawAuthority()).equalsIgnoreCase(other.getRawAuthority());
  }

  private SpooledAnswer judged(SpooledAnswer answer) throws FetchException {
    int status = answer.status();
    if ((status >= 200 && status < 300) || status == UNCHANGED) {
      return answer;
    }
    URI address = answer.address();
    switch (status) {
      case 404, 410 -> throw new FetchException(Trouble.GONE, address, String.valueOf(status));
      case 429, 503 -> {
        Instant again = retryAfter(answer);
        if (again != null) {
          gate.rest(String.valueOf(address.getRawAuthority()), again);
        }
        throw new FetchException(Trouble.LATER, address, String.valueOf(status), again);
      }
      default -> throw new FetchException(Trouble.STATUS, address, String.valueOf(status));
    }
  }

  /** Seconds or an HTTP date (RFC 9110 §10.2.3); null when there is neither. */
  private @Nullable Instant retryAfter(SpooledAnswer answer) {
    String value = answer.header("Retry-After");
    if (value == null) {
      return null;
    }
    String text = value.strip();
    try {
      return text.matches("[0-9]{1,9}")
          ? pace.now().plusSeconds(Long.parseLong(text))
          : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
