package eu.metacluster.discovery.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrafterTests {

  private static final String GOOD =
      "Doctors look for traces of a tumour in blood. That may spare patients an operation.";

  private ChatOfTests chat;

  @BeforeEach
  void serve() throws IOException {
    chat = new ChatOfTests();
    chat.says(GOOD);
  }

  @AfterEach
  void close() {
    chat.close();
  }

  private Drafter drafter(int seconds) {
    return new Drafter(chat.url(), "small-model", "secret", seconds);
  }

  private void refused(Drafter drafter, String code) {
    assertThatThrownBy(() -> drafter.draft("Title", "Text"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AWAY);
              assertThat(refusal.toString()).doesNotContain("secret");
            });
  }

  @Test
  void aServerIsAskedWithTheTextAndItsAnswerIsTheDraft() {
    assertThat(drafter(20).draft("Liquid biopsy", "We sequence ctDNA.")).isEqualTo(GOOD);

    assertThat(chat.asked).hasSize(1);
    assertThat(chat.asked.getFirst())
        .contains("\"model\":\"small-model\"", "\"stream\":false")
        .contains("Liquid biopsy\\n\\nWe sequence ctDNA.");
    assertThat(chat.keys).containsExactly("Bearer secret");
  }

  @Test
  void withoutAKeyNoneIsSentAndALongTextIsCut() {
    new Drafter(chat.url() + "/", "m", "", 20).draft("T", "x\ud83e\uddec".repeat(20_000));

    assertThat(chat.keys).containsOnlyNulls();
    assertThat(chat.asked.getFirst().length()).isBetween(6_000, 12_000);
    assertThat(chat.asked.getFirst()).doesNotContain("\ufffd", "?\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://localhost/v1",
        "file:///etc/passwd",
        "http://name:password@localhost/v1",
        "no address",
        "http://",
        "//localhost/v1",
      })
  void anAddressThatCannotBeUsedLeavesItOff(String url) {
    Drafter off = new Drafter(url, "m", "", 20);
    assertThat(off.on()).isFalse();
    refused(off, "MC-1671");
  }

  @Test
  void withoutAnAddressOrAModelItIsOff() {
    assertThat(new Drafter("", "", "", 60).on()).isFalse();
    assertThat(new Drafter(chat.url(), " ", "", 60).on()).isFalse();
    assertThat(chat.asked).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsSaid() {
    chat.close();
    refused(drafter(20), "MC-1672");
  }

  @Test
  void aServerThatSendsAByteNowAndThenIsGivenUp() {
    chat.pause = Duration.ofMillis(300).toNanos();
    Instant begin = Instant.now();
    refused(drafter(1), "MC-1673");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 404, 429, 500})
  void aServerThatRefusesIsSaidAndNoRedirectIsFollowed(int status) {
    chat.status = status;
    refused(drafter(20), "MC-1674");
    assertThat(chat.asked).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Log in</body></html>",
        "[]",
        "null",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":null}}]}",
        "{\"choices\":[{\"message\":{\"content\":{\"a\":1}}}]}",
        "{\"choices\":[{\"message\":{\"content\":\"Short.\"}}]}",
        "{\"choices\":",
      })
  void rubbishIsNoDraft(String body) {
    chat.body = body;
    refused(drafter(20), "MC-1675");
  }

  @Test
  void whatIsTooLongIsNoDraft() {
    chat.says("A sentence. ".repeat(200));
    refused(drafter(20), "MC-1675");
    chat.says("A sentence. ".repeat(200_000));
    refused(drafter(20), "MC-1672");
  }

  @Test
  void thoughtsAndControlCharactersAreLeftOutAndMarkupIsText() throws ChatException {
    chat.says(
        "<think>Let me\nsee.</think>\n\nA <b>test</b>\u0000 of \u202eblood.\r\n\r\n\r\nIt helps.");
    assertThat(drafter(20).draft("T", "t")).isEqualTo("A <b>test</b> of blood.\nIt helps.");
  }
}
