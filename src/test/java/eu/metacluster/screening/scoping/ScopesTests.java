package eu.metacluster.screening.scoping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class ScopesTests {

  private static final UUID CHIEF = UUID.randomUUID();

  @Autowired Scopes scopes;
  @Autowired Fits fits;
  @Autowired FittedModel shipped;
  @Autowired Journal journal;
  @TempDir Path folder;

  @AfterEach
  void asItWas() {
    scopes.builtIn(CHIEF);
  }

  private static ScopeDefinition rare(String name) {
    return new ScopeDefinition(
        name, "Rare and orphan diseases.", List.of("A registry", "A therapy"), List.of("A cold"));
  }

  @Test
  void aDescribedScopeIsKeptWithWhoSetItAndInTheJournal() {
    long before = journal.head();
    scopes.describe(CHIEF, rare("Rare"), false);

    ScopeInForce now = scopes.inForce();
    assertThat(now.definition()).isEqualTo(rare("Rare"));
    assertThat(now.described()).isTrue();
    assertThat(now.byModel()).isFalse();
    assertThat(now.setBy()).isEqualTo(CHIEF);
    Entry entry = only(before, "screening.scope-described");
    assertThat(entry.actor()).isEqualTo(CHIEF);
    assertThat(entry.data()).contains("\"version\":" + now.version());
  }

  @Test
  void theSameAgainChangesNothingAndEarlierOnesAreKept() {
    scopes.describe(CHIEF, rare("First"), false);
    int first = scopes.inForce().version();
    scopes.describe(CHIEF, rare("First"), false);
    assertThat(scopes.inForce().version()).isEqualTo(first);

    long before = journal.head();
    scopes.builtIn(CHIEF);
    assertThat(scopes.inForce().definition()).isEqualTo(ScopeDefinition.BUILT_IN);
    assertThat(scopes.inForce().version()).isEqualTo(first + 1);
    assertThat(only(before, "screening.scope-built-in").actor()).isEqualTo(CHIEF);
    assertThat(scopes.versions()).extracting(ScopeInForce::version).contains(first, first + 1);
  }

  @Test
  void whatCannotBeRankedByIsRefused() {
    refuses("MC-1540", new ScopeDefinition(" ", "Text", List.of(), List.of()));
    refuses("MC-1540", new ScopeDefinition("n".repeat(121), "Text", List.of(), List.of()));
    refuses("MC-1541", new ScopeDefinition("Name", " \n", List.of("An example"), List.of()));
    refuses("MC-1541", new ScopeDefinition("Name", "t".repeat(20_001), List.of(), List.of()));
    refuses("MC-1542", new ScopeDefinition("N", "T", Collections.nCopies(41, "e"), List.of()));
    refuses("MC-1542", new ScopeDefinition("N", "T", List.of(), List.of("e".repeat(20_001))));
    assertThat(scopes.inForce().described()).isFalse();
  }

  @Test
  void withoutItsFileTheModelGivesWayToTheWordsOfTheScope() throws Exception {
    byte[] file = shippedFile();
    byte[] other = file.clone();
    other[7] = 99;
    fallsBack("MC-1551", null);
    fallsBack("MC-1552", "id;title\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    fallsBack("MC-1553", other);
    fallsBack("MC-1554", Arrays.copyOf(file, file.length / 3));
    byte[] changed = file.clone();
    changed[file.length / 2] ^= 1;
    fallsBack("MC-1554", changed);
  }

  private void fallsBack(String code, byte @org.jspecify.annotations.Nullable [] content)
      throws Exception {
    Path path = folder.resolve("model-" + UUID.randomUUID() + ".bin");
    if (content != null) {
      Files.write(path, content);
    }
    FittedModel broken = new FittedModel(path);
    Gauge gauge = new ScopeReader(scopes, fits, broken).gauge();

    assertThat(broken.problem()).isEqualTo(code);
    assertThat(gauge.byWords()).isTrue();
    assertThat(gauge.key()).startsWith("words:");
    double in = score(gauge, "Immunotherapy of tumours guided by sequencing");
    assertThat(in).isGreaterThan(score(gauge, "Steel piles of wind turbines"));
  }

  @Test
  void aModelOfOnesOwnRanksWithoutTheFacetsOfTheBuiltInScope() throws Exception {
    Path own = Files.write(folder.resolve("own.bin"), shippedFile());
    ScopeReader reader = new ScopeReader(scopes, fits, new FittedModel(own));
    String text = Committee.CORE;

    assertThat(reader.gauge().score(text(text), null).cancers()).isNotEmpty();
    scopes.describe(CHIEF, rare("By its own model"), true);
    Gauge gauge = reader.gauge();
    assertThat(gauge.byWords()).isFalse();
    assertThat(gauge.score(text(text), null).cancers()).isEmpty();
    assertThat(gauge.score(text(text), null).evidence()).isNotEmpty();

    FittedModel gone = new FittedModel(folder.resolve("gone.bin"));
    assertThat(new ScopeReader(scopes, fits, gone).gauge().byWords()).isTrue();
  }

  @Test
  void theShippedModelRanksTheBuiltInScope() {
    assertThat(shipped.problem()).isNull();
    assertThat(shipped.named()).isFalse();
    Gauge gauge = new ScopeReader(scopes, fits, shipped).gauge();
    assertThat(gauge.byWords()).isFalse();
    assertThat(gauge.key()).startsWith("model:").isNotEqualTo("model:0");
  }

  private static double score(Gauge gauge, String title) {
    return gauge.score(text(title), null).any();
  }

  private static eu.metacluster.screening.scope.ScopeText text(String words) {
    return eu.metacluster.screening.scope.ScopeText.of(words, "");
  }

  private static byte[] shippedFile() throws Exception {
    try (var in =
        Objects.requireNonNull(ScopeDefinition.class.getResourceAsStream("scope-model.bin"))) {
      return in.readAllBytes();
    }
  }

  private void refuses(String code, ScopeDefinition definition) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> scopes.describe(CHIEF, definition, false))
        .returns(code, Refusal::code);
  }

  private Entry only(long after, String kind) {
    List<Entry> found =
        journal.read(after, 100).stream().filter(entry -> entry.kind().equals(kind)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
