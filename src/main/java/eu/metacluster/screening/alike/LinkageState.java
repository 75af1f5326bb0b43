package eu.metacluster.screening.alike;

import eu.metacluster.grid.RecordKind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which kinds of records changed since they were linked, and what the last time took. */
@Component
class LinkageState {

  /** Linking takes one part of the time in so many at most. */
  private static final int REST = 20;

  private final JdbcClient jdbc;

  LinkageState(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A kind to be linked.
   *
   * @param changes how often it has changed until now
   */
  record Due(RecordKind kind, long changes) {}

  /** What a time took. */
  record Took(Duration time, int records, long compared, int found) {}

  void changed(Collection<RecordKind> kinds) {
    for (RecordKind kind : kinds) {
      jdbc.sql(
              """
              insert into screening.linkage (kind, changes, changed_at) values (:kind, 1, now())
              on conflict (kind) do update
              set changes = linkage.changes + 1, changed_at = now()""")
          .param("kind", kind.word())
          .update();
    }
  }

  /**
   * Kinds that changed, and have been left alone since.
   *
   * @param quiet seconds without a change of any kind
   */
  List<Due> due(int quiet) {
    return jdbc.sql(
            """
            select kind, changes from screening.linkage
            where changes > done
              and (select max(changed_at) from screening.linkage)
                <= now() - make_interval(secs => :quiet)
              and (ran_at is null or :quiet = 0
                or ran_at <= now() - make_interval(secs => :rest * took_ms / 1000.0))
            order by kind""")
        .param("quiet", quiet)
        .param("rest", REST)
        .query(
            (row, n) -> new Due(RecordKind.ofWord(row.getString("kind")), row.getLong("changes")))
        .list();
  }

  void done(Due due, Took took) {
    jdbc.sql(
            """
            update screening.linkage set done = :changes, ran_at = now(), took_ms = :ms,
              records = :records, compared = :compared, found = :found
            where kind = :kind""")
        .param("kind", due.kind().word())
        .param("changes", due.changes())
        .param("ms", took.time().toMillis())
        .param("records", took.records())
        .param("compared", took.compared())
        .param("found", took.found())
        .update();
  }

  void forget() {
    jdbc.sql("delete from screening.linkage").update();
  }
}
