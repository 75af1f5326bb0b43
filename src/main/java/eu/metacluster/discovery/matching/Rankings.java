package eu.metacluster.discovery.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the likeness of single texts becomes a ranking of experts, organisations or calls. */
final class Rankings {

  /** So many documents of a profile speak for it: the nearest ones. */
  private static final int SPEAKING = 6;

  /** So many of the nearest projects vote for their organisations. */
  static final int VOTING = 200;

  /** The nearest ones count for far more than those that are less near. */
  private static final double NEARNESS = 2.5;

  /** A large project names many, so that each of its votes weighs less. */
  private static final double CROWD = -0.5;

  /**
   * A project of so few says little of who takes part in the larger ones that look for partners.
   */
  private static final int FEW = 3;

  /** What the vote of such a project weighs. */
  private static final double OF_FEW = 0.3;

  /** What the number of projects that an organisation has done adds. */
  private static final double HABIT = 0.01;

  /** How much of what makes a text alike to everything is taken off. */
  private static final float SHARED = 0.4f;

  /** To how many of its nearest neighbours a text is alike in any case. */
  private static final int NEIGHBOURS = 75;

  private Rankings() {}

  /** Great likenesses drawn together, so that one of them does not outweigh several others. */
  static float root(float likeness) {
    return Math.copySign((float) Math.sqrt(Math.abs(likeness)), likeness);
  }

  /** The likeness of a root. */
  static float square(float root) {
    return root * Math.abs(root);
  }

  /** How near a profile is: the mean of the roots of the nearest of its documents. */
  static float profile(float[] likenesses) {
    if (likenesses.length == 0) {
      return 0;
    }
    float[] sorted = likenesses.clone();
    Arrays.sort(sorted);
    int many = Math.min(SPEAKING, sorted.length);
    float sum = 0;
    for (int i = 0; i < many; i++) {
      sum += root(sorted[sorted.length - 1 - i]);
    }
    return sum / many;
  }

  /**
   * The mean root of its likenesses to its neighbours: what a text shares with all that is near.
   */
  static float commonness(float[] likenesses) {
    float[] sorted = likenesses.clone();
    Arrays.sort(sorted);
    int many = Math.min(NEIGHBOURS, sorted.length);
    float sum = 0;
    for (int i = 0; i < many; i++) {
      sum += root(sorted[sorted.length - 1 - i]);
    }
    return many == 0 ? 0 : SHARED * sum / many;
  }

  /**
   * How well organisations fit, at most about 1: the nearest projects vote for those who did them.
   *
   * @param likenesses of each project to what is asked
   * @param taking who took part in each
   * @param projects how many projects each organisation has done
   */
  static <T> Map<T, Double> votes(
      float[] likenesses, List<List<T>> taking, Map<T, Integer> projects) {
    Map<T, Double> votes = new HashMap<>();
    for (int project : Texts.order(likenesses).stream().limit(VOTING).toList()) {
      List<T> those = taking.get(project);
      double weight =
          Math.pow(Math.max(0, likenesses[project]), NEARNESS)
              * Math.pow(Math.max(1, those.size()), CROWD)
              * (those.size() <= FEW ? OF_FEW : 1);
      those.forEach(one -> votes.merge(one, weight, Double::sum));
    }
    double most = votes.values().stream().mapToDouble(v -> v).max().orElse(1);
    Map<T, Double> scores = new HashMap<>();
    votes.forEach((one, sum) -> scores.put(one, most > 0 ? sum / most : 0));
    projects.forEach((one, many) -> scores.merge(one, HABIT * Math.log1p(many), Double::sum));
    return scores;
  }
}
