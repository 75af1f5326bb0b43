package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves many records between states at once, each with its journal entry, and lets what an
 * authorised record names follow it: its organisations, its call, its programme.
 */
@Component
class Publication {

  private final JdbcClient jdbc;
  private final Journal journal;

  Publication(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  private record Moved(UUID id, String from) {}

  /** Makes these public by a decision; records already public are checked again. */
  void publish(Collection<UUID> records, Lifecycle.Reason reason) {
    String through = Lifecycle.STARTER_SET.equals(reason.criterion()) ? "starter" : "decision";
    List<Moved> moved =
        move(
            """
            set state = 'published', published_through = '%s',
                published_at = coalesce(r.published_at, now()), checked_on = current_date,
                revalidate_on = current_date + 365"""
                .formatted(through),
            records);
    journal(moved, RecordState.PUBLISHED, through, reason);
    publishNamedBy(records, reason);
  }

  /** Makes public what these records name and nobody has decided on. */
  void publishNamedBy(Collection<UUID> records, Lifecycle.Reason reason) {
    List<UUID> named =
        jdbc.sql(
                """
                select r.id from grid.record r where r.state in ('candidate', 'withdrawn')
                and r.kind in ('organisation', 'call', 'programme') and r.id in (
                  select coalesce(o.merged_into, o.id) from grid.participation p
                  join grid.record o on o.id = p.organisation
                  where p.project in (
                    select m.id from grid.record m where m.id = any(:ids)
                    union select m.id from grid.record m where m.merged_into = any(:ids)) and p.ended_run is null and p.denied_at is null
                  union
                  select coalesce(n.merged_into, n.id) from grid.record p
                  join grid.identifier i
                    on (i.scheme = 'TOPIC' and i.value = any(p.calls))
                    or (i.scheme = 'PROGRAMME' and i.value = any(p.programmes || p.framework))
                  join grid.record n on n.id = i.record
                  where p.id = any(:ids))""")
            .param("ids", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list();
    List<Moved> moved =
        move(
            """
            set state = 'published', published_through = 'named',
                published_at = coalesce(r.published_at, now()), checked_on = current_date""",
            named);
    journal(moved, RecordState.PUBLISHED, "named", reason);
  }

  /** Takes back what is public only because records named it that are no longer public. */
  void reconsiderNamed(Lifecycle.Reason reason) {
    List<UUID> unnamed =
        jdbc.sql(
                """
                select r.id from grid.record r
                where r.published_through = 'named' and r.state in ('published', 'due')
                and not exists (
                  select 1 from grid.participation p
                  join grid.record o on o.id = p.organisation
                  join grid.record m on m.id = p.project
                  join grid.record j on j.id = coalesce(m.merged_into, m.id)
                  where coalesce(o.merged_into, o.id) = r.id and p.ended_run is null
                    and p.denied_at is null and j.state in ('published', 'due', 'archived'))
                and not exists (
                  select 1 from grid.identifier i
                  join grid.record j on i.value = any(j.calls) or i.value = any(j.programmes)
                    or i.value = j.framework
                  where i.record = r.id and i.scheme in ('TOPIC', 'PROGRAMME')
                    and j.state in ('published', 'due', 'archived') and j.kind = 'project')""")
            .query(UUID.class)
            .list();
    List<Moved> moved = move("set state = 'candidate', published_through = null", unnamed);
    journal(moved, RecordState.CANDIDATE, "named", reason);
  }

  /** Moves records to another state by time or by a decision that does not check them anew. */
  void move(Collection<UUID> records, RecordState to, String through, Lifecycle.Reason reason) {
    String also =
        to.isPublic()
            ? ", published_through = coalesce(r.published_through, 'decision')"
            : ", published_through = null";
    journal(move("set state = '%s'%s".formatted(to.word(), also), records), to, through, reason);
  }

  /** What of these was public only as part of the starter set waits for a decision again. */
  void endStarter(Collection<UUID> records) {
    List<UUID> starters =
        jdbc.sql(
                """
                select id from grid.record
                where id = any(:ids) and published_through = 'starter'
                  and state in ('published', 'due')""")
            .param("ids", records.toArray(UUID[]::new))
            .query(UUID.class)
            .list();
    Lifecycle.Reason reason = new Lifecycle.Reason(null, null, Lifecycle.STARTER_SET);
    move(starters, RecordState.CANDIDATE, "rollback", reason);
    reconsiderNamed(reason);
  }

  /** Records stated again after they were withdrawn. */
  void revive(List<UUID> records) {
    move(records, RecordState.CANDIDATE, "source", new Lifecycle.Reason(null, null, null));
  }

  /** Records that no source states any more after a rollback. */
  void withdraw(List<UUID> records, Origin origin) {
    List<Moved> moved = move("set state = 'withdrawn', published_through = null", records);
    journal.append(
        moved.stream()
            .map(
                m ->
                    new NewEntry(
                        "grid.record-moved",
                        m.id(),
                        null,
                        "{\"from\":\"%s\",\"rolledBack\":%d,\"through\":\"rollback\",\"to\":\"withdrawn\"}"
                            .formatted(m.from(), origin.run())))
            .toList());
  }

  private List<Moved> move(String set, Collection<UUID> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            with before as (
              select id, state from grid.record where id = any(:ids) order by id for update)
            update grid.record r %s, changed_at = now() from before
            where r.id = before.id returning r.id, before.state as before"""
                .formatted(set))
        .param("ids", records.toArray(UUID[]::new))
        .query((row, n) -> new Moved(row.getObject("id", UUID.class), row.getString("before")))
        .list();
  }

  private void journal(List<Moved> moved, RecordState to, String through, Lifecycle.Reason reason) {
    journal.append(
        moved.stream()
            .map(
                m -> {
                  Map<String, Object> data = new TreeMap<>();
                  data.put("from", m.from());
                  data.put("to", to.word());
                  data.put("through", through);
                  if (reason.about() != null) {
                    data.put("about", reason.about().toString());
                  }
                  if (reason.criterion() != null) {
                    data.put("criterion", reason.criterion());
                  }
                  return new NewEntry("grid.record-moved", m.id(), reason.actor(), data);
                })
            .toList());
  }
}
