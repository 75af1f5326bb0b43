package eu.metacluster.screening.alike;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.shared.Ids;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings what is stored about a kind in line with what the linkage found. */
@Component
class SuggestionRows {

  private static final String KEEP =
      """
      insert into screening.suggestion (id, kind, one, other, probability, reasons, digest_one,
        digest_other, found_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, now())
      on conflict (one, other) do update set probability = excluded.probability,
        reasons = excluded.reasons, digest_one = excluded.digest_one,
        digest_other = excluded.digest_other, found_at = now(),
        dismissed_by = case when suggestion.digest_one = excluded.digest_one
          and suggestion.digest_other = excluded.digest_other then suggestion.dismissed_by end,
        dismissed_at = case when suggestion.digest_one = excluded.digest_one
          and suggestion.digest_other = excluded.digest_other then suggestion.dismissed_at end""";

  private final JdbcTemplate jdbc;
  private final LinkageState state;

  SuggestionRows(JdbcTemplate jdbc, LinkageState state) {
    this.jdbc = jdbc;
    this.state = state;
  }

  /** A pair as it was found, the record with the smaller id first. */
  record Found(
      UUID one,
      UUID other,
      double probability,
      List<Reason> reasons,
      byte[] digestOne,
      byte[] digestOther) {}

  /**
   * Keeps these and drops what was not found again, unless somebody dismissed it: a dismissal holds
   * until a compared field of either record changes.
   */
  @Transactional
  void replace(LinkageState.Due due, List<Found> all, LinkageState.Took took) {
    RecordKind kind = due.kind();
    jdbc.batchUpdate(
        KEEP,
        all,
        500,
        (to, found) -> {
          to.setObject(1, Ids.next());
          to.setString(2, kind.word());
          to.setObject(3, found.one());
          to.setObject(4, found.other());
          to.setFloat(5, (float) found.probability());
          to.setString(6, Reason.json(found.reasons()));
          to.setBytes(7, found.digestOne());
          to.setBytes(8, found.digestOther());
        });
    jdbc.update(
        """
        delete from screening.suggestion
        where kind = ? and dismissed_at is null and found_at < now()""",
        kind.word());
    state.done(due, took);
  }
}
