package eu.metacluster.discovery.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** From choosing to follow to the letter that says what is different, and to the end of it. */
@ProductTest
class FollowingTests {

  private static final Instant IN_EIGHT_DAYS = Instant.now().plus(Duration.ofDays(8));

  private final String grant = Plot.number();
  private final String pic = Plot.number();
  private String visitor = "reader" + grant + "@example.org";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Digests digests;
  @Autowired TransactionOperations transaction;
  private Plot plot;
  private Finding lab = Plot.organisation(pic, "Laboratory " + pic, "BE", "BE100");

  @BeforeEach
  void aPublicProject() {
    jdbc.sql("delete from discovery.follower").update();
    plot = new Plot(product);
    plot.stated(lab, project(grant, "SIGNED", lab));
    plot.published(grant);
  }

  private static Finding project(String number, String status, Finding... partners) {
    return Plot.project(
        number,
        Map.of(Field.TITLE, "Followed thing " + number, Field.STATUS, status),
        List.of(partners));
  }

  private List<String> letters() {
    return jdbc.sql("select body from platform.mail where recipient = ? order by created_at, id")
        .param(visitor)
        .query(String.class)
        .list();
  }

  private static String token(String letter, String path) {
    int at = letter.indexOf(path) + path.length();
    return letter.substring(at).split("\\s", 2)[0];
  }

  /** Follows, confirms, and gives back the token of the link. */
  private String followed(String what, String value) {
    assertThat(
            mvc.post()
                .uri("/follow")
                .with(csrf())
                .param(what, value)
                .param("email", visitor)
                .exchange())
        .hasStatusOk();
    String token = token(letters().getLast(), "/follows/mine/");
    assertThat(
            mvc.post()
                .uri("/follows/mine/" + token)
                .with(csrf())
                .param("confirm", "yes")
                .exchange())
        .hasStatus3xxRedirection();
    return token;
  }

  @Test
  void aLetterSaysWhatIsDifferentOnceAndOnlyToWhomConfirmed() {
    String record = plot.record(grant).path();
    assertThat(
            mvc.post()
                .uri("/follow")
                .with(csrf())
                .param("record", record)
                .param("email", visitor)
                .exchange())
        .hasStatusOk();
    Finding clinic = Plot.organisation(Plot.number(), "New clinic", "NL", "NL329");
    plot.stated(clinic, project(grant, "CLOSED", lab, clinic));
    digests.work(IN_EIGHT_DAYS);
    assertThat(letters()).as("only the request to confirm").hasSize(1);

    followed("record", record);
    digests.work(Instant.now());
    assertThat(letters()).as("not due before a week is over").hasSize(2);
    transaction.execute(
        status -> {
          digests.next(IN_EIGHT_DAYS);
          status.setRollbackOnly();
          return true;
        });
    assertThat(letters()).as("what was killed has told nothing").hasSize(2);
    digests.work(IN_EIGHT_DAYS);
    digests.work(IN_EIGHT_DAYS);
    assertThat(letters()).hasSize(3);
    assertThat(letters().getLast())
        .contains("Followed thing " + grant, "Status: ", "→", "New partners (1)", "New clinic");

    digests.work(IN_EIGHT_DAYS.plus(Duration.ofDays(8)));
    assertThat(letters()).as("nothing is different any more").hasSize(3);
  }

  @Test
  void aSearchTellsWhatIsNewInIt() {
    followed("search", "q=thing+" + pic + "&kind=project");
    String other = Plot.number();
    plot.stated(lab, project(other, "SIGNED", lab));
    plot.published(other);

    digests.work(IN_EIGHT_DAYS);

    assertThat(letters().getLast())
        .contains("New in this search (1)", "Followed thing " + other)
        .doesNotContain("Followed thing " + grant);
    assertThat(mvc.get().uri("/grid.atom?q=" + pic))
        .hasStatusOk()
        .bodyText()
        .startsWith("<?xml")
        .contains("Followed thing " + other);
  }

  @Test
  void whatASearchFoundIsNotedOnceTheIndexIsWholeAndIsNotNew() {
    followed("search", "q=thing+" + pic + "&kind=project");
    jdbc.sql("update discovery.follow set told = cast('{}' as jsonb)").update();

    digests.work(Instant.now());
    assertThat(jdbc.sql("select told::text from discovery.follow").query(String.class).single())
        .contains(plot.record(grant).path());
    digests.work(IN_EIGHT_DAYS);
    assertThat(letters()).as("nothing was told as new").hasSize(1);

    jdbc.sql("update discovery.follow set told = cast('{}' as jsonb)").update();
    jdbc.sql("update discovery.follower set due_at = now() - interval '1 day'").update();
    transaction.execute(status -> digests.next(Instant.now()));
    assertThat(letters()).as("nor when somebody is due in between").hasSize(1);
  }

  private String feed(String path) {
    try {
      return mvc.get()
          .uri("/follow.atom?record=" + path)
          .exchange()
          .getResponse()
          .getContentAsString();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFeedOfARecordSaysWhatBecameDifferentAndWhen() {
    String record = plot.record(grant).path();
    assertThat(feed(record)).contains("<entry>", "Authorised").doesNotContain("Status: ");
    Finding clinic = Plot.organisation(Plot.number(), "New clinic " + grant, "NL", "NL329");
    plot.stated(clinic, project(grant, "CLOSED", lab, clinic));
    String feed = feed(record);
    assertThat(feed)
        .contains("Status: ", "→", "New partners (1)", "New clinic " + grant)
        .containsOnlyOnce("Authorised");
    assertThat(feed(record)).as("the same until something is different again").isEqualTo(feed);
    jdbc.sql(
            """
            update grid.participation set ended_run = run, ended_at = now()
            where project = ? and organisation = ?""")
        .params(plot.record(grant).id(), plot.record(pic).id())
        .update();
    assertThat(feed(record))
        .as("what is stated no longer")
        .contains("Laboratory " + pic, "No longer");
    assertThat(mvc.get().uri("/follow?record=" + record))
        .bodyText()
        .contains("/follow.atom?record=" + record);
  }

  @Test
  void aFeedOfAnOrganisationTellsItsNewProjectsAndNothingThatIsNotPublic() {
    String other = Plot.number();
    plot.stated(lab, project(other, "SIGNED", lab));
    String path = plot.record(pic).path();
    assertThat(feed(path)).doesNotContain("Followed thing " + other);
    plot.published(other);
    assertThat(feed(path)).contains("Followed thing " + other);
    plot.reopened(other);
    assertThat(feed(path)).doesNotContain("Followed thing " + other);
    assertThat(mvc.get().uri("/follow.atom?record=" + plot.record(other).path())).hasStatus(404);
    assertThat(mvc.get().uri("/follow.atom?record=//no")).hasStatus(404);
    assertThat(mvc.get().uri("/follow.atom")).hasStatus4xxClientError();
  }

  @Test
  void oneClickStopsAndForgets() {
    followed("record", plot.record(pic).path());
    String other = Plot.number();
    plot.stated(lab, project(other, "SIGNED", lab));
    plot.published(other);
    digests.work(IN_EIGHT_DAYS);
    assertThat(letters().getLast()).contains("New projects (1)", "Followed thing " + other);
    String token = token(letters().getLast(), "/follows/stop/");

    assertThat(mvc.get().uri("/follows/stop/" + token)).hasStatusOk();
    assertThat(jdbc.sql("select count(*) from discovery.follower").query(Long.class).single())
        .as("opening the link stops nothing")
        .isEqualTo(1);
    assertThat(
            mvc.post()
                .uri("/follows/stop/" + token)
                .param("List-Unsubscribe", "One-Click")
                .exchange())
        .as("a mail program has no form token")
        .hasStatusOk();
    assertThat(jdbc.sql("select count(*) from discovery.follower").query(Long.class).single())
        .isZero();
    assertThat(
            jdbc.sql("select count(*) from platform.mail where headers::text like '%' || ? || '%'")
                .param(token)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(mvc.get().uri("/follows/mine/" + token))
        .hasStatus(410)
        .bodyText()
        .contains("MC-1620");
    assertThat(mvc.post().uri("/follows/stop/" + token).exchange()).hasStatusOk();
  }

  @Test
  void whoHasAnAccountChoosesAmongAllTopicsAndStopsInOneClick() {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    visitor = person.account() + "@member.test";
    assertThat(
            mvc.post()
                .uri("/follow")
                .with(csrf())
                .with(authentication(person.authentication()))
                .param("record", plot.record(grant).path())
                .exchange())
        .hasStatus3xxRedirection();
    choose(person, "NEVER");
    plot.stated(project(grant, "CLOSED", lab));
    digests.work(IN_EIGHT_DAYS);
    assertThat(notices(person)).as("not wanted").isEmpty();
    choose(person, "WEEKLY");
    digests.work(IN_EIGHT_DAYS.plus(Duration.ofDays(2)));
    assertThat(notices(person)).as("what changed meanwhile is told").hasSize(1);
    assertThat(letters()).as("on the day of the digest").isEmpty();
    plot.stated(project(grant, "TERMINATED", lab));
    digests.work(IN_EIGHT_DAYS.plus(Duration.ofDays(5)));
    assertThat(notices(person)).as("once a week").hasSize(1);
    choose(person, "AT_ONCE");
    digests.work(IN_EIGHT_DAYS.plus(Duration.ofDays(7)));
    assertThat(notices(person)).hasSize(2);
    assertThat(letters()).hasSize(1);
    String letter = letters().getLast();
    assertThat(letter).contains("because you follow a record or a search", "/account/notices");
    assertThat(mvc.post().uri("/notices/stop/" + token(letter, "/notices/stop/")).exchange())
        .hasStatusOk();
    plot.stated(project(grant, "SIGNED", lab));
    digests.work(IN_EIGHT_DAYS.plus(Duration.ofDays(20)));
    assertThat(notices(person)).as("stopped").hasSize(2);
  }

  private void choose(Identity person, String often) {
    assertThat(
            mvc.post()
                .uri("/account/notices")
                .with(csrf())
                .with(authentication(person.authentication()))
                .param("often.discovery.topic.follows", often)
                .exchange())
        .hasStatus3xxRedirection();
  }

  private List<String> notices(Identity person) {
    return jdbc.sql("select subject from people.notice where account = ? order by created_at")
        .param(person.account())
        .query(String.class)
        .list();
  }

  @Test
  void aSearchIsCalledByTheWordsOfItsFiltersInTheReadersLanguage() {
    String handle = plot.record(pic).handle();
    String search = "q%3Dthing%26country%3DDE%26kind%3Dproject%26organisation%3D" + handle;
    assertThat(mvc.get().uri(java.net.URI.create("/follow?search=" + search)))
        .hasStatusOk()
        .bodyText()
        .contains("thing · Project · Germany · " + plot.record(pic).title());
    assertThat(
            mvc.get()
                .uri(java.net.URI.create("/follow?search=" + search))
                .header("Accept-Language", "fr"))
        .bodyText()
        .contains("thing · Projet · Allemagne");
    assertThat(mvc.get().uri("/grid.atom?country=DE")).bodyText().contains("Germany");
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    plot.stated(project("1" + grant.substring(1) + "9", "SIGNED"));
    assertThat(mvc.get().uri("/follow?record=/projects/none")).hasStatus(404);
    assertThat(mvc.get().uri("/follow?search=" + "a".repeat(2_000)))
        .hasStatus(400)
        .bodyText()
        .contains("MC-1621");
    assertThat(
            mvc.post()
                .uri("/follow")
                .with(csrf())
                .param("search", "q=x")
                .param("email", "nobody")
                .exchange())
        .hasStatus(400);
    assertThat(mvc.get().uri("/follow?search=%FF&record=")).hasStatus(404);
  }
}
