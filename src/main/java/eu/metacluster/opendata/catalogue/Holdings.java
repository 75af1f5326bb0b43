package eu.metacluster.opendata.catalogue;

import eu.metacluster.opendata.items.ItemSource;
import eu.metacluster.opendata.items.Items;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open records, kind by kind. */
@Component
class Holdings {

  private static final Duration COVERAGE_HOLDS = Duration.ofMinutes(10);

  private static final String DAYS =
      """
      select kind,
        min(body::jsonb -> 'facts' ->> 'startDate')
          filter (where body::jsonb -> 'facts' ->> 'startDate' ~ '^\\d{4}-\\d\\d-\\d\\d$'),
        max(body::jsonb -> 'facts' ->> 'endDate')
          filter (where body::jsonb -> 'facts' ->> 'endDate' ~ '^\\d{4}-\\d\\d-\\d\\d$')
      from opendata.item where not deleted group by kind""";

  private final JdbcClient jdbc;
  private final Items items;
  private volatile @Nullable Counted counted;
  private volatile Coverage coverage = new Coverage(Instant.EPOCH, Map.of());

  Holdings(JdbcClient jdbc, Items items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  private record Counted(long position, List<Holding> holdings) {}

  private record Days(@Nullable LocalDate first, @Nullable LocalDate last) {}

  /** Reading every record's dates takes a while, and they change little. */
  private record Coverage(Instant at, Map<String, Days> days) {}

  /** What there is now, kinds without a record left out. */
  List<Holding> now() {
    long position = items.position();
    Counted known = counted;
    if (known == null || known.position() != position) {
      known = new Counted(position, count());
      counted = known;
    }
    return known.holdings();
  }

  private List<Holding> count() {
    Map<String, Days> days = days();
    List<String> sources = items.sources().stream().map(ItemSource::name).sorted().toList();
    return jdbc.sql(
            """
            select kind, count(*) as records, min(published_at) as issued,
              max(changed_at) as changed
            from opendata.item where not deleted group by kind order by kind""")
        .query((row, n) -> holding(row, days, sources))
        .list();
  }

  private static Holding holding(ResultSet row, Map<String, Days> days, List<String> sources)
      throws SQLException {
    String kind = row.getString("kind");
    Days told = days.getOrDefault(kind, new Days(null, null));
    Timestamp issued = row.getTimestamp("issued");
    Instant changed = row.getTimestamp("changed").toInstant();
    return new Holding(
        kind,
        row.getLong("records"),
        issued == null ? changed : issued.toInstant(),
        changed,
        told.first(),
        told.last(),
        sources);
  }

  private Map<String, Days> days() {
    Coverage known = coverage;
    if (known.at().plus(COVERAGE_HOLDS).isAfter(Instant.now())) {
      return known.days();
    }
    Map<String, Days> days = new HashMap<>();
    jdbc.sql(DAYS)
        .query(
            row -> {
              days.put(row.getString(1), new Days(day(row.getString(2)), day(row.getString(3))));
            });
    coverage = new Coverage(Instant.now(), Map.copyOf(days));
    return days;
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
