package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The submissions as they are stored. */
@Component
public class Submissions {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  Submissions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a person has typed until now. */
  public record Typed(
      RecordKind kind,
      Map<Field, String> facts,
      String note,
      Language language,
      boolean own,
      @Nullable UUID target,
      List<PartnerWord> partners) {

    /** What says nothing of single partners. */
    public Typed(
        RecordKind kind,
        Map<Field, String> facts,
        String note,
        Language language,
        boolean own,
        @Nullable UUID target) {
      this(kind, facts, note, language, own, target, List.of());
    }
  }

  /** Keeps a new one, in the caller's transaction. */
  public UUID open(Submission.Way way, Typed typed, Sender sender) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into intake.submission (id, state, way, kind, facts, note, language, own, target,
              partners, created_at, changed_at)
            values (:id, 'draft', :way, :kind, :facts, :note, :language, :own, :target,
              :partners, now(), now())""")
        .param("id", id)
        .param("way", way.word())
        .param("kind", typed.kind().word())
        .param("facts", json(typed.facts()))
        .param("note", typed.note())
        .param("language", typed.language().code())
        .param("own", typed.own())
        .param("target", typed.target())
        .param("partners", PartnerWord.json(typed.partners()))
        .update();
    know(id, sender);
    return id;
  }

  /**
   * Keeps what was typed in a draft.
   *
   * @return false when it is no draft any more
   */
  public boolean save(UUID id, Typed typed, Sender sender) {
    int changed =
        jdbc.sql(
                """
                update intake.submission set facts = :facts, note = :note, language = :language,
                  own = :own, partners = :partners, changed_at = now()
                where id = :id and state = 'draft'""")
            .param("id", id)
            .param("facts", json(typed.facts()))
            .param("note", typed.note())
            .param("language", typed.language().code())
            .param("own", typed.own())
            .param("partners", PartnerWord.json(typed.partners()))
            .update();
    if (changed > 0) {
      know(id, sender);
    }
    return changed > 0;
  }

  /** Keeps what a source said beside what is typed in a draft. */
  public void fill(UUID id, Filled filled) {
    jdbc.sql("update intake.submission set filled = :filled where id = :id and state = 'draft'")
        .param("filled", filled.json())
        .param("id", id)
        .update();
  }

  private void know(UUID id, Sender sender) {
    jdbc.sql(
            """
            insert into intake.person (submission, email, name, owner_email)
            values (:id, :email, :name, :owner)
            on conflict (submission) do update set email = excluded.email, name = excluded.name,
              owner_email = excluded.owner_email""")
        .param("id", id)
        .param("email", sender.email())
        .param("name", sender.name())
        .param("owner", sender.ownerEmail())
        .update();
  }

  /** A draft is sent, and waits until its address is confirmed. */
  public boolean sent(UUID id) {
    return jdbc.sql(
                """
                update intake.submission set state = 'sent', sent_at = now(), changed_at = now()
                where id = :id and state = 'draft'""")
            .param("id", id)
            .update()
        > 0;
  }

  /** It was received; false when somebody else was faster. */
  boolean received(UUID id, Instant at) {
    return jdbc.sql(
                """
                update intake.submission set state = 'received', received_at = :at, changed_at = now()
                where id = :id and state <> 'received'""")
            .param("id", id)
            .param("at", Timestamp.from(at))
            .update()
        > 0;
  }

  /** What became of it on the grid. */
  void became(UUID id, UUID record, long run, @Nullable UUID target) {
    jdbc.sql(
            """
            update intake.submission set record = :record, run = :run, target = :target
            where id = :id""")
        .param("id", id)
        .param("record", record)
        .param("run", run)
        .param("target", target)
        .update();
  }

  long nextRun() {
    return -jdbc.sql("select nextval('intake.run')").query(Long.class).single();
  }

  /** Takes the facts of a received one anew. */
  void restate(UUID id, Map<Field, String> facts, long run) {
    jdbc.sql("update intake.submission set facts = :facts, run = :run where id = :id")
        .param("id", id)
        .param("facts", json(facts))
        .param("run", run)
        .update();
  }

  /** The one with this id. */
  public Optional<Submission> find(UUID id) {
    return jdbc.sql("select * from intake.submission where id = :id")
        .param("id", id)
        .query(Submissions::read)
        .optional();
  }

  /**
   * A submission and what is still known of its sender.
   *
   * @param known whether we have the sender's address
   */
  public record Kept(Submission given, boolean known) {}

  /** The one with this id, and whether its sender was erased, in one question. */
  public Optional<Kept> kept(UUID id) {
    return jdbc.sql(
            """
            select s.*, exists (select from intake.person p where p.submission = s.id) as known
            from intake.submission s where s.id = :id""")
        .param("id", id)
        .query((row, n) -> new Kept(read(row, n), row.getBoolean("known")))
        .optional();
  }

  /** Those that became one of these records, the earliest first. */
  public List<Submission> ofRecords(Collection<UUID> records) {
    return jdbc.sql(
            """
            select * from intake.submission where record = any(:records)
            order by received_at, id""")
        .param("records", records.toArray(UUID[]::new))
        .query(Submissions::read)
        .list();
  }

  /** Who gave it, empty when that was erased. */
  public Optional<Sender> sender(UUID id) {
    return jdbc.sql("select email, name, owner_email from intake.person where submission = :id")
        .param("id", id)
        .query((row, n) -> new Sender(row.getString(1), row.getString(2), row.getString(3)))
        .optional();
  }

  /** Keeps a further word to the committee. */
  public void addNote(UUID id, String text) {
    jdbc.sql(
            """
            update intake.submission
            set note = left(case when note = '' then :text else note || E'\n\n' || :text end, 20000)
            where id = :id""")
        .param("text", text)
        .param("id", id)
        .update();
  }

  /** Erases who gave it. */
  public void forget(UUID id) {
    jdbc.sql("delete from intake.person where submission = :id").param("id", id).update();
  }

  /** Throws a draft away. */
  public void discard(UUID id) {
    jdbc.sql("delete from intake.submission where id = :id and state = 'draft'")
        .param("id", id)
        .update();
  }

  /** Drafts that nobody touched for 30 days, and what nobody confirmed within 7, are forgotten. */
  public int tidy() {
    return jdbc.sql(
            """
            delete from intake.submission
            where (state = 'draft' and changed_at < now() - interval '30 days')
               or (state = 'sent' and sent_at < now() - interval '7 days')""")
        .update();
  }

  private static String json(Map<Field, String> facts) {
    Map<String, String> named = new TreeMap<>();
    facts.forEach((field, value) -> named.put(field.key(), value));
    return JSON.writeValueAsString(named);
  }

  private static Submission read(ResultSet row, int n) throws SQLException {
    Map<Field, String> facts = new EnumMap<>(Field.class);
    JSON.readTree(row.getString("facts"))
        .properties()
        .forEach(one -> facts.put(Field.ofKey(one.getKey()), one.getValue().asString()));
    return new Submission(
        row.getObject("id", UUID.class),
        Submission.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Submission.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        RecordKind.ofWord(row.getString("kind")),
        facts,
        row.getString("note"),
        Language.named(row.getString("language")).orElse(Language.EN),
        row.getBoolean("own"),
        row.getObject("target", UUID.class),
        row.getObject("record", UUID.class),
        row.getObject("run", Long.class),
        Filled.read(row.getString("filled")),
        PartnerWord.read(row.getString("partners")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("changed_at").toInstant(),
        instant(row, "sent_at"),
        instant(row, "received_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
