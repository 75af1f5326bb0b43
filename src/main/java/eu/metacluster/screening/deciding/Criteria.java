package eu.metacluster.screening.deciding;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the committee, all versions of them. No version is ever changed or removed. */
@Component
public class Criteria {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,38}");
  private static final int LONGEST = 400;

  private final JdbcClient jdbc;
  private final Journal journal;

  Criteria(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  /** What may be cited now, those for taking in first. */
  public List<Criterion> inForce() {
    return jdbc.sql(
            "select * from screening.criterion where retired_at is null order by kind, sort, key")
        .query(Criteria::read)
        .list();
  }

  /** Every version, by rule, the newest first. */
  public List<Criterion> all() {
    return jdbc.sql("select * from screening.criterion order by kind, sort, key, version desc")
        .query(Criteria::read)
        .list();
  }

  /**
   * The criterion that a vote cites.
   *
   * @throws Refusal when there is none such, it is not in force, or it does not fit the verdict
   */
  @Nullable Criterion cited(@Nullable String id, Verdict verdict) {
    if (id == null || id.isBlank()) {
      if (verdict == Verdict.RETURN || verdict == Verdict.ARCHIVE) {
        return null;
      }
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1503", "screening.error.criterionMissing");
    }
    return inForce().stream()
        .filter(criterion -> criterion.id().equals(id) && criterion.fits(verdict))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1504", "screening.error.criterion"));
  }

  /**
   * Adds a rule, or a new version of one; the version before is retired.
   *
   * @throws Refusal when the key or a text cannot be used
   */
  @Transactional
  public void add(UUID actor, String key, boolean in, String scope, String english, String french) {
    if (!KEY.matcher(key).matches()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1510", "screening.error.criterionKey");
    }
    if (blank(english) || blank(french)) {
      throw new Refusal(
          Refusal.Kind.BAD_INPUT, "MC-1511", "screening.error.criterionText", LONGEST);
    }
    if (!in == !scope.equals("out") || !List.of("core", "borderline", "out").contains(scope)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1512", "screening.error.criterionScope");
    }
    int version = retireAndCount(key) + 1;
    jdbc.sql(
            """
            insert into screening.criterion (key, version, kind, scope, sort, text_en, text_fr)
            values (:key, :version, :kind, :scope,
              coalesce((select min(sort) from screening.criterion where key = :key),
                       (select coalesce(max(sort), 0) + 10 from screening.criterion)),
              :english, :french)""")
        .param("key", key)
        .param("version", version)
        .param("kind", in ? "in" : "out")
        .param("scope", scope)
        .param("english", english.strip())
        .param("french", french.strip())
        .update();
    journal.append(
        new NewEntry(
            "screening.criterion-added", null, actor, Map.of("key", key, "version", version)));
  }

  /** Takes a rule out of force; decisions that cite it keep it. */
  @Transactional
  public void retire(UUID actor, String key) {
    int others =
        jdbc.sql(
                """
                select count(*) from screening.criterion where retired_at is null and key <> :key
                and kind = (select kind from screening.criterion
                            where key = :key and retired_at is null)""")
            .param("key", key)
            .query(Integer.class)
            .single();
    if (others == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1513", "screening.error.criterionLast");
    }
    retireAndCount(key);
    journal.append(new NewEntry("screening.criterion-retired", null, actor, Map.of("key", key)));
  }

  private int retireAndCount(String key) {
    jdbc.sql("lock table screening.criterion in share row exclusive mode").update();
    jdbc.sql(
            """
            update screening.criterion set retired_at = now()
            where key = :key and retired_at is null""")
        .param("key", key)
        .update();
    return jdbc.sql("select coalesce(max(version), 0) from screening.criterion where key = :key")
        .param("key", key)
        .query(Integer.class)
        .single();
  }

  private static boolean blank(String text) {
    return text.isBlank() || text.length() > LONGEST;
  }

  private static Criterion read(ResultSet row, int n) throws SQLException {
    Timestamp retired = row.getTimestamp("retired_at");
    return new Criterion(
        row.getString("key"),
        row.getInt("version"),
        row.getString("kind").equals("in"),
        row.getString("scope"),
        row.getInt("sort"),
        row.getString("text_en"),
        row.getString("text_fr"),
        row.getTimestamp("since").toInstant(),
        retired == null ? null : retired.toInstant());
  }
}
