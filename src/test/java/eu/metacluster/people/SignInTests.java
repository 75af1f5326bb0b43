package eu.metacluster.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Links work once, for what they were made, for a while; sessions end when they should. */
@ProductTest
class SignInTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Links links;
  @Autowired SignIns signIns;
  @Autowired TransactionTemplate transaction;

  private Persons persons;

  @BeforeEach
  void persons() {
    persons = new Persons(jdbc);
  }

  @Test
  void aLinkIsLookedAtAsOftenAsOneLikesAndUsedOnce() {
    String link = persons.link(persons.with(Role.MEMBER));
    assertThat(get(link, null).getStatus()).isEqualTo(200);
    assertThat(get(link, null).getStatus()).isEqualTo(200);
    MockHttpServletResponse entered = post(link, null);
    assertThat(entered.getStatus()).isEqualTo(303);
    assertThat(entered.getHeader("Location")).isEqualTo("/desk");
    assertThat(get("/desk", session(entered)).getStatus()).isEqualTo(200);
    assertGone(post(link, null));
    assertGone(get(link, null));
  }

  @Test
  void anExpiredLinkAnAlteredOneAndAnInventedOneDoNotWork() {
    Identity person = persons.with(Role.MEMBER);
    assertGone(post(persons.link(person, "SIGN_IN", -1), null));
    String link = persons.link(person);
    char last = link.charAt(link.length() - 1);
    assertGone(post(link.substring(0, link.length() - 1) + (last == '0' ? '1' : '0'), null));
    assertGone(post("/sign-in/nothing", null));
    assertThat(post(link, null).getStatus()).isEqualTo(303);
  }

  @Test
  void aLinkServesItsOwnPurposeOnly() {
    Identity person = persons.with(Role.MEMBER);
    String token = persons.link(person).substring(Links.PATH.length());
    for (Purpose other : List.of(Purpose.INVITATION, Purpose.FIRST_ADMINISTRATOR)) {
      assertThat(refused(() -> links.use(token, other))).isEqualTo("MC-1200");
    }
    MockHttpServletResponse entered =
        mvc.post()
            .uri(Links.PATH + token)
            .param("name", "Mallory")
            .param("email", "mallory@example.org")
            .with(csrf())
            .exchange()
            .getResponse();
    assertThat(get("/people", session(entered)).getStatus()).isEqualTo(403);
    assertThat(count("select count(*) from people.account where email like 'mallory%'")).isZero();
  }

  @Test
  void onlyTheHashOfALinkIsKept() {
    Identity person = persons.with(Role.MEMBER);
    String token = links.open(Purpose.SIGN_IN, person.account(), "/desk");
    assertThat(token).hasSize(43);
    assertThat(
            jdbc.sql("select encode(hash, 'hex') from people.link where account = ?")
                .param(person.account())
                .query(String.class)
                .single())
        .hasSize(64)
        .doesNotContain(token);
  }

  @Test
  void theFirstAdministratorsLinkDiesWithANewOneAndWhenThereIsAnAdministrator() {
    String old = path(signIns.first());
    String fresh = path(signIns.first());
    assertGone(get(old, null));
    assertThat(get(fresh, null).getStatus()).isEqualTo(200);
    persons.with(Role.ADMINISTRATOR);
    assertGone(
        mvc.post()
            .uri(fresh)
            .param("name", "Late")
            .param("email", "late@example.org")
            .with(csrf())
            .exchange()
            .getResponse());
  }

  @Test
  void theAnswerIsTheSameWhetherThereIsAnAccountOrNot() throws Exception {
    Identity person = persons.with(Role.MEMBER);
    String known =
        jdbc.sql("select email from people.account where id = ?")
            .param(person.account())
            .query(String.class)
            .single();
    String unknown = UUID.randomUUID() + "@member.test";
    MockHttpServletResponse first = ask(known, "10.1.0.1");
    MockHttpServletResponse second = ask(unknown, "10.1.0.1");
    assertThat(second.getStatus()).isEqualTo(first.getStatus()).isEqualTo(200);
    assertThat(plain(second, unknown)).isEqualTo(plain(first, known));
    assertThat(second.getHeaderNames()).isEqualTo(first.getHeaderNames());
    await(() -> mails(known) == 1);
    assertThat(mails(unknown)).isZero();
  }

  @Test
  void theAnswerDoesNotWaitForWhatIsDoneForAKnownAddress() throws Exception {
    Identity person = persons.with(Role.MEMBER);
    String known =
        jdbc.sql("select email from people.account where id = ?")
            .param(person.account())
            .query(String.class)
            .single();
    transaction.executeWithoutResult(
        status -> {
          // nothing about accounts or mails can be written or read until this transaction ends
          jdbc.sql("lock table people.account, people.link, platform.mail in access exclusive mode")
              .update();
          assertThat(ask(known, "10.3.0.1").getStatus()).isEqualTo(200);
        });
    await(() -> mails(known) == 1);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("too late").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Test
  void linksCannotBeAskedForWithoutEnd() {
    String email = UUID.randomUUID() + "@example.org";
    for (int i = 0; i < 5; i++) {
      assertThat(ask(email, "10.2.0." + i).getStatus()).isEqualTo(200);
    }
    assertThat(ask(email, "10.2.0.9").getStatus()).isEqualTo(429);
  }

  @Test
  void signingInChangesTheSessionsId() {
    Identity person = persons.with(Role.MEMBER);
    Cookie before = session(post(persons.link(person), null));
    Cookie after = session(post(persons.link(person), before));
    assertThat(after.getValue()).isNotEqualTo(before.getValue());
    assertThat(get("/desk", before).getStatus()).isEqualTo(303);
    assertThat(get("/desk", after).getStatus()).isEqualTo(200);
  }

  @Test
  void aDisabledAccountAndAChangedRoleEndTheSessionsAtOnce() {
    Cookie administrator = session(post(persons.link(persons.with(Role.ADMINISTRATOR)), null));
    for (String change : List.of("role?role=COMMITTEE", "disable")) {
      Identity person = persons.with(Role.MEMBER);
      String unused = persons.link(person);
      Cookie theirs = session(post(persons.link(person), null));
      assertThat(get("/desk", theirs).getStatus()).isEqualTo(200);
      post("/people/" + person.account() + "/" + change, administrator);
      assertThat(get("/desk", theirs).getStatus()).as(change).isEqualTo(303);
      if (change.equals("disable")) {
        assertGone(post(unused, null));
      }
    }
  }

  @Test
  void theLastAdministratorStays() {
    Identity administrator = persons.with(Role.ADMINISTRATOR);
    Cookie session = session(post(persons.link(administrator), null));
    jdbc.sql(
            "update people.account set disabled_at = now() where role = 'ADMINISTRATOR' and id <> ?")
        .param(administrator.account())
        .update();
    String me = "/people/" + administrator.account();
    assertThat(post(me + "/disable", session).getStatus()).isEqualTo(409);
    assertThat(post(me + "/role?role=MEMBER", session).getStatus()).isEqualTo(409);
    assertThat(get("/people", session).getStatus()).isEqualTo(200);
  }

  @Test
  void aPersonEndsTheirOtherSessionsAndLeaves() {
    Identity person = persons.with(Role.MEMBER);
    Cookie one = session(post(persons.link(person), null));
    Cookie other = session(post(persons.link(person), null));
    post("/account/sessions/end-others", one);
    assertThat(get("/desk", other).getStatus()).isEqualTo(303);
    assertThat(get("/desk", one).getStatus()).isEqualTo(200);
    post("/sign-out", one);
    assertThat(get("/desk", one).getStatus()).isEqualTo(303);
  }

  @Test
  void theJournalKnowsWhoButNoNames() {
    Identity person = persons.with(Role.MEMBER);
    Cookie session = session(post(persons.link(person), null));
    post("/account?name=Maria+Other&language=fr", session);
    post("/account?name=Maria+Other&language=fr", session);
    List<String> entries =
        jdbc.sql("select kind || data::text from journal.entry where subject = ?")
            .param(person.account())
            .query(String.class)
            .list();
    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry).doesNotContain("Maria"))
        .filteredOn(entry -> entry.startsWith("people.account-described"))
        .hasSize(1);
  }

  private MockHttpServletResponse ask(String email, String network) {
    return mvc.post()
        .uri("/sign-in")
        .param("email", email)
        .with(csrf())
        .with(
            request -> {
              request.setRemoteAddr(network);
              return request;
            })
        .exchange()
        .getResponse();
  }

  private MockHttpServletResponse get(String path, @Nullable Cookie session) {
    var request = mvc.get().uri(path);
    return (session == null ? request : request.cookie(session)).exchange().getResponse();
  }

  private MockHttpServletResponse post(String path, @Nullable Cookie session) {
    var request = mvc.post().uri(path).with(csrf());
    return (session == null ? request : request.cookie(session)).exchange().getResponse();
  }

  private static Cookie session(MockHttpServletResponse response) {
    Cookie session = response.getCookie("SESSION");
    assertThat(session).as("session cookie").isNotNull();
    return java.util.Objects.requireNonNull(session);
  }

  private static String plain(MockHttpServletResponse response, String email) throws Exception {
    return response
        .getContentAsString()
        .replace(email, "ADDRESS")
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  private long mails(String to) {
    return jdbc.sql("select count(*) from platform.mail where recipient = ?")
        .param(to)
        .query(Long.class)
        .single();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static String path(String address) {
    return address.substring(address.indexOf("/sign-in/"));
  }

  private static String refused(Runnable work) {
    try {
      work.run();
      return "nothing";
    } catch (eu.metacluster.shared.Refusal refusal) {
      return refusal.code();
    }
  }

  private static void assertGone(MockHttpServletResponse response) {
    assertThat(response.getStatus()).isEqualTo(410);
  }
}
