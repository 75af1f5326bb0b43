package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.metacluster.intake.mailbox.MailboxPoller.Pace;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The product stays at the mailbox and hears of a mail when it comes. */
abstract class WaitingStory extends BoxTests {

  /** Whoever looks so seldom must have been told. */
  static final Duration NEVER = Duration.ofHours(1);

  private static final Duration SOON = Duration.ofSeconds(30);

  private @Nullable MailboxPoller poller;
  private int sent;

  /** Comes to a mailbox with one mail in it, and stays when that is answered. */
  void wait(Pace pace, String... settings) throws Exception {
    MailboxSettings known = settings(settings);
    MailboxPoller waiting = new MailboxPoller(known, reading, new AccessTokens(known), pace);
    poller = waiting;
    send();
    waiting.start();
    await().atMost(SOON).untilAsserted(() -> assertThat(letters()).hasSize(sent));
  }

  @AfterEach
  void leave() {
    if (poller != null) {
      poller.stop();
    }
  }

  private void send() throws Exception {
    sent++;
    deliver(
        mail("Our project " + sent, "<" + sent + "-" + number + "@x>"),
        TestMails.text("We study lung cancer, part " + sent + "."));
  }

  /** Sends one more mail and waits for its answer. */
  void isAnswered() throws Exception {
    send();
    await().atMost(SOON).untilAsserted(() -> assertThat(letters()).hasSize(sent));
  }

  @Test
  void aMailIsAnsweredWithoutAnybodyLooking() throws Exception {
    wait(new Pace(NEVER, Duration.ofMillis(50), Duration.ofSeconds(1), NEVER));
    isAnswered();
    isAnswered();
    isAnswered();
  }

  @Test
  void waitingIsBegunAnewBeforeTheServerForgetsIt() throws Exception {
    wait(new Pace(NEVER, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofMillis(100)));
    isAnswered();
    MailboxPoller waiting = Objects.requireNonNull(poller);
    int before = waiting.waits();
    await().atMost(SOON).until(() -> waiting.waits() > before + 5);
    isAnswered();
  }
}
