package eu.metacluster.people.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Consents have their proof; an erased person is found nowhere, and what others count on stays. */
@ProductTest
class PrivacyTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Notices notices;
  @Autowired Mailer mailer;
  @Autowired Retention retention;
  @Autowired TransactionTemplate transaction;
  @Autowired List<ConsentPurpose> purposes;

  @Value("${metacluster.data}")
  Path data;

  private Identity person;
  private String address;
  private String name;

  @BeforeEach
  void person() {
    person = new Persons(jdbc).with(Role.MEMBER);
    address = person.account() + "@member.test";
    name = "Zsófia Unverwechselbar-" + person.account().toString().substring(24);
    jdbc.sql("update people.account set name = ? where id = ?")
        .params(name, person.account())
        .update();
  }

  @Test
  void anErasedPersonIsFoundInNoTableNoIndexNoSnapshotAndNoOutbox() throws IOException {
    leaveTraces();
    assertThat(tables(address)).as("before").isNotEmpty();
    long entries = count("select count(*) from journal.entry where subject = ?");
    assertThat(post("/account/erasure", "email", "somebody@else.test").getStatus()).isEqualTo(400);
    assertThat(tables(address)).as("after a slip").isNotEmpty();
    assertThat(post("/account/erasure", "email", address).getStatus()).isEqualTo(303);
    assertThat(tables(address)).isEmpty();
    assertThat(tables(name)).isEmpty();
    assertThat(files(address)).isEmpty();
    assertThat(count("select count(*) from journal.entry where subject = ?"))
        .isGreaterThan(entries);
    assertThat(count("select count(*) from people.consent where account = ?"))
        .as("the ledger keeps its count under a number that names nobody")
        .isOne();
  }

  private void leaveTraces() {
    String link = new Persons(jdbc).link(person);
    mvc.post().uri(link).with(csrf()).exchange();
    post("/sign-in", "email", address);
    consents("people.consent.news", true);
    transaction.executeWithoutResult(
        status -> {
          notices.tell(
              List.of(person.account()),
              "harvest.topic.alarms",
              "/sources",
              "harvest.mail.alarm.subject.silent",
              "harvest.mail.alarm.text.silent",
              name,
              "http://localhost",
              address,
              "");
          mailer.send("other@house.test", "About " + address, "Write to " + address);
        });
  }

  @Test
  void aConsentKeepsItsTextAndItsProofAndEndsAsEasilyAsItBegan() {
    String purpose = purposes.getFirst().key();
    consents(purpose, true);
    consents(purpose, true);
    String hash =
        jdbc.sql("select text_sha256 from people.consent where account = ?")
            .param(person.account())
            .query(String.class)
            .single();
    assertThat(
            jdbc.sql(
                    """
                    select data::text from journal.entry
                    where subject = ? and kind = 'people.consent-given'
                    """)
                .param(person.account())
                .query(String.class)
                .list())
        .singleElement()
        .satisfies(entry -> assertThat(entry).contains(hash));
    consents(purpose, false);
    assertThat(
            count("select count(*) from people.consent where account = ? and withdrawn_at is null"))
        .isZero();
  }

  @Test
  void oneTakesAlongAllThatIsHeld() throws Exception {
    leaveTraces();
    String json =
        mvc.get()
            .uri("/account/data.json")
            .with(authentication(person.authentication()))
            .exchange()
            .getResponse()
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(json)
        .contains(address)
        .contains("people.data.notices")
        .contains("people.consent.news");
  }

  @Test
  void retentionSaysWhatItWouldRemoveAndRemovesThat() {
    leaveTraces();
    int before = due();
    jdbc.sql("update people.notice set created_at = now() - interval '200 days' where account = ?")
        .param(person.account())
        .update();
    assertThat(due()).isEqualTo(before + 1);
    assertThat(count("select count(*) from people.notice where account = ?")).isOne();
    retention.apply(null);
    assertThat(count("select count(*) from people.notice where account = ?")).isZero();
  }

  private int due() {
    return retention.rehearse().stream()
        .filter(rule -> rule.key().equals("people.retention.notices"))
        .mapToInt(RetentionDue::due)
        .sum();
  }

  private void consents(String purpose, boolean agree) {
    mvc.post()
        .uri("/account/consents")
        .param("purpose", purpose)
        .param("agree", String.valueOf(agree))
        .with(csrf())
        .with(authentication(person.authentication()))
        .exchange();
  }

  private MockHttpServletResponse post(String path, String field, String value) {
    return mvc.post()
        .uri(path)
        .param(field, value)
        .with(csrf())
        .with(authentication(person.authentication()))
        .exchange()
        .getResponse();
  }

  private long count(String sql) {
    return jdbc.sql(sql).param(person.account()).query(Long.class).single();
  }

  /** Every column of every table that has the text, bytes included. */
  private List<String> tables(String text) {
    List<String> found = new ArrayList<>();
    jdbc.sql(
            """
            select table_schema || '.' || table_name as name, column_name as cell, data_type as type
            from information_schema.columns
            where table_schema not in ('pg_catalog', 'information_schema')
            and data_type in ('text', 'character varying', 'bytea', 'jsonb', 'json', 'ARRAY',
            'character')
            """)
        .query()
        .listOfRows()
        .forEach(
            column -> {
              String cell = "\"" + column.get("cell") + "\"";
              boolean bytes = "bytea".equals(column.get("type"));
              String condition =
                  bytes
                      ? "position(convert_to(?, 'UTF8') in " + cell + ") > 0"
                      : "position(? in " + cell + "::text) > 0";
              if (has(
                  "select exists (select from " + column.get("name") + " where " + condition,
                  text)) {
                found.add(column.get("name") + "." + cell);
              }
            });
    return found;
  }

  private boolean has(String sql, String text) {
    return jdbc.sql(sql + ")").param(text).query(Boolean.class).single();
  }

  /** Every file of the data folder, the search index among them. */
  private List<String> files(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String content = read(file);
        if (content != null && content.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
          found.add(file.toString());
        }
      }
    }
    return found;
  }

  private static @Nullable String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void anAdministratorErasesAnAddressWithoutAnAccount() {
    String stranger = UUID.randomUUID() + "@nowhere.test";
    mailer.send(stranger, "Hello", "Text");
    Identity administrator = new Persons(jdbc).with(Role.ADMINISTRATOR);
    mvc.post()
        .uri("/processing/erasure")
        .param("email", stranger)
        .with(csrf())
        .with(authentication(administrator.authentication()))
        .exchange();
    assertThat(tables(stranger)).isEmpty();
  }
}
