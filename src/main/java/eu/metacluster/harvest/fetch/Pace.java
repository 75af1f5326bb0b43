package eu.metacluster.harvest.fetch;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Time as the harvest sees it, so that a month can be played through in seconds. */
public interface Pace {

  /** What time it is. */
  Instant now();

  /** Waits; does nothing for a duration that is not positive. */
  void pause(Duration duration) throws InterruptedException;

  /** The time of the machine. */
  @Component
  final class Real implements Pace {

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
      if (duration.isPositive()) {
        Thread.sleep(duration);
      }
    }
  }
}
