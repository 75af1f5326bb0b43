package eu.metacluster.screening.ranking;

import eu.metacluster.platform.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is ranked, and writes the places that have changed. */
@Component
class RankedCases {

  /** A place that moved by less than this part of itself is not written. */
  private static final float SLACK = 0.02f;

  private static final String PLACE =
      """
        update screening.case c set priority = p.priority, pick = p.pick, by_model = p.by_model,
          by_decisions = p.by_decisions
        from placed p where c.id = p.id and c.state = 'open'""";

  private static final String PLACED =
      """
        create temporary table placed (
          id uuid, priority real, pick text, by_model real, by_decisions real) on commit drop""";

  private final JdbcTemplate jdbc;

  RankedCases(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Open cases, and those the committee has taken in or left out, in a lasting order. */
  List<Ranked> all() {
    return jdbc.query(
        """
        select id, lead, state = 'open' as open, outcome is not null and outcome <> 'decline' as yes,
          usefulness, p_any, scope, due_on,
          lead in (select record from screening.receipt) as handed, ended_at, priority, pick
        from screening.case
        where state = 'open' or (state = 'decided' and outcome in ('authorise', 'archive', 'decline'))
        order by id""",
        RankedCases::read);
  }

  private static Ranked read(ResultSet row, int n) throws SQLException {
    boolean open = row.getBoolean("open");
    Timestamp ended = row.getTimestamp("ended_at");
    return new Ranked(
        row.getObject("id", UUID.class),
        row.getObject("lead", UUID.class),
        open,
        !open && row.getBoolean("yes"),
        row.getDouble("usefulness"),
        row.getDouble("p_any"),
        row.getString("scope").equals("out"),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("handed"),
        open || ended == null ? null : ended.toInstant(),
        row.getFloat("priority"),
        Pick.ofWord(row.getString("pick")));
  }

  /** The last decisions with where both orders had put their cases, the newest first. */
  List<Say.Seen> seen(int most) {
    return jdbc.query(
        """
        select verdict <> 'decline' as relevant, by_model, by_decisions from screening.decision
        where undone_at is null and verdict <> 'return' and purpose = 'authorise'
        order by at desc limit ?""",
        (row, n) ->
            new Say.Seen(
                row.getBoolean("relevant"), number(row, "by_model"), number(row, "by_decisions")),
        most);
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** Writes the places that differ from what stands; returns how many. */
  @Transactional
  int write(List<Places.Place> places) {
    List<Places.Place> moved = places.stream().filter(RankedCases::moved).toList();
    if (moved.isEmpty()) {
      return 0;
    }
    jdbc.execute(PLACED);
    CopyRows rows = new CopyRows();
    moved.forEach(
        place ->
            rows.add(place.of().id())
                .add(place.priority())
                .add(place.pick().word())
                .add(place.byModel())
                .add(place.byDecisions())
                .end());
    rows.into(jdbc, "placed (id, priority, pick, by_model, by_decisions)");
    return jdbc.update(PLACE);
  }

  private static boolean moved(Places.Place place) {
    float before = place.of().priority();
    return place.pick() != place.of().pick()
        || Math.abs(place.priority() - before) > SLACK * Math.max(place.priority(), before);
  }
}
