package eu.metacluster.people.privacy;

import eu.metacluster.journal.Journal;
import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.Striking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this module itself holds about people. */
@Configuration(proxyBeanMethods = false)
class AccountData {

  private static final int ENTRIES = 1000;

  @Bean
  @Order(1)
  PersonalData accountHeld(Accounts accounts) {
    return new Held("people.data.account") {
      @Override
      List<Map<String, Object>> export(UUID id) {
        Map<String, Object> row = new LinkedHashMap<>();
        Account account = accounts.get(id);
        row.put("id", account.id().toString());
        row.put("email", account.email());
        row.put("name", account.name());
        row.put("role", account.role().name());
        row.put("language", account.language().code());
        row.put("created", account.created());
        return List.of(row);
      }
    };
  }

  @Bean
  @Order(2)
  PersonalData consentsHeld(JdbcClient jdbc, Consents consents) {
    return new Held("people.data.consents") {
      @Override
      List<Map<String, Object>> export(UUID id) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Consent consent : consents.of(id)) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("purpose", consent.purpose());
          row.put("version", consent.version());
          row.put("text", consent.text());
          row.put("how", consent.how());
          row.put("given", consent.given());
          row.put("withdrawn", consent.withdrawn());
          rows.add(row);
        }
        return rows;
      }

      @Override
      public void erase(Subject subject) {
        jdbc.sql(
                """
                update people.consent set withdrawn_at = now(), withdrawn_how = 'erased'
                where account = ? and withdrawn_at is null
                """)
            .param(subject.account())
            .update();
      }
    };
  }

  @Bean
  @Order(3)
  PersonalData noticesHeld(JdbcClient jdbc, Striking striking) {
    return new Held("people.data.notices") {
      @Override
      List<Map<String, Object>> export(UUID id) {
        return jdbc.sql(
                """
                select created_at as created, topic, subject, body as text from people.notice
                where account = ? order by created_at
                """)
            .param(id)
            .query()
            .listOfRows();
      }

      /**
       * The person's own go with the account; what others were told of the person loses the name.
       */
      @Override
      public void erase(Subject subject) {
        striking.strike(subject.words(), "people.notice", "subject", "body");
      }
    };
  }

  @Bean
  @Order(4)
  PersonalData choicesHeld(JdbcClient jdbc) {
    return rows(
        jdbc,
        "people.data.choices",
        "select topic, frequency, language from people.notice_choice where account = ?");
  }

  @Bean
  @Order(5)
  PersonalData passkeysHeld(JdbcClient jdbc) {
    return rows(
        jdbc,
        "people.data.passkeys",
        """
                select label, created_at as created, last_used_at as used from people.passkey
                where account = ? order by created_at
                """);
  }

  @Bean
  @Order(6)
  PersonalData rolesHeld(JdbcClient jdbc) {
    return rows(
        jdbc,
        "people.data.roles",
        """
                select role, place_kind as kind, place, from_day as "from", to_day as "to"
                from people.held_role where account = ? order by from_day
                """);
  }

  @Bean
  @Order(7)
  PersonalData devicesHeld(JdbcClient jdbc) {
    return rows(
        jdbc,
        "people.data.devices",
        """
                select first_used_at as first, last_used_at as last from people.device
                where account = ? order by first_used_at
                """);
  }

  @Bean
  @Order(90)
  PersonalData journalHeld(Journal journal) {
    return new Held("people.data.journal") {
      @Override
      List<Map<String, Object>> export(UUID id) {
        List<Map<String, Object>> rows = new ArrayList<>();
        journal
            .history(id, ENTRIES)
            .forEach(
                entry -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("at", entry.at());
                  row.put("kind", entry.kind());
                  row.put("data", entry.data());
                  rows.add(row);
                });
        return rows;
      }
    };
  }

  /** What a query says of an account. */
  private static PersonalData rows(JdbcClient jdbc, String key, String sql) {
    return new Held(key) {
      @Override
      List<Map<String, Object>> export(UUID id) {
        return jdbc.sql(sql).param(id).query().listOfRows();
      }
    };
  }

  /** Data that hangs on an account and goes with its row. */
  private abstract static class Held implements PersonalData {

    private final String key;

    Held(String key) {
      this.key = key;
    }

    abstract List<Map<String, Object>> export(UUID account);

    @Override
    public String key() {
      return key;
    }

    @Override
    public List<Map<String, Object>> export(Subject subject) {
      UUID account = subject.account();
      return account == null ? List.of() : export(account);
    }

    @Override
    public void erase(Subject subject) {}
  }
}
