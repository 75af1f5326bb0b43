package eu.metacluster.screening.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far two reviewers agree beyond chance.
 *
 * @param pairs cases on which two persons voted independently
 * @param share of these, where both said the same; null without any
 * @param kappa Cohen's kappa (J. Cohen, Educational and Psychological Measurement 20, 1960); null
 *     when it is not defined because all said the same
 * @param ac1 Gwet's AC1 (K. Gwet, British Journal of Mathematical and Statistical Psychology 61,
 *     2008), which stays meaningful when one answer is rare; null without any pair
 */
public record Agreement(
    int pairs, @Nullable Double share, @Nullable Double kappa, @Nullable Double ac1) {

  /** What two persons said of one case: whether it belongs on the grid. */
  record Pair(boolean first, boolean second) {}

  static Agreement of(List<Pair> pairs) {
    if (pairs.isEmpty()) {
      return new Agreement(0, null, null, null);
    }
    double n = pairs.size();
    double same = pairs.stream().filter(pair -> pair.first() == pair.second()).count() / n;
    double first = pairs.stream().filter(Pair::first).count() / n;
    double second = pairs.stream().filter(Pair::second).count() / n;
    double byChance = first * second + (1 - first) * (1 - second);
    double yes = (first + second) / 2;
    double chanceOfAc1 = 2 * yes * (1 - yes);
    return new Agreement(
        pairs.size(),
        same,
        byChance > 1 - 1e-12 ? null : (same - byChance) / (1 - byChance),
        (same - chanceOfAc1) / (1 - chanceOfAc1));
  }
}
