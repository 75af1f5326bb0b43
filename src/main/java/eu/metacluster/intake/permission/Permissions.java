package eu.metacluster.intake.permission;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.letters.Letters;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks owners and keeps what they answer. A yes holds for the text that was shown and for no other;
 * silence is no consent; a yes can be taken back at any time.
 */
@Component
public class Permissions {

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Receiving receiving;
  private final Records records;
  private final Lifecycle lifecycle;
  private final Letters letters;
  private final Journal journal;

  Permissions(
      JdbcClient jdbc,
      Submissions submissions,
      Receiving receiving,
      Records records,
      Lifecycle lifecycle,
      Letters letters,
      Journal journal) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.receiving = receiving;
    this.records = records;
    this.lifecycle = lifecycle;
    this.letters = letters;
    this.journal = journal;
  }

  /** What was asked and answered about a submission, if it was. */
  public Optional<Permission> of(UUID submission) {
    return jdbc.sql(
            """
            select asked_at, answer, answered_at, text_hash from intake.permission
            where submission = :id""")
        .param("id", submission)
        .query(
            (row, n) -> {
              Timestamp answered = row.getTimestamp(3);
              return new Permission(
                  row.getTimestamp(1).toInstant(),
                  row.getString(2),
                  answered == null ? null : answered.toInstant(),
                  row.getBytes(4));
            })
        .optional();
  }

  /** Submissions whose owners have not answered, and when they were asked. */
  public Map<UUID, Instant> unanswered() {
    Map<UUID, Instant> unanswered = new HashMap<>();
    jdbc.sql("select submission, asked_at from intake.permission where answer is null")
        .query(
            row -> {
              unanswered.put(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant());
            });
    return unanswered;
  }

  /** Whether an owner has permitted exactly what this submission would show now. */
  public boolean covers(Submission given) {
    return of(given.id()).filter(one -> one.covers(hash(given))).isPresent();
  }

  /** A person was struck from a text that was permitted: the permission holds for what is left. */
  public void sameButFor(Submission given) {
    jdbc.sql("update intake.permission set text_hash = :hash where submission = :id")
        .param("hash", hash(given))
        .param("id", given.id())
        .update();
  }

  /** Asks the owner, by letter, whether what the committee authorised may be shown. */
  void ask(Submission given) {
    Instant now = Instant.now();
    jdbc.sql(
            """
            insert into intake.permission (submission, asked_at) values (:id, :now)
            on conflict (submission) do update set asked_at = :now, answer = null,
              answered_at = null, text_hash = null, reminded_at = null""")
        .param("id", given.id())
        .param("now", Timestamp.from(now))
        .update();
    letters.permission(given.id(), "permission " + now);
  }

  /** The record of a submission. */
  GridRecord record(Submission given) {
    return Optional.ofNullable(given.record()).flatMap(records::find).orElseThrow(Permissions::no);
  }

  /**
   * The owner says yes to what they were shown; the record is public from now on.
   *
   * @param seen the version of the text that the page showed
   * @throws Refusal MC-1706 when it has changed since, MC-1705 when nothing was asked
   */
  @Transactional
  public void permit(Submission given, String seen) {
    lock(given);
    if (!version(given).equals(seen)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1706", "intake.error.version");
    }
    GridRecord record = record(given);
    answer(given, "yes");
    if (record.state() == RecordState.AUTHORISED) {
      lifecycle.publish(List.of(record.id()), Map.of(), reason());
    }
  }

  /**
   * The owner would permit another text: it is stated in place of the old one, permitted, and goes
   * back to the committee, which has not seen it.
   */
  @Transactional
  public void permitChanged(Submission given, Map<Field, String> facts) {
    lock(given);
    GridRecord record = record(given);
    Map<Field, String> all = new EnumMap<>(given.facts());
    all.putAll(facts);
    receiving.restate(given, all);
    answer(submissions.find(given.id()).orElseThrow(), "yes");
    if (record.state() != RecordState.CANDIDATE) {
      lifecycle.reopen(record.id(), reason());
    }
  }

  /** The owner says no, or takes a yes back: the record is not public any more. */
  @Transactional
  public void refuse(Submission given) {
    Permission before = lock(given);
    answer(given, before.given() ? "revoked" : "no");
    GridRecord record = record(given);
    if (record.state().isPublic()) {
      lifecycle.move(record.id(), RecordState.AUTHORISED, reason());
    }
  }

  private Permission lock(Submission given) {
    jdbc.sql("select 1 from intake.permission where submission = :id for update")
        .param("id", given.id())
        .query(Integer.class)
        .optional();
    return of(given.id()).orElseThrow(Permissions::no);
  }

  private void answer(Submission given, String answer) {
    jdbc.sql(
            """
            update intake.permission set answer = :answer, answered_at = now(), text_hash = :hash
            where submission = :id""")
        .param("answer", answer)
        .param("hash", hash(given))
        .param("id", given.id())
        .update();
    journal.append(
        new NewEntry(
            "intake.permission-answered",
            given.record(),
            null,
            Map.of("answer", answer, "text", version(given))));
  }

  private static Lifecycle.Reason reason() {
    return new Lifecycle.Reason(null, null, null);
  }

  /** The version of the text that a page shows, as a short name. */
  String version(Submission given) {
    return HexFormat.of().formatHex(hash(given)).substring(0, 16);
  }

  private static byte[] hash(Submission given) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(new EnumMap<>(given.facts()).toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal no() {
    return new Refusal(Refusal.Kind.GONE, "MC-1705", "intake.error.permission");
  }

  /** The one behind a link. */
  Submission find(UUID id) {
    return submissions
        .find(id)
        .filter(one -> Objects.nonNull(one.record()))
        .orElseThrow(Permissions::no);
  }
}
