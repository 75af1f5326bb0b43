package eu.metacluster.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever receives a mail reads in it what was written. */
class ReadyMailTests {

  private static final Session SESSION = Session.getInstance(new Properties());

  private static byte[] sent(String subject, String text) throws Exception {
    Mail mail =
        new Mail(
            new UUID(1, 2),
            "reader@example.org",
            subject,
            text,
            Instant.now(),
            null,
            0,
            null,
            Map.of("List-Unsubscribe", "<https://example.org/stop>"),
            true,
            null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ReadyMail(SESSION, mail, "house@example.org", "example.org").writeTo(bytes, new String[0]);
    return bytes.toByteArray();
  }

  private static MimeMessage read(byte[] bytes) throws Exception {
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Plain words.",
        "Two\nlines and a \ttab",
        "",
        "\n.\n..dots at the beginning\n",
        "Élan vital, Ωμέγα, 日本語, 😀, = and =3D",
        "a space at the end \nof a line\t\n",
        "\u0007 rings"
      })
  void aTextIsReadAsItWasWritten(String text) throws Exception {
    MimeMessage mail = read(sent("Hello", text));
    assertThat(mail.getContent().toString().replace("\r\n", "\n")).isEqualTo(text);
    assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void whatLeavesTheHouseIsAsciiInShortLines() throws Exception {
    byte[] bytes = sent("Réponse à votre demande", "é".repeat(3_000) + "\n" + "a".repeat(3_000));
    String wire = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(wire.chars()).allMatch(c -> c == '\r' || c == '\n' || (c >= ' ' && c < 0x7f));
    assertThat(wire.split("\r\n", -1)).allMatch(line -> line.length() < 998);
    assertThat(wire.replace("\r\n", "")).doesNotContain("\r", "\n");
    MimeMessage mail = read(bytes);
    assertThat(mail.getSubject()).isEqualTo("Réponse à votre demande");
    assertThat(mail.getContent()).isEqualTo("é".repeat(3_000) + "\r\n" + "a".repeat(3_000));
  }

  @Test
  void itsHeadSaysWhoseItIsAndWhen() throws Exception {
    MimeMessage mail = read(sent("Hello", "Text"));
    assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("house@example.org");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("reader@example.org");
    assertThat(mail.getMessageID()).isEqualTo("<00000000-0000-0001-0000-000000000002@example.org>");
    assertThat(mail.getSentDate()).isCloseTo(new Date(), Duration.ofMinutes(1).toMillis());
    assertThat(mail.getHeader("MIME-Version")).containsExactly("1.0");
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://example.org/stop>");
  }
}
