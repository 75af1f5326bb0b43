package eu.metacluster.screening.clock;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From when on the clocks of records run, and until when a decision on them is promised. */
@Component
public class Receipts {

  private final JdbcClient jdbc;
  private final Calendars calendars;

  Receipts(JdbcClient jdbc, Calendars calendars) {
    this.jdbc = jdbc;
    this.calendars = calendars;
  }

  /** When a clock starts, and the promised day. */
  public record Promise(Instant from, LocalDate due) {}

  /** Notes when what a record says was received; its case's clock starts then. */
  public void note(UUID record, Instant at) {
    jdbc.sql(
            """
            insert into screening.receipt (record, at) values (:record, :at)
            on conflict (record) do update set at = excluded.at""")
        .param("record", record)
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The promise for what is received at this moment. */
  public LocalDate due(Instant received) {
    return calendars.current().due(calendars.day(received));
  }

  /** The promise for what begins now. */
  public LocalDate dueOfNow() {
    return calendars.current().due(calendars.today());
  }

  /** The promises for these records; without a receipt the clock starts now. */
  public Map<UUID, Promise> promises(Collection<UUID> records, Instant now) {
    WorkingCalendar calendar = calendars.current();
    Promise usual = new Promise(now, calendar.due(calendars.day(now)));
    Map<UUID, Promise> promises = new HashMap<>();
    records.forEach(record -> promises.put(record, usual));
    jdbc.sql("select record, at from screening.receipt where record = any(:records)")
        .param("records", records.toArray(UUID[]::new))
        .query(
            row -> {
              Instant at = row.getTimestamp(2).toInstant();
              promises.put(
                  row.getObject(1, UUID.class), new Promise(at, calendar.due(calendars.day(at))));
            });
    return promises;
  }
}
