package eu.metacluster.screening.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks texts by a {@link ScopeDefinition} before anybody has decided anything: a {@link
 * DescribedScope} that is fitted to the very texts it ranks.
 *
 * <p>The probabilities are rough: what stands out from the others by so many deviations, if so
 * large a share belongs. They are there to order by and to mix with what decisions teach later.
 */
public final class FirstRanking {

  private FirstRanking() {}

  /**
   * Vectors for the same likeness in meaning: of the texts that are ranked, in their order (null
   * where a text has none), of the scope's text and examples, and of its counter-examples.
   */
  public record Meanings(
      List<float @Nullable []> texts, List<float[]> belongs, List<float[]> doesNot) {}

  /**
   * The rough probability of each text to belong, in their order: all the same when the scope is
   * empty.
   *
   * @param meanings vectors of one model, or null to go by words alone
   */
  public static double[] of(
      ScopeDefinition scope, Collection<ScopeText> texts, @Nullable Meanings meanings) {
    List<WaitingText> waiting = new ArrayList<>();
    for (ScopeText text : texts) {
      waiting.add(
          new WaitingText(text, meanings == null ? null : meanings.texts().get(waiting.size())));
    }
    ScopeMeaning meaning =
        meanings == null ? null : new ScopeMeaning("", meanings.belongs(), meanings.doesNot());
    DescribedScope described = DescribedScope.fit(scope, waiting, meaning);
    return waiting.stream().mapToDouble(described::probability).toArray();
  }
}
