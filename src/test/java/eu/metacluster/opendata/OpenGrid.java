package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Followers;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;

/** Puts records on the grid, publishes and withdraws them, and waits until the roads know. */
@TestComponent
public class OpenGrid {

  private static final AtomicLong RUN = new AtomicLong(900_000);
  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);
  private static final Lifecycle.Reason NOBODY = new Lifecycle.Reason(null, null, "tailored");

  private final Intake intake;
  private final Records records;
  private final Sources sources;
  private final Lifecycle lifecycle;
  private final Followers followers;

  OpenGrid(
      Intake intake, Records records, Sources sources, Lifecycle lifecycle, Followers followers) {
    this.intake = intake;
    this.records = records;
    this.sources = sources;
    this.lifecycle = lifecycle;
    this.followers = followers;
  }

  /** A number nobody else uses. */
  public static String number() {
    return Long.toString(UUID.randomUUID().getMostSignificantBits() & 0xFFFFFFFFFFL);
  }

  public long source(String name) {
    return sources.register(name, 100, "CC-BY-4.0", "From " + name);
  }

  /** Takes a finding in from a source and returns its record. */
  public GridRecord put(long source, Finding... findings) {
    intake.accept(
        new Origin(source, RUN.incrementAndGet(), Instant.parse("2026-01-01T00:00:00Z")),
        List.of(findings));
    settle();
    return records.find(findings[findings.length - 1].identifiers().getFirst()).orElseThrow();
  }

  /** A public project with two public partners, as a source named {@code name} states it. */
  public GridRecord project(String acronym, String title, Finding.Fact... more) {
    long source = source("Register of " + acronym);
    String pic = number();
    String other = number();
    GridRecord project =
        put(
            source,
            organisation(pic, "Institut Curie " + pic, "FR"),
            organisation(other, "Charité " + other, "DE"),
            finding(
                RecordKind.PROJECT,
                number(),
                Scheme.GRANT,
                List.of(partner(pic, "coordinator", 1), partner(other, "participant", 2)),
                facts(acronym, title, more)));
    publish(project);
    return project;
  }

  /** A public record of another kind without partners. */
  public GridRecord thing(RecordKind kind, String title, Finding.Fact... more) {
    Scheme scheme = kind == RecordKind.CALL ? Scheme.TOPIC : Scheme.URL;
    String key = scheme == Scheme.URL ? "https://example.org/" + number() : "TOPIC-" + number();
    Finding finding = finding(kind, key, Scheme.STARTER, List.of(), facts("", title, more));
    GridRecord record = put(source("Register of " + title), finding);
    publish(record);
    return record;
  }

  public static Finding.Fact[] facts(String acronym, String title, Finding.Fact... more) {
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.of(Field.TITLE, title));
    if (!acronym.isEmpty()) {
      facts.add(Finding.Fact.of(Field.ACRONYM, acronym));
    }
    facts.addAll(Arrays.asList(more));
    return facts.toArray(Finding.Fact[]::new);
  }

  public static Finding organisation(String pic, String name, String country) {
    return finding(
        RecordKind.ORGANISATION,
        pic,
        Scheme.PIC,
        List.of(),
        Finding.Fact.of(Field.TITLE, name),
        Finding.Fact.of(Field.COUNTRY, country));
  }

  public static Finding.Partner partner(String pic, String role, int position) {
    return new Finding.Partner(
        Identifier.of(Scheme.PIC, pic),
        role,
        BigDecimal.valueOf(125_000.5),
        null,
        null,
        "FR",
        "FR101",
        null,
        null,
        false,
        position,
        AT);
  }

  public static Finding finding(
      RecordKind kind,
      String key,
      Scheme scheme,
      List<Finding.Partner> partners,
      Finding.Fact... facts) {
    String content = Arrays.toString(facts) + partners;
    return new Finding(
        kind,
        key,
        List.of(Identifier.of(scheme, key)),
        List.of(facts),
        partners,
        AT,
        content.getBytes(StandardCharsets.UTF_8));
  }

  public void publish(GridRecord record) {
    lifecycle.publish(List.of(record.id()), Map.of(), NOBODY);
    settle();
  }

  /** The same without waiting for anything. */
  public void decide(GridRecord record, boolean published) {
    if (published) {
      lifecycle.publish(List.of(record.id()), Map.of(), NOBODY);
    } else {
      lifecycle.reopen(record.id(), NOBODY);
    }
  }

  /** A record of another kind that nobody has decided on. */
  public GridRecord candidate(RecordKind kind, String title, Finding.Fact... more) {
    String key = "https://example.org/" + number();
    return put(
        source("Register of " + title),
        finding(kind, key, Scheme.STARTER, List.of(), facts("", title, more)));
  }

  /** Takes an authorisation back. */
  public void withdraw(GridRecord record) {
    lifecycle.reopen(record.id(), NOBODY);
    settle();
  }

  public void move(GridRecord record, RecordState to) {
    lifecycle.move(record.id(), to, NOBODY);
    settle();
  }

  public void merge(GridRecord from, GridRecord into) {
    lifecycle.merge(from.id(), into.id(), NOBODY);
    settle();
  }

  public void settle() {
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
  }
}
