package eu.metacluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
class JournalPageTests {

  @Autowired MockMvcTester web;
  @Autowired Journal journal;
  @Autowired Followers followers;
  @Autowired Verifications verifications;
  @Autowired TransactionTemplate transaction;

  private final UUID subject = UUID.randomUUID();
  private final UUID actor = UUID.randomUUID();

  @Test
  void showsEntriesFiltered() {
    append(new NewEntry("journal.rebuilt", subject, actor, Map.of("follower", "test.<b>view")));
    append(new NewEntry("test.unspoken", subject, null, Map.of("n", 12345)));

    assertThat(page("/journal?subject=" + subject))
        .contains("Started to rebuild test.&lt;b&gt;view from the first entry")
        .contains("test.unspoken")
        .contains("{\"n\":12345}");
    assertThat(page("/journal?subject=" + subject + "&kind=test.unspoken"))
        .contains("{\"n\":12345}")
        .doesNotContain("Started to rebuild test.");
    assertThat(page("/journal?actor=" + actor)).contains("Started to rebuild test.");
    assertThat(page("/journal?subject=" + subject + "&until=2020-01-01"))
        .contains("Nothing matches");
    assertThat(page("/journal?subject=" + subject + "&from=2020-01-01")).contains("test.unspoken");
    assertThat(page("/journal?subject=" + subject + "&from=2999-01-01"))
        .contains("Nothing matches");
  }

  @Test
  void saysTheTurnThatTheFactsTell() {
    append(
        new NewEntry("grid.record-changed", subject, null, Map.of("claims", 1200, "ended", 3)),
        new NewEntry("grid.record-changed", subject, null, Map.of("rolledBack", 12)),
        new NewEntry("grid.record-moved", subject, null, Map.of("from", "candidate", "to", "x")));
    assertThat(page("/journal?subject=" + subject))
        .contains("1,200 new claims, 3 ended, from run –")
        .contains("Claims of run 12 taken back")
        .contains("From candidate to x");
  }

  @Test
  void turnsPagesInBothDirections() {
    append(
        IntStream.range(0, 120)
            .mapToObj(
                n -> new NewEntry("test.paged", subject, null, Map.of("paged", "n" + n + "n")))
            .toArray(NewEntry[]::new));
    String first = page("/journal?subject=" + subject);
    assertThat(first).contains("n119n", "n70n").doesNotContain("n69n", "Newer");
    String second = page(link(first, "next"));
    assertThat(second).contains("n69n", "n20n").doesNotContain("n70n", "n19n");
    String third = page(link(second, "next"));
    assertThat(third).contains("n19n", "n0n").doesNotContain("Older");
    assertThat(page(link(third, "prev"))).contains("n69n", "n20n").doesNotContain("n70n", "n19n");
  }

  @Test
  void saysWhatItCannotRead() {
    assertThat(page("/journal?subject=me&from=31.02.2023&kind=%3Cscript%3E"))
        .contains("This is not an id", "This is not a day")
        .doesNotContain("<script>");
  }

  @Test
  void verifiesWhenAsked() {
    assertThat(web.post().uri("/journal/verification").with(csrf()).with(as(Role.ADMINISTRATOR)))
        .hasStatus(303);
    while (verifications.running().isPresent()) {
      Thread.onSpinWait();
    }
    assertThat(verifications.latest()).get().matches(Verification::whole);
    assertThat(page("/journal/chain")).contains("Whole", "Verify now");
  }

  @Test
  void rebuildsOnlyWhatExists() {
    assertThat(
            web.post()
                .uri("/journal/rebuilding")
                .param("follower", "no.such")
                .with(csrf())
                .with(as(Role.ADMINISTRATOR)))
        .hasStatus(404)
        .bodyText()
        .contains("There is no follower called no.such", "MC-1101");
  }

  @ParameterizedTest
  @EnumSource(names = {"MEMBER", "COMMITTEE", "COORDINATOR"})
  void isForAdministratorsOnly(Role role) {
    for (String path : List.of("/journal", "/journal/chain")) {
      assertThat(web.get().uri(path).with(as(role))).hasStatus(403);
    }
    assertThat(web.post().uri("/journal/verification").with(csrf()).with(as(role))).hasStatus(403);
  }

  @Test
  void theProductRunsItsFollowers() {
    append(new NewEntry("test.run", null, null, Map.of()));
    assertThat(followers.isRunning()).isTrue();
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(10))).isTrue();
  }

  private void append(NewEntry... entries) {
    transaction.executeWithoutResult(status -> journal.append(entries));
  }

  private String page(String uri) {
    var answer = web.get().uri(uri).with(as(Role.ADMINISTRATOR)).exchange();
    assertThat(answer).hasStatusOk();
    return new String(
        answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String link(String html, String rel) {
    String from = html.substring(html.indexOf("rel=\"" + rel + "\" href=\"/journal"));
    return from.replaceFirst("(?s)^rel=\"\\w+\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
  }

  private RequestPostProcessor as(Role role) {
    return authentication(new Identity(actor, "Test", role).authentication());
  }
}
