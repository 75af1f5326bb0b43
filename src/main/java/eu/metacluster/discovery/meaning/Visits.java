package eu.metacluster.discovery.meaning;

import org.springframework.stereotype.Component;

/** Knows when a visitor was last answered, so that what can wait leaves the machine to visitors. */
@Component
public class Visits {

  private volatile long last = System.nanoTime() - 3_600_000_000_000L;

  /** Somebody asks for a page. */
  public void noted() {
    last = System.nanoTime();
  }

  /** Whether somebody asked within so many milliseconds. */
  boolean within(long millis) {
    return System.nanoTime() - last < millis * 1_000_000L;
  }
}
