package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.support.HttpPerson;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody with a name of one word is erased from what they gave, and the word stays elsewhere. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class MononymTests {

  @Autowired Committee committee;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();

  private UUID published(String email, String name) {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(
                Field.TITLE,
                "May and the registry of " + number,
                Field.SUMMARY,
                "It may help in May, says May. " + Committee.CORE),
            "Ask May.",
            Language.EN,
            true,
            null);
    UUID id = submissions.open(Submission.Way.FORM, typed, new Sender(email, name, ""));
    receiving.receive(id, Instant.now(), Map.of());
    UUID record = submissions.find(id).map(Submission::record).orElseThrow();
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    committee.settle();
    return record;
  }

  private GridRecord record(UUID id) {
    return records.find(id).orElseThrow();
  }

  @Test
  void aNameOfOneWordGoesFromWhatThePersonGaveAndStaysInWhatOthersSaid() throws Exception {
    String email = "may" + number + "@example.org";
    UUID own = published(email, "May");
    UUID other = published("other" + number + "@example.org", "Somebody Else");
    try (HttpPerson chief = new HttpPerson("http://localhost:" + port);
        HttpPerson visitor = new HttpPerson("http://localhost:" + port)) {
      Persons persons = new Persons(jdbc);
      chief.signIn(persons.link(persons.with(Role.ADMINISTRATOR)));
      chief.post("/processing/erasure", "/processing", "email", email);
      committee.settle();
      assertThat(record(own).title()).isEqualTo("… and the registry of " + number);
      assertThat(record(own).path()).doesNotContain("may").contains("registry");
      String page = visitor.get(record(own).path()).body();
      assertThat(page).contains("It may help in …, says ….").doesNotContain("says May");
      assertThat(record(other).title()).isEqualTo("May and the registry of " + number);
      assertThat(visitor.get(record(other).path()).body()).contains("says May");
      assertThat(
              jdbc.sql("select title from screening.case where lead = ?")
                  .param(own)
                  .query(String.class)
                  .list())
          .noneMatch(title -> title.contains("May"));
    }
  }
}
