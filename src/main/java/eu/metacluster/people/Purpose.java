package eu.metacluster.people;

import java.time.Duration;

/** What a one-time link is for; it serves for nothing else. */
enum Purpose {
  FIRST_ADMINISTRATOR(Duration.ofHours(24)),
  SIGN_IN(Duration.ofMinutes(30)),
  INVITATION(Duration.ofDays(7));

  private final Duration life;

  Purpose(Duration life) {
    this.life = life;
  }

  Duration life() {
    return life;
  }
}
