package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.clock.Receipts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a candidate of a submission: claims whose source is the person who gave them. What speaks
 * of a record that is public already becomes a candidate beside it, which is merged into it when
 * the committee agrees; so nothing that a person sends changes a public page by itself.
 */
@Component
public class Receiving {

  /** Below an owner's own word and a ruling, above every source that is read by itself. */
  private static final int PRECEDENCE = 15;

  private static final String NAME = "Handed in on this site";
  private static final Finding.Locator NOWHERE = new Finding.Locator(0, 0, 0);

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Sources sources;
  private final Intake intake;
  private final Records records;
  private final Lifecycle lifecycle;
  private final Journal journal;
  private final Receipts receipts;

  Receiving(
      JdbcClient jdbc,
      Submissions submissions,
      Sources sources,
      Intake intake,
      Records records,
      Lifecycle lifecycle,
      Journal journal,
      Receipts receipts) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.sources = sources;
    this.intake = intake;
    this.records = records;
    this.lifecycle = lifecycle;
    this.journal = journal;
    this.receipts = receipts;
  }

  /**
   * Receives a submission, once: whoever comes second finds it received.
   *
   * @param at when it reached us; its clock starts then
   * @param evidence the words that a fact was read from, where the fact alone does not show it
   * @return whether this call received it
   */
  @Transactional
  public boolean receive(UUID id, Instant at, Map<Field, String> evidence) {
    if (!submissions.received(id, at)) {
      return false;
    }
    Submission given = submissions.find(id).orElseThrow();
    List<Identifier> identifiers = Identifiers.of(given);
    GridRecord known = known(given, identifiers);
    boolean beside = known != null && (known.state().isPublic() || given.target() != null);
    long run = submissions.nextRun();
    Filled filled = given.filled();
    Map<Field, String> words = new EnumMap<>(Field.class);
    words.putAll(filled == null ? Map.of() : filled.evidence(given.facts()));
    words.putAll(evidence);
    UUID record = state(given, run, at, beside ? List.of() : identifiers, words);
    submissions.became(id, record, run, beside && known != null ? known.id() : null);
    propose(given.kind(), record);
    receipts.note(record, at);
    journal.append(
        new NewEntry(
            "intake.received",
            record,
            null,
            Map.of("submission", id.toString(), "way", given.way().word())));
    return true;
  }

  private @Nullable GridRecord known(Submission given, List<Identifier> identifiers) {
    if (given.target() != null) {
      return records.find(given.target()).orElse(null);
    }
    return identifiers.stream()
        .flatMap(identifier -> records.find(identifier).stream())
        .filter(record -> record.kind() == given.kind())
        .findFirst()
        .orElse(null);
  }

  /** States the facts anew, as their owner wants them, under the same key. */
  @Transactional
  public void restate(Submission given, Map<Field, String> facts) {
    long run = submissions.nextRun();
    submissions.restate(given.id(), facts, run);
    Submission now = submissions.find(given.id()).orElseThrow();
    List<Identifier> identifiers =
        now.target() == null ? Identifiers.of(now) : List.<Identifier>of();
    state(now, run, Instant.now(), identifiers, Map.of());
  }

  /** What a submission stated is confirmed: it is as fresh as today. */
  public void confirm(Submission given) {
    long run = given.run() == null ? 0 : given.run();
    intake.confirm(
        new Origin(source(), run, Instant.now()), given.kind(), List.of(given.id().toString()));
  }

  private UUID state(
      Submission given,
      long run,
      Instant at,
      List<Identifier> identifiers,
      Map<Field, String> evidence) {
    PartnerClaims said = new PartnerClaims(given, records, NOWHERE);
    List<Finding.Fact> facts = facts(given, evidence);
    facts.addAll(said.denials());
    long source = source();
    Origin origin = new Origin(source, run, at);
    List<Finding> others = new ArrayList<>(alongside(given));
    others.addAll(said.strangers(Receiving::digest));
    if (!others.isEmpty()) {
      intake.accept(origin, others);
    }
    List<Finding.Partner> partners = new ArrayList<>(TakenAlong.partners(given, NOWHERE));
    partners.addAll(said.partners(source));
    String key = given.id().toString();
    Finding finding =
        new Finding(
            given.kind(),
            key,
            identifiers,
            facts,
            partners,
            NOWHERE,
            digest(facts + "" + identifiers + partners));
    intake.accept(origin, List.of(finding));
    return records.stated(source, given.kind(), key).orElseThrow();
  }

  private static List<Finding.Fact> facts(Submission given, Map<Field, String> evidence) {
    List<Finding.Fact> facts = new ArrayList<>();
    given
        .facts()
        .forEach(
            (field, value) -> {
              List<String> values = field.many() ? value.lines().toList() : List.of(value);
              values.stream()
                  .filter(one -> !one.isBlank())
                  .map(one -> Finding.Fact.readFrom(evidence.get(field), field, one))
                  .forEach(facts::add);
            });
    return facts;
  }

  /** The organisations that take part and that the grid does not know; a project names them. */
  private List<Finding> alongside(Submission given) {
    return given.partners().stream()
        .filter(one -> !one.name().isBlank())
        .filter(one -> records.find(one.organisation()).isEmpty())
        .map(one -> TakenAlong.organisation(given, one, NOWHERE, digest(one.toString())))
        .toList();
  }

  /** Organisations are public through their projects; one that was handed in stands for itself. */
  private void propose(RecordKind kind, UUID record) {
    if (kind == RecordKind.ORGANISATION || kind == RecordKind.CALL) {
      lifecycle.propose(record);
    }
  }

  private long source() {
    return jdbc.sql("select source from intake.source")
        .query(Long.class)
        .optional()
        .orElseGet(this::register);
  }

  /** Two at once register it once: the row's key decides. */
  private long register() {
    int first =
        jdbc.sql("insert into intake.source (source) values (0) on conflict do nothing").update();
    if (first > 0) {
      jdbc.sql("update intake.source set source = :source")
          .param("source", sources.register(NAME, PRECEDENCE, "CC-BY-4.0", null))
          .update();
    }
    return jdbc.sql("select source from intake.source").query(Long.class).single();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
