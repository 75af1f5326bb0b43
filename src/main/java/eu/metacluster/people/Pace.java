package eu.metacluster.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often links may be asked for: per e-mail address, whether it has an account or not, and per
 * network address. Counted in this process only; a count starts anew 15 minutes after it began.
 */
@Component
public class Pace {

  private static final int MOST_COUNTS = 100_000;

  private final Cache<String, AtomicInteger> counts =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofMinutes(15))
          .maximumSize(MOST_COUNTS)
          .build();
  private final int perEmail;
  private final int perNetwork;

  Pace(
      @Value("${metacluster.sign-in.per-email:5}") int perEmail,
      @Value("${metacluster.sign-in.per-network:30}") int perNetwork) {
    this.perEmail = perEmail;
    this.perNetwork = perNetwork;
  }

  /**
   * Counts one request.
   *
   * @throws Refusal MC-1201 when it is one too many
   */
  public void count(String email, String network) {
    if (above("network " + network, perNetwork) || above("email " + email, perEmail)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "MC-1201", "people.error.tooOften");
    }
  }

  /**
   * Counts one attempt from a network address.
   *
   * @throws Refusal MC-1201 when it is one too many
   */
  public void count(String network) {
    if (above("network " + network, perNetwork)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "MC-1201", "people.error.tooOften");
    }
  }

  private boolean above(String key, int limit) {
    return counts.get(key, any -> new AtomicInteger()).incrementAndGet() > limit;
  }
}
