package eu.metacluster.intake.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often something may be handed in: per e-mail address and per network address. Counted in this
 * process only; a count starts anew an hour after it began.
 */
@Component
public class SendingPace {

  private static final int MOST_COUNTS = 100_000;
  private static final int SAVES_FOR_EACH = 20;

  private final Cache<String, AtomicInteger> counts =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).maximumSize(MOST_COUNTS).build();
  private final int perEmail;
  private final int perNetwork;
  private final int looks;

  public SendingPace(
      @Value("${metacluster.intake.per-email:10}") int perEmail,
      @Value("${metacluster.intake.per-network:60}") int perNetwork,
      @Value("${metacluster.intake.looks-per-network:40}") int looks) {
    this.perEmail = perEmail;
    this.perNetwork = perNetwork;
    this.looks = looks;
  }

  /**
   * Counts something sent.
   *
   * @throws Refusal MC-1701 when it is one too many
   */
  public void send(String email, String network) {
    check(above("network " + network, perNetwork) || above("email " + email, perEmail));
  }

  /**
   * Counts a draft saved, or an answer looked up while somebody types.
   *
   * @throws Refusal MC-1701 when it is one too many
   */
  public void save(String network) {
    check(above("save " + network, perNetwork * SAVES_FOR_EACH));
  }

  /** Counts a source asked for somebody; false when it is one too many. */
  public boolean look(String network) {
    return !above("look " + network, looks);
  }

  private static void check(boolean tooMany) {
    if (tooMany) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "MC-1701", "intake.error.tooOften");
    }
  }

  private boolean above(String key, int limit) {
    return counts.get(key, any -> new AtomicInteger()).incrementAndGet() > limit;
  }
}
