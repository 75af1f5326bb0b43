package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.grid.Companions;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.OpenHistory;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.Axe;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.ProductTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A correction says of single partners that one is missing, is none, or has another role. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class PartnerCorrectionTests {

  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Records records;
  @Autowired RecordTexts texts;
  @Autowired OpenRecords open;
  @Autowired OpenHistory history;
  @Autowired Companions companions;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private final String email = "parts" + number + "@example.org";
  private Origin source;
  private CaseFile file;
  private UUID project;

  private static Identifier pic(String number, int which) {
    String tail = number.substring(Math.max(0, number.length() - 7));
    return Identifier.of(
        Identifier.Scheme.PIC, "9" + which + "0000000".substring(tail.length()) + tail);
  }

  private UUID organisation(int which) {
    return records.find(pic(number, which)).orElseThrow().id();
  }

  private Finding organisation(int which, String name) {
    Identifier pic = pic(number, which);
    return new Finding(
        RecordKind.ORGANISATION,
        pic.value(),
        List.of(pic),
        List.of(Finding.Fact.of(Field.TITLE, name), Finding.Fact.of(Field.COUNTRY, "ES")),
        List.of(),
        AT,
        name.getBytes(StandardCharsets.UTF_8));
  }

  private Finding.Partner partner(int which, String role, long euro) {
    return new Finding.Partner(
        pic(number, which),
        role,
        BigDecimal.valueOf(euro),
        null,
        null,
        "ES",
        null,
        null,
        null,
        false,
        which,
        AT);
  }

  private Finding project(String summary, Finding.Partner... partners) {
    Finding plain = Committee.project(number, "PC" + number, "Partners of " + number, summary);
    return new Finding(
        plain.kind(),
        plain.key(),
        plain.identifiers(),
        plain.facts(),
        List.of(partners),
        plain.at(),
        (summary + List.of(partners)).getBytes(StandardCharsets.UTF_8));
  }

  private Finding stated(String summary) {
    return project(
        summary,
        partner(1, "coordinator", 100_000),
        partner(2, "participant", 20_000),
        partner(3, "participant", 3_000));
  }

  @BeforeEach
  void publish() {
    source = committee.origin();
    committee.propose(
        source,
        organisation(1, "First House " + number),
        organisation(2, "Second House " + number),
        organisation(3, "Third House " + number),
        stated(Committee.CORE));
    file = committee.caseOf(number);
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    project = file.lead();
    committee.settle();
  }

  private String partners() {
    return records.partners(project).stream()
        .map(
            one ->
                one.other().title().replace(" " + number, "")
                    + " "
                    + one.role()
                    + (one.contribution() == null ? "" : " " + one.contribution()))
        .sorted()
        .toList()
        .toString();
  }

  private List<UUID> indexed(UUID record) {
    return texts.documents(List.of(record)).getFirst().partners().stream()
        .map(RecordDocument.PartnerLine::other)
        .toList();
  }

  private List<UUID> passedOn() {
    return Objects.requireNonNull(open.of(List.of(project)).get(project)).partners().stream()
        .map(OpenRecord.Partner::other)
        .toList();
  }

  private boolean takesPart(UUID organisation) {
    boolean shown =
        records.projectsOf(organisation, true).stream()
            .map(PartnerView::other)
            .map(GridRecord::id)
            .anyMatch(project::equals);
    boolean now =
        history.takings(records.find(organisation).orElseThrow()).stream()
            .anyMatch(one -> one.at(Instant.now()) && one.other().id().equals(project));
    assertThat(indexed(project).contains(organisation)).as("indexed").isEqualTo(shown);
    assertThat(indexed(organisation).contains(project)).as("indexed there").isEqualTo(shown);
    assertThat(passedOn().contains(organisation)).as("passed on").isEqualTo(shown);
    assertThat(now).as("history").isEqualTo(shown);
    assertThat(companions.taking(List.of(project)).getOrDefault(project, List.of()))
        .as("companions")
        .satisfies(all -> assertThat(all.contains(organisation)).isEqualTo(shown));
    return shown;
  }

  private CaseFile correction() {
    UUID candidate =
        jdbc.sql("select record from intake.submission where target = ? and state = 'received'")
            .param(project)
            .query(UUID.class)
            .single();
    return committee.byHandle(
        jdbc.sql(
                """
                select c.handle from screening.case c join screening.case_member m
                  on m.case_id = c.id where m.record = ?""")
            .param(candidate)
            .query(String.class)
            .single());
  }

  private static String place(UUID organisation, String role) {
    return "partner-" + organisation + "-" + role;
  }

  private String path() {
    return committee.record(file).path();
  }

  @Test
  void onAPhoneWithoutJavaScriptPartnersAreCorrectedAndComeBackWhenTheCommitteeUndoes()
      throws Exception {
    assertThat(partners())
        .isEqualTo(
            "[First House coordinator 100000, Second House participant 20000,"
                + " Third House participant 3000]");
    UUID second = organisation(2);
    try (Windows windows = new Windows(port);
        HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      Page phone = windows.open(committee.ben, false, 390, ColorScheme.DARK);
      phone.navigate("/correct?record=" + path());
      phone.selectOption("#" + place(second, "participant"), "none");
      phone.selectOption("#" + place(organisation(3), "participant"), "associatedPartner");
      phone.fill("#newPartner", "PIC " + pic(number, 4).value() + ", Fourth House " + number);
      phone.fill("#newPartner-1", "Fifth House " + number);
      phone.selectOption("#newRole-1", "thirdParty");
      phone.fill("#email", email);
      phone.focus("#agreed");
      phone.keyboard().press("Space");
      phone.press("button[name=do][value=send]", "Enter");
      phone.locator("main:has-text('" + email + "')").waitFor();
      person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/project");
      committee.settle();
      assertThat(takesPart(second)).as("before the committee agrees").isTrue();
      phone.navigate(new Post(jdbc).link(email, "/status/"));
      assertThat(phone.innerText("main"))
          .contains("Not a partner: Second House " + number)
          .contains("Another role: Third House " + number + " is associated partner")
          .contains("Fifth House " + number + ", as third party");
      CaseFile correction = correction();
      Page chief = windows.open(committee.chief);
      chief.navigate("/queue/" + correction.handle());
      assertThat(chief.innerText("main"))
          .contains("Not a partner: Second House " + number)
          .contains("Missing partner: PIC " + pic(number, 4).value());

      deciding.vote(committee.ada, correction.handle(), Committee.authorise(correction));
      committee.settle();
      String corrected =
          "[Fifth House thirdParty, First House coordinator 100000, Fourth House participant,"
              + " Third House associatedPartner 3000]";
      assertThat(partners()).isEqualTo(corrected);
      assertThat(takesPart(second)).isFalse();
      assertThat(takesPart(organisation(3))).isTrue();
      assertThat(takesPart(organisation(4))).isTrue();
      assertThat(records.find(organisation(4)).orElseThrow().state().isPublic()).isTrue();
      assertThat(records.find(second).orElseThrow().state().isPublic())
          .as("nothing public names it")
          .isFalse();
      assertThat(person.get(path()).body())
          .contains("Fourth House " + number, "Fifth House " + number)
          .doesNotContain("Second House " + number);
      assertThat(person.get("/api/v1/records/" + project).body())
          .contains("Fourth House " + number)
          .doesNotContain("Second House " + number);

      committee.propose(source, stated(Committee.CORE + " Changed."));
      assertThat(partners()).as("the source says nothing new of them").isEqualTo(corrected);

      deciding.undo(committee.chief, correction.handle());
      committee.settle();
      assertThat(partners())
          .isEqualTo(
              "[First House coordinator 100000, Second House participant 20000,"
                  + " Third House participant 3000]");
      assertThat(takesPart(second)).isTrue();
      assertThat(records.find(second).orElseThrow().state().isPublic()).isTrue();
      assertThat(records.find(organisation(4)).orElseThrow().state().isPublic()).isFalse();
      assertThat(person.get(path()).body())
          .contains("Second House " + number)
          .doesNotContain("Fourth House " + number);
    }
  }

  @Test
  void whatASourceStatesAnewAfterADenialIsShownAgain() throws Exception {
    UUID third = organisation(3);
    send("do", "send", place(third, "participant"), "none");
    CaseFile correction = correction();
    deciding.vote(committee.ada, correction.handle(), Committee.authorise(correction));
    assertThat(partners()).doesNotContain("Third House");
    Origin later = committee.origin();
    committee.propose(
        new Origin(later.source(), later.run(), Instant.now()),
        project(
            Committee.CORE,
            partner(1, "coordinator", 100_000),
            partner(2, "participant", 20_000),
            partner(3, "participant", 3_500)));
    assertThat(partners()).contains("Third House participant 3500");
  }

  @Test
  void whatOnlyLooksLikeADenialHidesNobodyAndHindersNothing() {
    Finding plain = stated(Committee.CORE);
    List<Finding.Fact> facts = new ArrayList<>(plain.facts());
    facts.add(Finding.Fact.of(Field.NOT, "partner: nobody participant"));
    facts.add(Finding.Fact.of(Field.NOT, "partner: "));
    committee.propose(
        committee.origin(),
        new Finding(
            plain.kind(),
            plain.key(),
            plain.identifiers(),
            facts,
            plain.partners(),
            plain.at(),
            facts.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(partners()).contains("First House", "Second House", "Third House");
  }

  private String send(String... more) throws Exception {
    try (HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      String[] fixed = {
        "record", path(), "title", "Partners of " + number, "email", email, "agreed", "yes"
      };
      String[] all = new String[fixed.length + more.length];
      System.arraycopy(fixed, 0, all, 0, fixed.length);
      System.arraycopy(more, 0, all, fixed.length, more.length);
      all = withSummary(all);
      String answer = person.post("/correct", "/correct?record=" + path(), all).body();
      if (answer.contains(email) && !answer.contains("newPartner-error")) {
        person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/project");
        committee.settle();
      }
      return answer;
    }
  }

  private static String[] withSummary(String[] fields) {
    String[] all = new String[fields.length + 2];
    System.arraycopy(fields, 0, all, 0, fields.length);
    all[fields.length] = "summary";
    all[fields.length + 1] = Committee.CORE;
    return all;
  }

  @Test
  void whatCannotBeMeantIsSaidBesideThePlaces() throws Exception {
    assertThat(send("do", "send", "newPartner", "12345"))
        .contains("newPartner-error")
        .contains("nine digits");
    assertThat(send("do", "send", "newPartner", "second house " + number))
        .contains("newPartner-error")
        .contains("already");
    assertThat(send("do", "send", "newPartner", "Sixth House", "newRole", "emperor"))
        .as("a role that there is not is the usual one")
        .doesNotContain("newPartner-error");
    assertThat(correction()).isNotNull();
  }

  @Test
  void withJavaScriptOnADesktopTheDraftKeepsItselfWithThePartners() {
    UUID second = organisation(2);
    try (Windows windows = new Windows(port)) {
      Page desk = windows.open(committee.eve, true, 1280, ColorScheme.LIGHT);
      desk.navigate("/correct?record=" + path());
      Axe.check(desk);
      desk.selectOption("#" + place(second, "participant"), "coordinator");
      desk.fill("#newPartner", "Seventh House " + number);
      String draft = desk.locator("#saved a[href^='/add/draft/']").first().getAttribute("href");
      desk.navigate(draft);
      assertThat(desk.inputValue("#" + place(second, "participant"))).isEqualTo("coordinator");
      assertThat(desk.inputValue("#newPartner")).isEqualTo("Seventh House " + number);
      assertThat(desk.locator("input[name=newPartner]").count()).isEqualTo(4);
      desk.fill("#email", email);
      desk.focus("#agreed");
      desk.keyboard().press("Space");
      desk.press("button[name=do][value=send]", "Enter");
      desk.locator("main:has-text('" + email + "')").waitFor();
      assertThat(new Post(jdbc).link(email, "/add/confirm/")).isNotBlank();
    }
  }
}
