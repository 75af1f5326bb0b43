package eu.metacluster.harvest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import eu.metacluster.harvest.FetchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What each host's robots.txt allows (RFC 9309); known for a day. */
final class Robots {

  private static final Duration KNOWN = Duration.ofDays(1);

  /** A host that cannot say what it allows is asked again sooner. */
  private static final Duration UNKNOWN = Duration.ofMinutes(10);

  private static final int REDIRECTS = 5;
  private static final int MISSING = 400;
  private static final int BROKEN = 500;

  private final Fetcher fetcher;
  private final Pace pace;
  private final Cache<String, Known> hosts = Caffeine.newBuilder().maximumSize(20_000).build();

  Robots(Fetcher fetcher, Pace pace) {
    this.fetcher = fetcher;
    this.pace = pace;
  }

  private record Known(BaseRobotRules rules, Instant until) {}

  /** Whether the host lets us have this address. */
  boolean allow(URI address, Path folder) {
    return rules(address, folder).isAllowed(address.toString());
  }

  /** The gap the host asks for between two requests; zero when it asks for none. */
  Duration gap(URI address, Path folder) {
    long millis = rules(address, folder).getCrawlDelay();
    return millis <= 0 ? Duration.ZERO : Duration.ofMillis(millis);
  }

  private BaseRobotRules rules(URI address, Path folder) {
    String root = address.getScheme() + "://" + address.getRawAuthority();
    Known known = hosts.getIfPresent(root);
    if (known == null || known.until().isBefore(pace.now())) {
      known = asked(root, folder);
      hosts.put(root, known);
    }
    return known.rules();
  }

  private Known asked(String root, Path folder) {
    try {
      URI at = URI.create(root + "/robots.txt");
      SpooledAnswer answer = fetcher.send(Fetcher.Request.get(at), FetchLimits.ROBOTS, folder);
      for (int i = 0; i < REDIRECTS && Redirects.leads(answer); i++) {
        at = Redirects.target(answer);
        answer = fetcher.send(Fetcher.Request.get(at), FetchLimits.ROBOTS, folder);
      }
      return of(root, answer);
    } catch (IOException e) {
      return refused(e);
    }
  }

  private Known of(String root, SpooledAnswer answer) throws IOException {
    if (answer.status() >= BROKEN) {
      return new Known(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), soon());
    }
    BaseRobotRules rules =
        answer.status() >= MISSING
            ? new SimpleRobotRules(RobotRulesMode.ALLOW_ALL)
            : new SimpleRobotRulesParser()
                .parseContent(
                    root + "/robots.txt", answer.bytes(), answer.mediaType(), RobotName.NAMES);
    return new Known(rules, pace.now().plus(KNOWN));
  }

  /**
   * A host that does not answer at all says so itself at the next request; one that answers badly
   * is left alone.
   */
  private Known refused(IOException e) {
    boolean dead =
        e instanceof FetchException fetch
            && switch (fetch.trouble()) {
              case UNKNOWN_HOST, NO_CONNECTION, PRIVATE_ADDRESS, TLS, HANGS -> true;
              default -> false;
            };
    RobotRulesMode mode = dead ? RobotRulesMode.ALLOW_ALL : RobotRulesMode.ALLOW_NONE;
    return new Known(new SimpleRobotRules(mode), soon());
  }

  private Instant soon() {
    return pace.now().plus(UNKNOWN);
  }
}
