package eu.metacluster.intake.receiving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

  private static final Duration SPAN = Duration.ofHours(1);

  private final Cache<String, Count> counts =
      Caffeine.newBuilder().expireAfterWrite(SPAN).maximumSize(MOST_COUNTS).build();
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
   * A mail that is one too many.
   *
   * @param first whether it is the first such one of its address within the hour
   * @param until when the address may write again
   */
  public record Excess(boolean first, Instant until) {}

  /** Counts a mail from an address; empty while it may be taken. */
  public Optional<Excess> mail(String email) {
    Count count = count("email " + email);
    int over = count.number().incrementAndGet() - perEmail;
    return over <= 0
        ? Optional.empty()
        : Optional.of(new Excess(over == 1, count.since().plus(SPAN)));
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
    return count(key).number().incrementAndGet() > limit;
  }

  private Count count(String key) {
    return counts.get(key, any -> new Count(new AtomicInteger(), Instant.now()));
  }

  private record Count(AtomicInteger number, Instant since) {}
}
