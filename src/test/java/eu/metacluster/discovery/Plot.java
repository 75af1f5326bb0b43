package eu.metacluster.discovery;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Followers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A piece of the grid that a test lays out: projects with their organisations, from a source. */
public final class Plot {

  private static final AtomicLong RUN =
      new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40));
  private static final AtomicLong NUMBER =
      new AtomicLong(ThreadLocalRandom.current().nextLong(100_000_000, 800_000_000));

  /** A decision by nobody in particular. */
  public static final Lifecycle.Reason DECISION = new Lifecycle.Reason(null, null, null);

  private final Intake intake;
  private final Sources sources;
  private final Records records;
  private final Lifecycle lifecycle;
  private final Followers followers;

  /** A plot in this product. */
  public Plot(ApplicationContext product) {
    intake = product.getBean(Intake.class);
    sources = product.getBean(Sources.class);
    records = product.getBean(Records.class);
    lifecycle = product.getBean(Lifecycle.class);
    followers = product.getBean(Followers.class);
  }

  /** A number nobody else in this run has, nine digits. */
  public static String number() {
    return Long.toString(NUMBER.incrementAndGet());
  }

  /** An organisation. */
  public static Finding organisation(String pic, String title, String country, String nuts) {
    return finding(
        RecordKind.ORGANISATION,
        pic,
        Identifier.of(Scheme.PIC, pic),
        List.of(
            Finding.Fact.of(Field.TITLE, title),
            Finding.Fact.of(Field.COUNTRY, country),
            Finding.Fact.of(Field.NUTS, nuts),
            Finding.Fact.of(Field.LOCATION, "50.5,10.25")),
        List.of());
  }

  /** An organisation at a point in degrees; null when it says none. */
  public static Finding at(
      String pic, String title, String country, String nuts, @Nullable String point) {
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.of(Field.TITLE, title));
    facts.add(Finding.Fact.of(Field.COUNTRY, country));
    if (!nuts.isEmpty()) {
      facts.add(Finding.Fact.of(Field.NUTS, nuts));
    }
    if (point != null) {
      facts.add(Finding.Fact.of(Field.LOCATION, point));
    }
    return finding(RecordKind.ORGANISATION, pic, Identifier.of(Scheme.PIC, pic), facts, List.of());
  }

  /** An organisation that says no place. */
  public static Finding placeless(String pic, String title) {
    return finding(
        RecordKind.ORGANISATION,
        pic,
        Identifier.of(Scheme.PIC, pic),
        List.of(Finding.Fact.of(Field.TITLE, title)),
        List.of());
  }

  /** A call. */
  public static Finding call(String code, String title) {
    return finding(
        RecordKind.CALL,
        code,
        Identifier.of(Scheme.TOPIC, code),
        List.of(Finding.Fact.of(Field.TITLE, title)),
        List.of());
  }

  /** A project of these organisations, the first of which coordinates, each with 1000 euro. */
  public static Finding project(String grant, Map<Field, String> facts, List<Finding> partners) {
    List<Finding.Partner> parts = new ArrayList<>();
    for (Finding partner : partners) {
      String role = parts.isEmpty() ? "coordinator" : "participant";
      parts.add(
          new Finding.Partner(
              partner.identifiers().getFirst(),
              role,
              BigDecimal.valueOf(1000),
              null,
              null,
              of(partner, Field.COUNTRY),
              of(partner, Field.NUTS),
              null,
              null,
              false,
              parts.size() + 1,
              NOWHERE));
    }
    List<Finding.Fact> stated = new ArrayList<>();
    facts.forEach((field, value) -> stated.add(Finding.Fact.of(field, value)));
    return finding(RecordKind.PROJECT, grant, Identifier.of(Scheme.GRANT, grant), stated, parts);
  }

  private static final Finding.Locator NOWHERE = new Finding.Locator(0, 0, 0);

  private static @Nullable String of(Finding finding, Field field) {
    return finding.facts().stream()
        .filter(fact -> fact.field() == field)
        .map(Finding.Fact::value)
        .findFirst()
        .orElse(null);
  }

  private static Finding finding(
      RecordKind kind,
      String key,
      Identifier identifier,
      List<Finding.Fact> facts,
      List<Finding.Partner> partners) {
    byte[] digest =
        UUID.nameUUIDFromBytes(
                (facts + "" + partners).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString()
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    return new Finding(kind, key, List.of(identifier), facts, partners, NOWHERE, digest);
  }

  /** Takes these in as candidates of a new source. */
  public void stated(Finding... findings) {
    long source = sources.register("Test register", 100, "CC-BY-4.0", "European Union, CORDIS");
    intake.accept(new Origin(source, RUN.incrementAndGet(), Instant.now()), List.of(findings));
    caughtUp();
  }

  /** The record of this grant number, participant code or call. */
  public GridRecord record(String number) {
    return records
        .find(Identifier.of(Scheme.GRANT, number))
        .or(() -> records.find(Identifier.of(Scheme.PIC, number)))
        .or(() -> records.find(Identifier.of(Scheme.TOPIC, number)))
        .orElseThrow();
  }

  /** Authorises the record and waits until it can be found. */
  public GridRecord published(String number) {
    lifecycle.publish(List.of(record(number).id()), Map.of(), DECISION);
    caughtUp();
    return record(number);
  }

  /** Takes the authorisation back. */
  public void reopened(String number) {
    lifecycle.reopen(record(number).id(), DECISION);
    caughtUp();
  }

  /** Waits until the index holds everything. */
  public void caughtUp() {
    if (!followers.awaitCaughtUp(Duration.ofSeconds(30))) {
      throw new AssertionError("the followers do not catch up: " + followers.states());
    }
  }
}
