package eu.metacluster.people.notices;

import eu.metacluster.people.Token;
import eu.metacluster.shared.Refusal;
import java.sql.Array;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links in mails that stop what the mail was about; no signing in needed. */
@Component
class StopLinks {

  static final String PATH = "/notices/stop/";

  private final JdbcClient jdbc;

  StopLinks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a link stops. */
  record Stop(UUID account, List<String> topics) {}

  /** A row for {@code insert into people.notice_stop (hash, account, topics)}. */
  static Object[] row(String token, UUID account, Collection<String> topics) {
    return new Object[] {Token.hash(token), account, topics.toArray(String[]::new)};
  }

  /**
   * What the token stops.
   *
   * @throws Refusal MC-1210 when it stops nothing (any more)
   */
  Stop look(String token) {
    return jdbc.sql("select account, topics from people.notice_stop where hash = ?")
        .param(Token.hash(token))
        .query(
            (row, number) -> {
              Array topics = row.getArray("topics");
              return new Stop(
                  row.getObject("account", UUID.class),
                  Arrays.asList((String[]) topics.getArray()));
            })
        .optional()
        .orElseThrow(() -> new Refusal(Refusal.Kind.GONE, "MC-1210", "people.error.stopLinkGone"));
  }
}
