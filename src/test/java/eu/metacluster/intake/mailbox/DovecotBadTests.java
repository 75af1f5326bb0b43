package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.DovecotServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bad mail in a real Dovecot. */
class DovecotBadTests extends BadMailStory {

  private @Nullable DovecotServer server;

  @Override
  MailBox start() throws IOException {
    DovecotServer started = DovecotServer.start();
    server = started;
    return MailBox.of(started);
  }

  @Test
  void aMailOfAHundredMegabytesIsAnsweredWithoutBeingFetched() throws Exception {
    read(); // so that the folder is there
    Path mail =
        Objects.requireNonNull(server).maildir().resolve("new").resolve("1000000000.1.test");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mail))) {
      out.write(
          "From: %s\r\nSubject: Huge\r\nMessage-ID: <huge-%s@x>\r\n\r\n"
              .formatted(sender, number)
              .getBytes(StandardCharsets.US_ASCII));
      byte[] line = ("x".repeat(1022) + "\r\n").getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 100 * 1024; i++) {
        out.write(line);
      }
    }
    long before = System.nanoTime();
    assertThat(read()).isOne();
    assertThat((System.nanoTime() - before) / 1_000_000_000).isLessThan(30);
    assertThat(submissions()).isEmpty();
    assertThat(letters()).singleElement().asString().contains("40 MB");
    assertThat(read()).as("once").isZero();
  }
}
