package eu.metacluster.grid;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The regions that place names stand for, as the sources' own data have it: organisations whose
 * source states city and region say where others of the same city are. What is known is read anew
 * from time to time; nothing of it is stated as a fact of a record.
 */
@Component
class PlaceNames {

  private static final Duration FRESH = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private volatile @Nullable Known known;

  PlaceNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was read, and when. */
  private record Known(Gazetteer gazetteer, long nanos) {}

  /** The NUTS code that a place name stands for, when nearly all that bear it are in one region. */
  Optional<String> region(@Nullable String country, @Nullable String city) {
    if (country == null || city == null) {
      return Optional.empty();
    }
    Known now = known;
    if (now == null || System.nanoTime() - now.nanos() > FRESH.toNanos()) {
      now = new Known(read(), System.nanoTime());
      known = now;
    }
    return now.gazetteer().region(country, city);
  }

  private Gazetteer read() {
    Gazetteer gazetteer = new Gazetteer();
    jdbc.sql(
            """
            select country, city, nuts, count(*) from grid.record
            where merged_into is null and country is not null and city is not null
              and nuts is not null
            group by country, city, nuts""")
        .query(
            row -> {
              gazetteer.learn(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
            });
    return gazetteer;
  }
}
