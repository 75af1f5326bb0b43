package eu.metacluster.harvest.runs;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What coordinators must know about sources. An alarm is raised and mailed once; it stays until
 * what it says is over, or somebody says that it is in order.
 */
@Component
class Alarms {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Notices notices;
  private final SiteAddress site;

  Alarms(JdbcClient jdbc, Journal journal, Notices notices, SiteAddress site) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.notices = notices;
    this.site = site;
  }

  /** Raises an alarm unless it lasts already; tells the coordinators in the same transaction. */
  @Transactional
  void raise(SourceRow source, Alarm.Kind kind, String about, String detail, @Nullable Long run) {
    int raised =
        jdbc.sql(
                """
                insert into harvest.alarm (source, kind, about, detail, run, raised_at, told_at)
                values (:source, :kind, :about, :detail, :run, now(), now())
                on conflict (source, kind, about) where over_at is null do nothing""")
            .param("source", source.id())
            .param("kind", kind.word())
            .param("about", about)
            .param("detail", detail)
            .param("run", run)
            .update();
    if (raised == 1) {
      journal("harvest.alarm-raised", source.id(), kind, about, null);
      notices.tell(
          Role.COORDINATOR,
          SourceTopics.ALARMS,
          "/sources/" + source.id(),
          "harvest.mail.alarm.subject." + kind.word(),
          "harvest.mail.alarm.text." + kind.word(),
          source.name(),
          site.of("/sources/" + source.id()),
          about,
          detail);
    }
  }

  /** Ends alarms of a kind: what they said is over. */
  @Transactional
  void over(long source, Alarm.Kind kind, @Nullable String about, @Nullable UUID actor) {
    int ended =
        jdbc.sql(
                """
                update harvest.alarm set over_at = now() where source = :source and kind = :kind
                and over_at is null and (:about::text is null or about = :about)""")
            .param("source", source)
            .param("kind", kind.word())
            .param("about", about)
            .update();
    if (ended > 0) {
      journal("harvest.alarm-over", source, kind, about == null ? "" : about, actor);
    }
  }

  private void journal(
      String entry, long source, Alarm.Kind kind, String about, @Nullable UUID actor) {
    journal.append(
        new NewEntry(
            entry, null, actor, Map.of("source", source, "kind", kind.word(), "about", about)));
  }

  /** What lasts now, newest first. */
  List<Alarm> open() {
    return jdbc.sql("select * from harvest.alarm where over_at is null order by id desc")
        .query(this::alarm)
        .list();
  }

  /** The last alarms of a source, newest first. */
  List<Alarm> of(long source) {
    return jdbc.sql("select * from harvest.alarm where source = :source order by id desc limit 20")
        .param("source", source)
        .query(this::alarm)
        .list();
  }

  private Alarm alarm(ResultSet row, int number) throws SQLException {
    long run = row.getLong("run");
    boolean none = row.wasNull();
    return new Alarm(
        row.getLong("id"),
        row.getLong("source"),
        Alarm.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("about"),
        Objects.requireNonNullElse(row.getString("detail"), ""),
        none ? null : run,
        row.getTimestamp("raised_at").toInstant(),
        row.getTimestamp("over_at") == null ? null : row.getTimestamp("over_at").toInstant());
  }
}
