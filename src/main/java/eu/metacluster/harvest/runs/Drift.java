package eu.metacluster.harvest.runs;

import eu.metacluster.grid.RecordKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sees when a source has changed its format: what nearly all things had and now nearly none has,
 * and a whole reading with less than half of the one before.
 */
@Component
class Drift {

  /** Fewer things than this say nothing about a format. */
  private static final int FEW = 10;

  private static final double USUAL = 0.5;
  private static final double RARE = 0.1;

  private final JdbcClient jdbc;
  private final Alarms alarms;

  Drift(JdbcClient jdbc, Alarms alarms) {
    this.jdbc = jdbc;
    this.alarms = alarms;
  }

  /** A field of one kind. */
  private record Column(String kind, String field) {
    String name() {
      return kind + '.' + field;
    }
  }

  /** A column's share and an example. */
  private record Seen(double share, String example) {}

  void look(SourceRow source, long run, RunReading.Legacy legacy) {
    Map<Column, Seen> before = earlier(source.id(), run);
    keep(run, legacy.profile());
    Map<Column, Seen> now = of(run);
    fields(source, run, before, now);
    if (legacy.whole()) {
      count(source, run);
    }
  }

  private void fields(SourceRow source, long run, Map<Column, Seen> before, Map<Column, Seen> now) {
    Set<String> kinds = new HashSet<>();
    now.keySet().forEach(column -> kinds.add(column.kind()));
    before.forEach(
        (column, seen) -> {
          if (!kinds.contains(column.kind()) || seen.share() < USUAL) {
            return;
          }
          Seen still = now.get(column);
          if (still == null || still.share() < RARE) {
            alarms.raise(source, Alarm.Kind.FIELD_VANISHED, column.name(), seen.example(), run);
          } else {
            alarms.over(source.id(), Alarm.Kind.FIELD_VANISHED, column.name(), null);
          }
        });
  }

  private void keep(long run, Profile profile) {
    profile.each(
        (kind, columns) -> columns.forEach((field, column) -> keep(run, kind, field, column)));
  }

  private void keep(long run, RecordKind kind, String field, Profile.Column column) {
    jdbc.sql(
            """
            insert into harvest.profile (run, kind, field, things, example)
            values (:run, :kind, :field, :things, :example)
            on conflict (run, kind, field) do update set things = excluded.things""")
        .param("run", run)
        .param("kind", kind.word())
        .param("field", field)
        .param("things", column.things())
        .param("example", column.example())
        .update();
  }

  private Map<Column, Seen> of(long run) {
    return columns(
        """
        select p.kind, p.field, p.things::float8 / a.things, p.example
        from harvest.profile p
        join harvest.profile a on a.run = p.run and a.kind = p.kind and a.field = ''
        where p.run = :run and p.field <> '' and a.things >= :few""",
        run,
        0);
  }

  /** The last runs before this one that found enough, kind by kind. */
  private Map<Column, Seen> earlier(long source, long run) {
    return columns(
        """
        select distinct on (p.kind, p.field) p.kind, p.field, p.things::float8 / a.things, p.example
        from harvest.run r
        join harvest.profile p on p.run = r.id and p.field <> ''
        join harvest.profile a on a.run = r.id and a.kind = p.kind and a.field = ''
        where r.source = :source and r.id < :run and r.state = 'finished' and not r.dry
          and a.things >= :few
          and not exists (select 1 from harvest.alarm w where w.run = r.id
                and w.kind = 'field_vanished' and w.over_at is null)
        order by p.kind, p.field, r.id desc""",
        run,
        source);
  }

  private Map<Column, Seen> columns(String sql, long run, long source) {
    Map<Column, Seen> found = new HashMap<>();
    jdbc.sql(sql)
        .param("run", run)
        .param("source", source)
        .param("few", FEW)
        .query(
            row -> {
              found.put(
                  new Column(row.getString(1), row.getString(2)),
                  new Seen(row.getDouble(3), row.getString(4)));
            });
    return found;
  }

  /** Holds a whole reading against the last good one. */
  private void count(SourceRow source, long run) {
    int before =
        jdbc.sql(
                """
                select coalesce((select found from harvest.run where source = :source and id < :run
                  and whole and state = 'finished' and not dry and found >= :few
                  and not exists (select 1 from harvest.alarm w where w.run = harvest.run.id
                    and w.kind in ('count_fell', 'empty') and w.over_at is null)
                  order by id desc limit 1), 0)""")
            .param("source", source.id())
            .param("run", run)
            .param("few", FEW)
            .query(Integer.class)
            .single();
    int now =
        jdbc.sql("select found from harvest.run where id = :run")
            .param("run", run)
            .query(Integer.class)
            .single();
    if (now == 0 && before > 0) {
      alarms.raise(source, Alarm.Kind.EMPTY, "", String.valueOf(before), run);
    } else if (now * 2 < before) {
      alarms.raise(source, Alarm.Kind.COUNT_FELL, "", before + " → " + now, run);
    } else {
      alarms.over(source.id(), Alarm.Kind.COUNT_FELL, null, null);
      alarms.over(source.id(), Alarm.Kind.EMPTY, null, null);
    }
  }
}
