package eu.metacluster.screening.cases;

import eu.metacluster.screening.clock.Standing;
import eu.metacluster.shared.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single cases: what they are, what is in them, and what looks like them. */
@Component
public class Cases {

  private static final String SELECT = "select " + CaseFile.COLUMNS + " from screening.case c ";

  private final JdbcClient jdbc;

  Cases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The case with this handle, if there is one. */
  public Optional<CaseFile> find(String handle) {
    return jdbc.sql(SELECT + "where c.handle = :handle")
        .param("handle", handle)
        .query(CaseFile::read)
        .optional();
  }

  /** The case with this handle; an unknown one is refused. */
  public CaseFile get(String handle) {
    return find(handle).orElseThrow(Cases::unknown);
  }

  /** The case, locked until the transaction ends. */
  public CaseFile lock(String handle) {
    return jdbc.sql(SELECT + "where c.handle = :handle for update")
        .param("handle", handle)
        .query(CaseFile::read)
        .optional()
        .orElseThrow(Cases::unknown);
  }

  /** The case that a record is in, if it is in one. */
  public Optional<CaseFile> ofRecord(UUID record) {
    return jdbc.sql(
            SELECT
                + """
                where c.id = (select m.case_id from screening.case_member m
                              where m.record = :record)""")
        .param("record", record)
        .query(CaseFile::read)
        .optional();
  }

  /** A case and how its clock stands. */
  public record Clocked(CaseFile file, Standing clock) {}

  /** As above, with its clock, in one question. */
  public Optional<Clocked> clocked(UUID record, LocalDate today) {
    return jdbc.sql(
            "select "
                + CaseFile.COLUMNS
                + ", "
                + Standing.COLUMNS
                + """
                 from screening.case c
                where c.id = (select m.case_id from screening.case_member m
                              where m.record = :record)""")
        .param("record", record)
        .param("today", today)
        .query(
            (row, n) -> {
              CaseFile file = CaseFile.read(row, n);
              return new Clocked(file, Standing.read(row, today, file.dueOn()));
            })
        .optional();
  }

  /** The cases that these records are in, by record. */
  public Map<UUID, CaseFile> ofRecords(Collection<UUID> records) {
    Map<UUID, CaseFile> found = new HashMap<>();
    jdbc.sql(
            "select m.record, "
                + CaseFile.COLUMNS
                + """
                 from screening.case_member m join screening.case c on c.id = m.case_id
                where m.record = any(:records)""")
        .param("records", records.toArray(UUID[]::new))
        .query((row, n) -> found.put(row.getObject("record", UUID.class), CaseFile.read(row, n)))
        .list();
    return found;
  }

  /** Locks these cases until the transaction ends, in the order that all keep to. */
  public void lock(Collection<UUID> cases) {
    jdbc.sql("select id from screening.case where id = any(:cases) order by id for update")
        .param("cases", cases.toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  /** What was read of the case until now is not what is decided: older ballots are refused. */
  public void nextRound(CaseFile file) {
    jdbc.sql("update screening.case set round = round + 1 where id = :id")
        .param("id", file.id())
        .update();
  }

  /** The case itself, or the one that it was joined into. */
  public CaseFile holding(CaseFile file) {
    return file.joined() ? ofRecord(file.lead()).orElse(file) : file;
  }

  /** The case itself, or the one that it was joined into. */
  public Clocked holding(Clocked one, LocalDate today) {
    return one.file().joined() ? clocked(one.file().lead(), today).orElse(one) : one;
  }

  /** The records of a case, its lead first. */
  public List<UUID> members(CaseFile file) {
    return jdbc.sql(
            """
            select record from screening.case_member where case_id = :id
            order by record <> :lead, record""")
        .param("id", file.id())
        .param("lead", file.lead())
        .query(UUID.class)
        .list();
  }

  /** What the model read in a case. */
  public CaseReading reading(CaseFile file) {
    return CaseReading.ofJson(
        jdbc.sql("select reading from screening.case where id = :id")
            .param("id", file.id())
            .query(String.class)
            .single());
  }

  /** Other cases that share an acronym, a title or an identifier with this one, at most eight. */
  public List<CaseFile> alike(CaseFile file) {
    return jdbc.sql(
            SELECT
                + """
                where c.id <> :id and c.id in (
                  select m.case_id from screening.likeness own
                  join screening.likeness other
                    on other.key = own.key and other.record <> own.record
                  join screening.case_member m on m.record = other.record
                  where own.record in (
                    select record from screening.case_member where case_id = :id))
                order by c.state desc, c.usefulness desc limit 8""")
        .param("id", file.id())
        .query(CaseFile::read)
        .list();
  }

  private static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1501", "screening.error.unknown");
  }
}
