package eu.metacluster.screening.away;

import eu.metacluster.shared.Ids;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The absences of the committee, as they are stored. One ends by itself with its last day. */
@Component
public class Absences {

  private final JdbcClient jdbc;

  Absences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All absences of a person, the newest first. */
  public List<Absence> of(UUID account) {
    return jdbc.sql(
            "select * from screening.absence where account = ? order by from_day desc, id desc")
        .param(account)
        .query(Absence::of)
        .list();
  }

  /** The one with this id. */
  public Optional<Absence> find(UUID id) {
    return jdbc.sql("select * from screening.absence where id = ?")
        .param(id)
        .query(Absence::of)
        .optional();
  }

  /** Those of today and of later days, the earliest first. */
  public List<Absence> from(LocalDate today) {
    return jdbc.sql(
            """
            select * from screening.absence where ended_at is null and to_day >= ?
            order by from_day, id""")
        .param(today)
        .query(Absence::of)
        .list();
  }

  /** Who is away on a day, with the absence. */
  public Map<UUID, Absence> on(LocalDate day) {
    Map<UUID, Absence> away = new HashMap<>();
    from(day).stream().filter(one -> one.on(day)).forEach(one -> away.put(one.account(), one));
    return away;
  }

  /**
   * Who acts for this person on a day: the person, or who stands in, or who stands in for that one.
   * Empty when everybody of this chain is away.
   */
  public Optional<UUID> acting(UUID person, LocalDate day) {
    Map<UUID, Absence> away = on(day);
    Set<UUID> seen = new HashSet<>();
    UUID acting = person;
    while (seen.add(acting)) {
      Absence absence = away.get(acting);
      if (absence == null) {
        return Optional.of(acting);
      }
      acting = absence.standIn();
    }
    return Optional.empty();
  }

  /** Whether the person is away on any of these days. */
  public boolean away(UUID account, LocalDate from, LocalDate to) {
    return of(account).stream()
        .anyMatch(
            one -> one.ended() == null && !one.from().isAfter(to) && !one.to().isBefore(from));
  }

  /** Writes a new one. */
  public UUID open(UUID account, UUID standIn, LocalDate from, LocalDate to) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into screening.absence (id, account, stand_in, from_day, to_day)
            values (?, ?, ?, ?, ?)""")
        .params(id, account, standIn, from, to)
        .update();
    return id;
  }

  /** Calls a person's own one off; false when there is none that lasts. */
  public boolean end(UUID account, UUID id) {
    return jdbc.sql(
                """
                update screening.absence set ended_at = now()
                where id = ? and account = ? and ended_at is null""")
            .params(id, account)
            .update()
        > 0;
  }
}
