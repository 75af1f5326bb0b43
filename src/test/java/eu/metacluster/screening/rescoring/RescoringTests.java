package eu.metacluster.screening.rescoring;

import static eu.metacluster.screening.Committee.number;
import static eu.metacluster.screening.Committee.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseReading;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.meaning.Meanings;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.screening.scoping.Scopes;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class RescoringTests {

  private static final UUID CHIEF = UUID.randomUUID();
  private static final ScopeDefinition RARE =
      new ScopeDefinition(
          "Rare diseases",
          "Rare and orphan diseases, inherited metabolic and lysosomal disorders: registries,"
              + " newborn diagnosis, enzyme replacement and gene therapy.",
          List.of("A patient registry of an ultra-rare inherited disorder"),
          List.of("Liquid biopsy of lung cancer"));

  @Autowired Committee committee;
  @Autowired Scopes scopes;
  @Autowired Rescoring rescoring;
  @Autowired Preview preview;
  @Autowired Cases cases;
  @Autowired Meanings meanings;
  @Autowired Intake intake;
  @Autowired JdbcClient jdbc;

  private final String run = number();
  private final List<String> rare = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private final List<Origin> origins = new ArrayList<>();

  @BeforeEach
  void aHandfulOfProjects() {
    add(rare, "Gene therapy of Gaucher disease", "An inherited lysosomal disorder. It is rare.");
    add(rare, "Newborn diagnosis", "Rare metabolic disorders are found by newborn registries.");
    add(rare, "ORPHAN", "Enzyme replacement for an orphan disease. A registry of its patients.");
    add(others, "Liquid biopsy", Committee.CORE);
    add(others, "Wind at sea", Committee.OUT);
    add(others, "Parchment", "Ink and vellum of medieval manuscripts in monasteries.");
    add(others, "Cold in schools", "A frequent infection of children in winter.");
  }

  private void add(List<String> to, String title, String text) {
    String grant = number();
    to.add(grant);
    Origin origin = committee.origin();
    origins.add(origin);
    committee.propose(origin, project(grant, "R" + grant, title + " " + run + " " + grant, text));
  }

  @AfterEach
  void asItWas() {
    origins.forEach(intake::rollback);
    committee.settle();
    scopes.builtIn(CHIEF);
    finish();
  }

  private void finish() {
    Instant until = Instant.now().plusSeconds(60);
    do {
      rescoring.run(() -> false);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    } while (!finished() && Instant.now().isBefore(until));
    assertThat(finished()).isTrue();
  }

  /** Scored, and ordered after that; the product does it by itself meanwhile. */
  private boolean finished() {
    return !rescoring.progress().running() && !orderedBy().isEmpty();
  }

  private String orderedBy() {
    return jdbc.sql("select value from screening.setting where key = 'ordered-by'")
        .query(String.class)
        .single();
  }

  private List<String> byUsefulness() {
    List<String> all = new ArrayList<>(rare);
    all.addAll(others);
    all.sort(Comparator.comparingDouble(grant -> -committee.caseOf(grant).usefulness()));
    return all;
  }

  @Test
  void fromZeroLabelsWhatTheScopeDescribesComesFirst() {
    CaseFile lung = committee.caseOf(others.getFirst());
    assertThat(lung.facets().cancers()).contains("lung");
    assertThat(byUsefulness().getFirst()).isEqualTo(others.getFirst());

    scopes.describe(CHIEF, RARE, false);
    finish();

    assertThat(byUsefulness().subList(0, 3)).containsExactlyInAnyOrderElementsOf(rare);
    CaseFile first = committee.caseOf(byUsefulness().getFirst());
    assertThat(first.byWords()).isTrue();
    assertThat(first.scope()).isNotEqualTo("out");
    assertThat(first.core()).isEqualTo(first.any()).isBetween(0.0, 1.0);
    assertThat(committee.again(lung).facets().cancers()).isEmpty();
    CaseReading reading = cases.reading(first);
    assertThat(reading.evidence()).isNotEmpty();
    assertThat(reading.evidence().getFirst().terms()).isNotEmpty();
    assertThat(queue()).as("the order of the queue follows").first().isIn(rare);
  }

  /** My cases in the order of the queue, by their grants. */
  private List<String> queue() {
    List<String> all = new ArrayList<>(rare);
    all.addAll(others);
    all.sort(Comparator.comparingDouble(grant -> -committee.caseOf(grant).priority()));
    return all.stream().filter(grant -> committee.caseOf(grant).pick().equals("relevant")).toList();
  }

  @Test
  void whatIsImportedLaterIsScoredByTheScopeInForceAtOnce() {
    scopes.describe(CHIEF, RARE, false);
    finish();
    add(rare, "Enzyme therapy", "An orphan lysosomal disorder is treated. Its registry grows.");
    add(others, "Steel", Committee.OUT);

    CaseFile in = committee.caseOf(rare.getLast());
    CaseFile out = committee.caseOf(others.getLast());
    assertThat(in.byWords()).isTrue();
    assertThat(in.any()).isGreaterThan(out.any());
    assertThat(rescoring.progress().running()).isFalse();
  }

  @Test
  void theBuiltInScopeComesBackWithItsModel() {
    CaseFile before = committee.caseOf(others.getFirst());
    scopes.describe(CHIEF, RARE, false);
    finish();
    scopes.builtIn(CHIEF);
    assertThat(rescoring.progress().running()).isTrue();
    finish();

    CaseFile after = committee.again(before);
    assertThat(after.byWords()).isFalse();
    assertThat(after.core()).isCloseTo(before.core(), within(1e-6));
    assertThat(after.facets()).isEqualTo(before.facets());
  }

  @Test
  void twoNodesAtOnceAndAWorkThatIsCutOffComeToTheSame() throws Exception {
    scopes.describe(CHIEF, RARE, false);
    rescoring.run(() -> true);
    try (var nodes = Executors.newFixedThreadPool(2)) {
      Future<Integer> one = nodes.submit(() -> rescoring.run(() -> false));
      Future<Integer> other = nodes.submit(() -> rescoring.run(() -> false));
      one.get();
      other.get();
    }
    finish();
    List<String> order = byUsefulness();

    assertThat(rescoring.run(() -> false)).as("there is nothing left to do").isZero();
    assertThat(byUsefulness()).isEqualTo(order);
    assertThat(order.subList(0, 3)).containsExactlyInAnyOrderElementsOf(rare);
    assertThat(orderedBy()).startsWith("words:");
  }

  @Test
  void aVectorThatComesLaterCounts() {
    List<UUID> leads = new ArrayList<>();
    rare.forEach(grant -> leads.add(committee.caseOf(grant).lead()));
    for (int i = 0; i < 20; i++) {
      add(new ArrayList<>(), "Bridge " + i, "Concrete and cables of bridge number " + i + ".");
    }
    leads.addAll(newest(20));
    meanings.make(leads);
    jdbc.sql("update screening.case set read_at = read_at - interval '1 hour'").update();
    scopes.describe(CHIEF, RARE, false);
    finish();
    assertThat(meant(rare.getFirst())).isTrue();
    assertThat(meant(others.get(1))).isFalse();

    meanings.make(List.of(committee.caseOf(others.get(1)).lead()));
    finish();
    assertThat(meant(others.get(1))).isTrue();
    assertThat(byUsefulness().subList(0, 3)).containsExactlyInAnyOrderElementsOf(rare);
  }

  private List<UUID> newest(int most) {
    return jdbc.sql(
            """
            select lead from screening.case where state = 'open'
            order by opened_at desc, id limit :most""")
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  private boolean meant(String grant) {
    return jdbc.sql("select meant from screening.case where id = :id")
        .param("id", committee.caseOf(grant).id())
        .query(Boolean.class)
        .single();
  }

  @Test
  void thePreviewShowsWhatWouldComeFirstAndChangesNothing() {
    CaseFile before = committee.caseOf(rare.getFirst());
    Preview.First first = preview.of(RARE);

    assertThat(first.rows()).hasSizeBetween(3, 10);
    assertThat(first.rows().stream().map(row -> row.file().handle()))
        .containsAll(rare.stream().map(grant -> committee.caseOf(grant).handle()).toList());
    assertThat(first.rows().getFirst().terms()).isNotEmpty();
    assertThat(first.read()).isEqualTo(first.waiting());
    assertThat(committee.again(before).byWords()).isFalse();
    assertThat(committee.again(before).any()).isCloseTo(before.any(), within(1e-6));
    assertThat(scopes.inForce().described()).isFalse();
  }

  @Test
  void aVectorIsNotNeededAndAnotherLanguageIsRankedByWords() {
    ScopeDefinition french =
        new ScopeDefinition(
            "Maladies rares",
            "Le projet cherche de nouveaux traitements pour les patients atteints de maladies"
                + " rares, par exemple Gaucher.",
            List.of(),
            List.of());
    Preview.First first = preview.of(french);
    assertThat(first.rows().stream().map(row -> row.file().handle()))
        .contains(committee.caseOf(rare.getFirst()).handle());
  }
}
