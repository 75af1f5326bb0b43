package eu.metacluster.screening.meaning;

import static eu.metacluster.screening.Committee.CORE;
import static eu.metacluster.screening.Committee.number;
import static eu.metacluster.screening.Committee.project;
import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.RecordTexts;
import eu.metacluster.platform.model.Vectors;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.meaning.Embeddings.Meaning;
import eu.metacluster.support.ProductTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class MeaningsTests {

  @Autowired Committee committee;
  @Autowired Meanings meanings;
  @Autowired Embeddings embeddings;
  @Autowired JdbcClient jdbc;
  @Autowired RecordTexts texts;
  @Autowired TransactionTemplate transaction;
  @Autowired DataSource source;
  @TempDir Path folder;

  @Test
  void aTextIsComputedOnceAndAgainWhenItChanges() {
    String grant = number();
    String words = CORE + " Vectors " + grant;
    UUID lead = proposed(grant, words);
    assertThat(meanings.waiting(0.02, 10_000)).contains(lead);

    meanings.make(List.of(lead));
    Meaning direct = meaning("Liquid biopsy " + grant + ". " + words);

    float[] kept = Objects.requireNonNull(meanings.of(List.of(lead), direct.model()).get(lead));
    assertThat(Vectors.likeness(kept, direct.vector())).isGreaterThan(0.99f);
    assertThat(direct.language()).isEqualTo("en");
    assertThat(meanings.waiting(0.02, 10_000)).doesNotContain(lead);

    Object before = madeAt(lead);
    jdbc.sql("update screening.case set digest = '\\x00' where lead = :lead")
        .param("lead", lead)
        .update();
    assertThat(meanings.waiting(0.02, 10_000)).contains(lead);
    meanings.make(List.of(lead));
    assertThat(madeAt(lead)).as("the same text is not computed twice").isEqualTo(before);
    assertThat(meanings.waiting(0.02, 10_000)).doesNotContain(lead);
  }

  @Test
  void noConnectionIsHeldWhileTheModelComputes() {
    UUID lead = proposed(number(), CORE + " Free hands " + number());
    boolean[] held = {false, false};
    Embeddings watched =
        new Embeddings(null, 1) {
          @Override
          public List<@Nullable Meaning> of(List<String> all) {
            held[0] = TransactionSynchronizationManager.isActualTransactionActive();
            held[1] = TransactionSynchronizationManager.hasResource(source);
            return super.of(all);
          }
        };

    new Meanings(jdbc, texts, watched, transaction).make(List.of(lead));
    watched.close();

    assertThat(held).containsExactly(false, false);
    assertThat(meanings.waiting(0.02, 10_000)).doesNotContain(lead);
  }

  @Test
  void whatIsGoneDoesNotWaitForEver() {
    UUID lead = proposed(number(), CORE + " Gone " + number());
    UUID nobody = UUID.randomUUID();
    jdbc.sql("update screening.case set lead = :nobody where lead = :lead")
        .param("nobody", nobody)
        .param("lead", lead)
        .update();
    assertThat(meanings.waiting(0.02, 10_000)).contains(nobody);

    meanings.make(List.of(nobody));

    assertThat(meanings.waiting(0.02, 10_000)).doesNotContain(nobody);
    jdbc.sql("update screening.case set lead = :lead where lead = :nobody")
        .param("nobody", nobody)
        .param("lead", lead)
        .update();
  }

  @Test
  void whatIsFarOutOfScopeIsLeftAlone() {
    UUID lead = proposed(number(), "Steel piles in the North Sea and what they cost to maintain.");

    assertThat(meanings.waiting(0.5, 10_000)).doesNotContain(lead);
  }

  @Test
  void theTaskWaitsForAnImportToEndAndStopsWhenAsked() {
    UUID lead = proposed(number(), CORE + " " + number());

    assertThat(new MeaningTask(meanings, embeddings, 0.02, 3600).run(() -> false)).isZero();
    assertThat(new MeaningTask(meanings, embeddings, 0.02, 0).run(() -> true)).isZero();
    assertThat(meanings.waiting(0.02, 10_000)).contains(lead);
    jdbc.sql("update screening.case set p_any = 5 where lead = :lead").param("lead", lead).update();
    assertThat(new MeaningTask(meanings, embeddings, 4, 0).run(() -> false)).isEqualTo(1);
    assertThat(meanings.waiting(4, 10_000)).isEmpty();
    jdbc.sql("update screening.case set p_any = 1 where lead = :lead").param("lead", lead).update();
  }

  @Test
  void anotherLanguageHasNoVectorWithoutItsModel() {
    assertThat(embeddings.of(List.of("Le projet cherche de nouveaux tests pour les patients.")))
        .containsOnlyNulls();
    assertThat(embeddings.problems()).isEmpty();
  }

  @Test
  void aModelForOtherLanguagesThatIsBrokenIsSaidAndEnglishGoesOn() throws Exception {
    Embeddings missing = new Embeddings(folder.resolve("nowhere"), 1);
    List<String> texts =
        List.of("Das ist ein Test für die Patienten.", "This is a test for the patients.");

    assertThat(missing.of(texts)).element(0).isNull();
    assertThat(missing.of(texts)).element(1).isNotNull();
    assertThat(missing.problems()).containsOnlyKeys("multilingual");
    assertThat(missing.problems().get("multilingual")).startsWith("MC-1555");

    Files.writeString(folder.resolve("tokenizer.json"), "{}");
    Files.writeString(folder.resolve("model.onnx"), "no model");
    Embeddings broken = new Embeddings(folder, 1);
    assertThat(broken.of(texts)).element(0).isNull();
    assertThat(broken.problems()).isEqualTo(Map.of("multilingual", said(broken)));
    assertThat(said(broken)).startsWith("MC-1556");
    missing.close();
    broken.close();
  }

  private static String said(Embeddings one) {
    return String.valueOf(one.problems().get("multilingual"));
  }

  private UUID proposed(String grant, String words) {
    committee.propose(committee.origin(), project(grant, "VEC", "Liquid biopsy " + grant, words));
    return committee.caseOf(grant).lead();
  }

  private Meaning meaning(String text) {
    return Objects.requireNonNull(embeddings.of(List.of(text)).getFirst());
  }

  private Object madeAt(UUID lead) {
    return jdbc.sql(
            """
            select e.made_at from screening.embedding e
            join screening.meaning m on m.text = e.text where m.record = :lead""")
        .param("lead", lead)
        .query(java.sql.Timestamp.class)
        .single();
  }
}
