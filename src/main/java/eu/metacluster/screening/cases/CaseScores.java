package eu.metacluster.screening.cases;

import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scope.ScopeText;
import eu.metacluster.screening.scoping.Gauge;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what a text's score is into cases that are there already. */
@Component
public class CaseScores {

  private static final int AT_ONCE = 500;

  private final JdbcTemplate jdbc;

  CaseScores(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A case with the score of its text.
   *
   * @param meant whether the text's vector took part
   */
  public record Scored(UUID id, ScopeScore score, boolean meant) {

    /** Scores a case's text. */
    public static Scored of(UUID id, ScopeText text, float @Nullable [] vector, Gauge gauge) {
      return new Scored(id, gauge.score(text, vector), vector != null);
    }
  }

  /** Writes these scores, all by the same gauge. */
  public void write(List<Scored> scored, Gauge gauge) {
    jdbc.batchUpdate(
        """
        update screening.case set scope = ?, p_core = ?, p_any = ?, usefulness = ?, pillars = ?,
          technologies = ?, cancers = ?, reading = ?, ranked_by = ?, meant = ? where id = ?""",
        scored,
        AT_ONCE,
        (statement, one) -> fill(statement, one, gauge));
  }

  private static void fill(PreparedStatement to, Scored one, Gauge gauge) throws SQLException {
    ScopeScore score = one.score();
    CaseReading reading = CaseReading.of(score);
    Facets facets = reading.facets();
    to.setString(1, word(score));
    to.setFloat(2, (float) score.core());
    to.setFloat(3, (float) score.any());
    to.setFloat(4, (float) score.usefulness());
    to.setArray(5, texts(to, facets.pillars()));
    to.setArray(6, texts(to, facets.technologies()));
    to.setArray(7, texts(to, facets.cancers()));
    to.setString(8, reading.json());
    to.setString(9, gauge.key());
    to.setBoolean(10, one.meant());
    to.setObject(11, one.id());
  }

  static Array texts(PreparedStatement to, Collection<String> values) throws SQLException {
    return to.getConnection().createArrayOf("text", values.toArray());
  }

  static String word(ScopeScore score) {
    return score.scope().name().toLowerCase(Locale.ROOT);
  }
}
