package eu.metacluster.screening;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Followers;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.screening.deciding.Ballot;
import eu.metacluster.screening.deciding.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;

/** Puts candidates on the grid, waits until their cases are open, and knows some people. */
@TestComponent
public class Committee {

  public static final String CORE =
      "We sequence ctDNA of lung cancer patients to select the targeted therapy that fits their"
          + " tumour. Half of the patients do not respond. Biomarkers of resistance predict"
          + " response to immunotherapy.";
  public static final String OUT = "We study the corrosion of steel piles of wind turbines at sea.";

  private static final AtomicLong RUN = new AtomicLong(70_000);
  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);

  public final Identity ada = new Identity(UUID.randomUUID(), "Ada", Role.COMMITTEE);
  public final Identity ben = new Identity(UUID.randomUUID(), "Ben", Role.COMMITTEE);
  public final Identity eve = new Identity(UUID.randomUUID(), "Eve", Role.COMMITTEE);
  public final Identity chief = new Identity(UUID.randomUUID(), "Chris", Role.COORDINATOR);

  private final Intake intake;
  private final Records records;
  private final Sources sources;
  private final Followers followers;
  private final Cases cases;

  Committee(Intake intake, Records records, Sources sources, Followers followers, Cases cases) {
    this.intake = intake;
    this.records = records;
    this.sources = sources;
    this.followers = followers;
    this.cases = cases;
  }

  /** A number nobody else uses. */
  public static String number() {
    return Long.toString(UUID.randomUUID().getMostSignificantBits() & 0xFFFFFFFFFFL);
  }

  public Origin origin() {
    return new Origin(
        sources.register("Source of a test", 100, "CC-BY-4.0", null),
        RUN.incrementAndGet(),
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  public static Finding project(String grant, String acronym, String title, String summary) {
    List<Finding.Fact> facts =
        List.of(
            Finding.Fact.of(Field.TITLE, title),
            Finding.Fact.of(Field.ACRONYM, acronym),
            Finding.Fact.of(Field.SUMMARY, summary),
            Finding.Fact.of(Field.START_DATE, "2024-05-01"));
    return new Finding(
        RecordKind.PROJECT,
        grant,
        List.of(Identifier.of(Scheme.GRANT, grant)),
        facts,
        List.of(),
        AT,
        facts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Takes these in and waits for their cases. */
  public void propose(Origin origin, Finding... findings) {
    intake.accept(origin, List.of(findings));
    settle();
  }

  public void settle() {
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
  }

  /** A fresh precision-oncology candidate and its case. */
  public CaseFile newCase() {
    String grant = number();
    propose(
        origin(), project(grant, "LQ" + grant, "Liquid biopsy guides lung cancer " + grant, CORE));
    return caseOf(grant);
  }

  public GridRecord record(String grant) {
    return records.find(Identifier.of(Scheme.GRANT, grant)).orElseThrow();
  }

  public GridRecord record(CaseFile file) {
    return records.find(file.lead()).orElseThrow();
  }

  public CaseFile caseOf(String grant) {
    return cases.ofRecord(record(grant).id()).orElseThrow();
  }

  public CaseFile again(CaseFile file) {
    return cases.get(file.handle());
  }

  public CaseFile byHandle(String handle) {
    return cases.get(handle);
  }

  public static Ballot authorise(CaseFile file) {
    return new Ballot(file.round(), Verdict.AUTHORISE, "enabling.1", "", file.facets());
  }

  public static Ballot decline(CaseFile file) {
    return new Ballot(file.round(), Verdict.DECLINE, "not-cancer.1", "", Facets.NONE);
  }

  public static Ballot question(CaseFile file) {
    return new Ballot(file.round(), Verdict.RETURN, null, "Which cancers?", Facets.NONE);
  }
}
