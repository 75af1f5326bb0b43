package eu.metacluster.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.harvest.LookUp;
import eu.metacluster.harvest.lookup.LookUps;
import eu.metacluster.intake.receiving.Filled;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.SendingPace;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A form fills itself from who knows the thing, and stays a draft whatever happens. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class FillingTests {

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Records records;
  @Autowired Sheets sheets;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired ApplicationContext context;
  @LocalServerPort int port;
  @TempDir private Path data;

  private final String number = Committee.number();
  private Loopback server;
  private Filling filling;

  @BeforeEach
  void start() throws Exception {
    server = new Loopback();
    LookUps lookUps = context.getAutowireCapableBeanFactory().createBean(LookUps.class);
    LookUp lookUp = lookUps.at(server.at(""), data);
    filling = new Filling(records, lookUp, sheets, new SendingPace(100, 100, 5));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Sheet typed(RecordKind kind, Map<Field, String> facts) {
    Sender sender = new Sender("fill" + number + "@example.org", "", "");
    return new Sheet(kind, "", facts, "", sender, true, true, null, null, List.of(), Map.of());
  }

  private FillOutcome fill(Sheet sheet, String pointer) {
    return filling.fill(sheet, pointer, "192.0.2.1", Language.EN);
  }

  @Test
  void anEmptyFormIsFilledAndEachValueSaysWhereItIsFrom() throws Exception {
    String nct = "NCT" + number.substring(0, 8);
    String study =
        Files.readString(
            SharedData.at("payloads/clinicaltrials-v2/get_nct02576665_20260811.json"),
            StandardCharsets.UTF_8);
    server.on(
        "/trials/" + nct,
        "application/json",
        study.replace("NCT02576665", nct).getBytes(StandardCharsets.UTF_8));
    FillOutcome outcome = fill(typed(RecordKind.PROJECT, Map.of(Field.ACRONYM, "OWN")), nct);
    assertThat(outcome.trouble()).isEmpty();
    Sheet sheet = outcome.sheet();
    assertThat(sheet.facts().get(Field.TITLE)).isNotBlank();
    assertThat(sheet.facts().get(Field.ACRONYM)).isEqualTo("OWN");
    Sheet kept = sheets.draft(sheet.draft()).orElseThrow();
    assertThat(kept.facts()).isEqualTo(sheet.facts());
    Filled filled = Objects.requireNonNull(kept.filled());
    assertThat(filled.says(Field.TITLE, kept.facts().getOrDefault(Field.TITLE, ""))).isTrue();
    assertThat(filled.says(Field.ACRONYM, "OWN")).isFalse();

    UUID id = sheets.id(kept);
    receiving.receive(id, Instant.now(), Map.of());
    UUID record = submissions.find(id).map(Submission::record).orElseThrow();
    assertThat(records.identifiers(record)).contains(Identifier.of(Scheme.NCT, nct));
    assertThat(records.claims(record))
        .filteredOn(claim -> claim.field() == Field.TITLE)
        .extracting(ClaimView::evidence)
        .allMatch(words -> String.valueOf(words).startsWith("ClinicalTrials.gov: http"));
    assertThat(records.claims(record))
        .filteredOn(claim -> claim.field() == Field.ACRONYM)
        .extracting(ClaimView::evidence)
        .containsOnlyNulls();
  }

  @Test
  void partnersAndBudgetComeAlongAsTheSourceNamesThem() throws Exception {
    String grant = "2" + number.substring(0, 8);
    String project =
        Files.readString(
            SharedData.at("payloads/cordis/project-101190685.xml"), StandardCharsets.UTF_8);
    server.on(
        "/cordis/" + grant,
        "application/xml",
        project.replace("101190685", grant).getBytes(StandardCharsets.UTF_8));
    FillOutcome outcome = fill(typed(RecordKind.PROJECT, Map.of()), grant);
    assertThat(outcome.trouble()).isEmpty();
    Sheet kept = sheets.draft(outcome.sheet().draft()).orElseThrow();
    assertThat(kept.facts().get(Field.CONTRIBUTION)).matches("\\d+(\\.\\d+)?");
    Filled filled = Objects.requireNonNull(kept.filled());
    assertThat(filled.partners()).isNotEmpty().noneMatch(one -> one.name().isBlank());

    UUID id = sheets.id(kept);
    receiving.receive(id, Instant.now(), Map.of());
    Submission given = submissions.find(id).orElseThrow();
    UUID record = Objects.requireNonNull(given.record());
    assertThat(records.partners(record)).hasSameSizeAs(filled.partners());
    assertThat(records.partners(record)).extracting(one -> one.role()).contains("coordinator");
    assertThat(records.find(record).orElseThrow().contribution())
        .isEqualByComparingTo(kept.facts().getOrDefault(Field.CONTRIBUTION, ""));

    receiving.restate(given, given.facts());
    assertThat(records.partners(record)).as("said again").hasSameSizeAs(filled.partners());
  }

  @Test
  void anAmountIsReadAsPeopleTypeIt() {
    for (String typed : List.of("€ 1,200,000.50", "1.200.000,50", "1 200 000,50", "1'200'000.50")) {
      assertThat(Slot.plainAmount(typed)).as(typed).isEqualTo("1200000.50");
    }
    assertThat(Slot.plainAmount("1,200")).isEqualTo("1200");
    assertThat(Slot.plainAmount("about a million")).isEqualTo("about a million");
  }

  @Test
  void whatWasTypedStaysAndASecondSourceReplacesTheFirst() {
    server.on("/one", "text/html", page("One way"));
    server.on("/two", "text/html", page("Two ways"));
    Sheet one = fill(typed(RecordKind.PRACTICE, Map.of()), server.at("/one").toString()).sheet();
    assertThat(one.facts().get(Field.TITLE)).isEqualTo("One way");
    Sheet two = fill(one, server.at("/two").toString()).sheet();
    assertThat(two.facts().get(Field.TITLE)).isEqualTo("Two ways");
    assertThat(two.draft()).isEqualTo(one.draft());
    Sheet own =
        fill(
                typed(RecordKind.PRACTICE, Map.of(Field.TITLE, "My words")),
                server.at("/one").toString())
            .sheet();
    assertThat(own.facts().get(Field.TITLE)).isEqualTo("My words");
    assertThat(Objects.requireNonNull(own.filled()).said(Field.TITLE)).isEqualTo("One way");
  }

  private static byte[] page(String title) {
    return ("<html><head><meta property='og:title' content='" + title + "'></head><body></body>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whateverHappensTheDraftStays() {
    Map<Field, String> facts = Map.of(Field.TITLE, "Kept " + number);
    for (Map.Entry<String, String> one :
        Map.of(
                "",
                "empty",
                "something",
                "not_understood",
                "10.4321/" + number,
                "unknown",
                "http://10.0.0.1/",
                "not_public",
                "http://127.0.0.1:1/",
                "unreachable")
            .entrySet()) {
      FillOutcome outcome = fill(typed(RecordKind.PROJECT, facts), one.getKey());
      assertThat(outcome.trouble()).isEqualTo("intake.fill." + one.getValue());
      assertThat(sheets.draft(outcome.sheet().draft()).orElseThrow().facts()).isEqualTo(facts);
    }
    for (int i = 0; i < 6; i++) {
      fill(typed(RecordKind.PROJECT, facts), "10.4321/" + number + i);
    }
    FillOutcome often = fill(typed(RecordKind.PROJECT, facts), "10.4321/" + number);
    assertThat(often.trouble()).isEqualTo("intake.fill.too_often");
  }

  @Test
  void whatTheGridHasIsShownAndNobodyElseIsAsked() throws Exception {
    String grant = "9" + number.substring(0, 8);
    committee.propose(
        committee.origin(),
        Committee.project(grant, "LQ" + grant, "Known " + grant, Committee.CORE));
    FillOutcome hidden = fill(typed(RecordKind.PROJECT, Map.of()), grant);
    assertThat(hidden.known()).as("what is not public yet is nobody's to see").isNull();
    CaseFile file = committee.caseOf(grant);
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    int asked = server.asked.size();
    FillOutcome known = fill(typed(RecordKind.PROJECT, Map.of()), "Grant " + grant);
    assertThat(Objects.requireNonNull(known.known()).path())
        .isEqualTo(committee.record(grant).path());
    assertThat(server.asked).hasSize(asked);
    try (HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      String page =
          person
              .post("/add/project", "/add/project", "do", "fill", "pointer", grant, "title", "T")
              .body();
      assertThat(page).contains("/correct?record=" + committee.record(grant).path());
      assertThat(page).contains("/add/draft/");
      String typing = person.post("/add/event", "/add/event", "do", "enter", "pointer", "?").body();
      assertThat(typing).contains("pointer-error");
    }
  }
}
