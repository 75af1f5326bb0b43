package eu.metacluster.screening.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstRankingTests {

  private static final List<ScopeText> TEXTS =
      List.of(
          ScopeText.of("A registry of rare lysosomal diseases", "Patients with Gaucher disease."),
          ScopeText.of("Offshore wind", "Steel piles in the North Sea."),
          ScopeText.of("Gene therapy for an orphan disease", "A rare inherited disorder."),
          ScopeText.of("Medieval manuscripts", "Ink and parchment."),
          ScopeText.of("Common cold in schools", "A frequent disease of children."),
          ScopeText.of("", ""));

  @Test
  void aScopeOfOneSentenceIsEnoughToBegin() {
    double[] ranked =
        FirstRanking.of(
            ScopeDefinition.of("Rare and orphan diseases and their therapy"), TEXTS, null);

    assertThat(Math.min(ranked[0], ranked[2])).isGreaterThan(ranked[4]);
    assertThat(ranked[4]).isGreaterThan(ranked[1]);
    assertThat(Arrays.stream(ranked).average().orElse(0))
        .as("of few texts two are taken to belong")
        .isCloseTo(2.0 / TEXTS.size(), within(0.001));
  }

  @Test
  void examplesPullAndCounterExamplesPush() {
    ScopeDefinition bare = ScopeDefinition.of("Diseases");
    ScopeDefinition shown =
        new ScopeDefinition(
            "Rare", "Diseases", List.of("Orphan disorders, inherited"), List.of("Cold in schools"));

    double[] before = FirstRanking.of(bare, TEXTS, null);
    double[] after = FirstRanking.of(shown, TEXTS, null);

    assertThat(after[2] - after[4]).isGreaterThan(before[2] - before[4]);
  }

  @Test
  void likenessInMeaningCounts() {
    FirstRanking.Meanings meanings =
        new FirstRanking.Meanings(
            Arrays.asList(
                new float[] {0}, new float[] {0}, null, new float[] {1}, new float[] {0}, null),
            List.of(new float[] {1}),
            List.of());
    ScopeDefinition scope = ScopeDefinition.of("Diseases");

    assertThat(FirstRanking.of(scope, TEXTS, meanings)[3])
        .isGreaterThan(FirstRanking.of(scope, TEXTS, null)[3]);
  }

  @Test
  void nothingToGoByRanksNothing() {
    assertThat(FirstRanking.of(ScopeDefinition.of(" "), TEXTS, null)).containsOnly(0.05);
    assertThat(FirstRanking.of(ScopeDefinition.of("Diseases"), List.of(), null)).isEmpty();
    assertThat(
            Arrays.stream(FirstRanking.of(ScopeDefinition.of("\u0000 乳腺癌"), TEXTS, null)).boxed())
        .allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
  }

  @Test
  void theFirstRankingOfRealProjectsIsFarFromChance() throws IOException {
    Map<String, ScopeText> texts =
        TrainingFiles.texts(SharedData.at("cordis/horizon/project.csv.gz"));
    List<LabelledProject> labels =
        TrainingFiles.labels(SharedData.at("labels/precision-oncology.jsonl")).stream()
            .filter(label -> texts.containsKey(label.id()))
            .toList();
    List<ScopeText> labelled =
        labels.stream().map(l -> texts.getOrDefault(l.id(), ScopeText.of("", ""))).toList();
    double[] ranked =
        FirstRanking.of(
            ScopeDefinition.of(
                "Personalised medicine in cancer: prevention, detection, diagnosis and treatment of tumours fitted to a patient or a"
                    + " group by molecular, genetic, imaging or other individual data; biomarkers, sequencing, liquid biopsy,"
                    + " immunotherapy, targeted therapy, patient-derived models."),
            labelled,
            null);
    boolean[] any = new boolean[ranked.length];
    boolean[] core = new boolean[ranked.length];
    for (int i = 0; i < any.length; i++) {
      any[i] = labels.get(i).inScope();
      core[i] = labels.get(i).core();
    }

    double anyPrecision = Figures.averagePrecision(ranked, any);
    double corePrecision = Figures.averagePrecision(ranked, core);
    System.out.printf("first ranking: core %.3f, any %.3f%n", corePrecision, anyPrecision);
    assertThat(anyPrecision).isGreaterThan(0.75);
    assertThat(corePrecision).isGreaterThan(0.45);
  }
}
