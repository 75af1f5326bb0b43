package eu.metacluster.people;

import eu.metacluster.shared.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time links: 256 random bits, of which only the SHA-256 is kept. A link serves one purpose,
 * once, for a while; two who use it at the same moment cannot both succeed.
 */
@Component
class Links {

  static final String PATH = "/sign-in/";

  private static final String ALIVE =
      " from people.link where hash = ? and used_at is null and expires_at > now()";

  private final JdbcClient jdbc;

  Links(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A new link's token.
   *
   * @param account whom it signs in
   * @param back a path of this site
   */
  String open(Purpose purpose, @Nullable UUID account, String back) {
    String token = Token.fresh();
    jdbc.sql("delete from people.link where expires_at < now() - interval '30 days'").update();
    jdbc.sql(
            """
            insert into people.link (hash, purpose, account, back, expires_at)
            values (?, ?, ?, ?, now() + make_interval(secs => ?))
            """)
        .param(Token.hash(token))
        .param(purpose.name())
        .param(account)
        .param(back)
        .param(purpose.life().toSeconds())
        .update();
    return token;
  }

  /** Makes all links of a purpose that nobody used useless. */
  void revoke(Purpose purpose) {
    jdbc.sql("delete from people.link where purpose = ? and used_at is null")
        .param(purpose.name())
        .update();
  }

  /** Makes all links of a person that nobody used useless. */
  void revoke(UUID account) {
    jdbc.sql("delete from people.link where account = ? and used_at is null")
        .param(account)
        .update();
  }

  /**
   * What the link is, without using it up.
   *
   * @throws Refusal MC-1200 when it does not serve (any more)
   */
  Link look(String token) {
    return jdbc.sql("select purpose, account, back" + ALIVE)
        .param(Token.hash(token))
        .query(Link::of)
        .optional()
        .orElseThrow(Links::gone);
  }

  /**
   * Uses the link up, in the running transaction.
   *
   * @throws Refusal MC-1200 when it does not serve (any more), or not for this
   */
  Link use(String token, Purpose purpose) {
    return jdbc.sql(
            """
            update people.link set used_at = now()
            where hash = ? and purpose = ? and used_at is null and expires_at > now()
            returning purpose, account, back
            """)
        .params(Token.hash(token), purpose.name())
        .query(Link::of)
        .optional()
        .orElseThrow(Links::gone);
  }

  static Refusal gone() {
    return new Refusal(Refusal.Kind.GONE, "MC-1200", "people.error.linkGone");
  }
}
