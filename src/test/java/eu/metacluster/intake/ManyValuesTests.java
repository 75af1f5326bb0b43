package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A correction adds and removes values of a field that has several. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class ManyValuesTests {

  private static final String OLD = "https://old.example.org/project";
  private static final String KEPT = "https://kept.example.org/project";
  private static final String NEW = "https://new.example.org/project";

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired RecordTexts texts;
  @Autowired OpenRecords open;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();
  private final String email = "many" + number + "@example.org";

  private Finding project(String... links) {
    Finding plain =
        Committee.project(number, "MV" + number, "Many values " + number, Committee.CORE);
    List<Finding.Fact> facts = new ArrayList<>(plain.facts());
    for (String link : links) {
      facts.add(Finding.Fact.of(Field.URL, link));
    }
    return new Finding(
        plain.kind(),
        plain.key(),
        plain.identifiers(),
        facts,
        List.of(),
        plain.at(),
        facts.toString().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> links(UUID record) {
    return texts
        .stated(List.of(record), List.of(Field.URL))
        .getOrDefault(record, Map.of())
        .getOrDefault(Field.URL, List.of());
  }

  private List<String> passedOn(UUID record) {
    return Objects.requireNonNull(open.of(List.of(record)).get(record)).claims().stream()
        .map(ClaimView::value)
        .toList();
  }

  private void correct(HttpPerson person, String path, String title) throws Exception {
    String page = "/correct?record=" + path;
    assertThat(person.get(page).body()).contains(OLD + "\n" + KEPT).contains("value=\"ai\"");
    assertThat(
            person
                .post(
                    "/correct",
                    page,
                    "record",
                    path,
                    "do",
                    "send",
                    "title",
                    title,
                    "summary",
                    Committee.CORE,
                    "startDate",
                    "2024-05-01",
                    "url",
                    KEPT + "\n\n" + NEW + "\n",
                    "technology",
                    "ai",
                    "email",
                    email,
                    "own",
                    "",
                    "agreed",
                    "yes")
                .statusCode())
        .isEqualTo(200);
    person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/project");
    committee.settle();
  }

  private CaseFile caseOfCorrection(UUID target) {
    UUID candidate =
        jdbc.sql("select record from intake.submission where target = ? and state = 'received'")
            .param(target)
            .query(UUID.class)
            .single();
    return jdbc.sql(
            """
            select c.handle from screening.case c join screening.case_member m
              on m.case_id = c.id where m.record = ?""")
        .param(candidate)
        .query(String.class)
        .optional()
        .map(committee::byHandle)
        .orElseThrow();
  }

  @Test
  void valuesAreAddedAndRemovedWhenTheCommitteeAgreesAndComeBackWhenItUndoes() throws Exception {
    Origin source = committee.origin();
    committee.propose(source, project(OLD, KEPT));
    CaseFile file = committee.caseOf(number);
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    UUID record = file.lead();
    try (HttpPerson person = new HttpPerson("http://localhost:" + port);
        HttpPerson reviewer = new HttpPerson("http://localhost:" + port)) {
      correct(person, committee.record(file).path(), committee.record(file).title());
      assertThat(links(record)).containsExactly(OLD, KEPT);
      CaseFile correction = caseOfCorrection(record);
      Persons persons = new Persons(jdbc);
      String shown =
          reviewer
              .signIn(persons.link(persons.with(Role.COMMITTEE)))
              .get("/queue/" + correction.handle())
              .body();
      assertThat(shown)
          .contains("Adds links: " + NEW)
          .contains("Removes links: " + OLD)
          .doesNotContain("Adds links: " + KEPT);
      assertThat(person.get(new Post(jdbc).link(email, "/status/")).body())
          .contains("To be removed");

      deciding.vote(committee.ada, correction.handle(), Committee.authorise(correction));
      committee.settle();
      assertThat(links(record)).containsExactlyInAnyOrder(KEPT, NEW);
      assertThat(committee.record(file).technologies()).contains("ai");
      String page = person.get(committee.record(file).path()).body();
      assertThat(page).contains(NEW).contains(KEPT).doesNotContain("href=\"" + OLD);
      assertThat(records.claims(record))
          .filteredOn(claim -> claim.value().equals(OLD))
          .hasSize(1)
          .noneMatch(ClaimView::current);
      assertThat(records.claims(record)).noneMatch(claim -> claim.field() == Field.NOT);
      assertThat(passedOn(record))
          .as("what others may read")
          .contains(KEPT, NEW)
          .noneMatch(value -> value.contains(OLD));

      committee.propose(source, project(OLD, KEPT));
      assertThat(links(record)).as("the source says nothing new").doesNotContain(OLD);
      deciding.undo(committee.chief, correction.handle());
      assertThat(links(record)).containsExactlyInAnyOrder(OLD, KEPT);
      assertThat(committee.record(file).technologies()).doesNotContain("ai");
    }
  }

  @Test
  void badLinesAreSaidBesideTheField() throws Exception {
    committee.propose(committee.origin(), project(OLD));
    CaseFile file = committee.caseOf(number);
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    String path = committee.record(file).path();
    String page = "/correct?record=" + path;
    try (HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      String bad =
          person
              .post(
                  "/correct",
                  page,
                  "record",
                  path,
                  "do",
                  "send",
                  "title",
                  "T",
                  "summary",
                  "S",
                  "url",
                  OLD + "\njavascript:alert(1)",
                  "technology",
                  "magic",
                  "email",
                  email,
                  "agreed",
                  "yes")
              .body();
      assertThat(bad).contains("url-error", "technology-error").contains("javascript:alert(1)");
      String nothing =
          person
              .post(
                  "/correct",
                  page,
                  "record",
                  path,
                  "do",
                  "send",
                  "title",
                  committee.record(file).title(),
                  "acronym",
                  "MV" + number,
                  "summary",
                  Committee.CORE,
                  "startDate",
                  "2024-05-01",
                  "url",
                  OLD,
                  "email",
                  email,
                  "agreed",
                  "yes")
              .body();
      assertThat(nothing).contains("note-error");
    }
  }

  @Test
  void theBudgetOfACallIsGivenInTheFormAndCorrected() throws Exception {
    String title = "Call " + number;
    try (HttpPerson person = new HttpPerson("http://localhost:" + port)) {
      String[] call = {
        "do",
        "send",
        "title",
        title,
        "summary",
        Committee.CORE,
        "status",
        "OPEN",
        "url",
        "https://call.example.org/" + number,
        "budget",
        "a lot",
        "email",
        email,
        "agreed",
        "yes"
      };
      assertThat(person.post("/add/call", "/add/call", call).body()).contains("budget-error");
      call[11] = "€ 1.200.000,50";
      assertThat(person.post("/add/call", "/add/call", call).statusCode()).isEqualTo(200);
      person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/call");
      committee.settle();
      UUID record =
          jdbc.sql("select id from grid.record where title = ?")
              .param(title)
              .query(UUID.class)
              .single();
      assertThat(budgets(record)).containsExactly("1200000.50");
      assertThat(records.claims(record))
          .filteredOn(claim -> claim.field() == Field.BUDGET)
          .extracting(ClaimView::sourceName)
          .containsExactly("Handed in on this site");
      publish(record);
      String path = records.find(record).orElseThrow().path();
      String page = "/correct?record=" + path;
      assertThat(person.get(page).body()).contains("1200000.50</textarea>");
      call[11] = "2 000 000\n300000 SEK";
      List<String> changed = new ArrayList<>(List.of(call));
      changed.addAll(List.of("record", path));
      person.post("/correct", page, changed.toArray(String[]::new));
      person.post(new Post(jdbc).link(email, "/add/confirm/"), "/add/call");
      committee.settle();
      CaseFile correction = caseOfCorrection(record);
      deciding.vote(committee.ada, correction.handle(), Committee.authorise(correction));
      assertThat(budgets(record)).containsExactlyInAnyOrder("2000000", "300000 SEK");
    }
  }

  private List<String> budgets(UUID record) {
    return texts
        .stated(List.of(record), List.of(Field.BUDGET))
        .getOrDefault(record, Map.of())
        .getOrDefault(Field.BUDGET, List.of());
  }

  private void publish(UUID record) {
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    committee.settle();
  }
}
