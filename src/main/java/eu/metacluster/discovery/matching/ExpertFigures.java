package eu.metacluster.discovery.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well scores order the documents that an expert has judged. */
final class ExpertFigures {

  private static final double KNOWN = 4;
  private static final double UNKNOWN = 2;

  private final Map<String, List<double[]>> scored = new LinkedHashMap<>();
  private double wrong;
  private double all;
  private double easyRight;
  private double easyAll;
  private double hardRight;
  private double hardAll;

  void add(String expert, double expertise, double score) {
    scored.computeIfAbsent(expert, e -> new ArrayList<>()).add(new double[] {expertise, score});
  }

  /** Counts all pairs of documents of the same expert. */
  ExpertFigures counted() {
    for (List<double[]> own : scored.values()) {
      for (int i = 0; i < own.size(); i++) {
        for (int j = i + 1; j < own.size(); j++) {
          boolean first = own.get(i)[0] > own.get(j)[0];
          pair(own.get(first ? i : j), own.get(first ? j : i));
        }
      }
    }
    return this;
  }

  private void pair(double[] more, double[] less) {
    double difference = more[0] - less[0];
    if (difference <= 0) {
      return;
    }
    double right = more[1] > less[1] ? 1 : more[1] == less[1] ? 0.5 : 0;
    all += difference;
    wrong += difference * (1 - right);
    if (more[0] >= KNOWN && less[0] <= UNKNOWN) {
      easyAll++;
      easyRight += right;
    }
    if (more[0] >= KNOWN && less[0] >= KNOWN) {
      hardAll++;
      hardRight += right;
    }
  }

  /** The share of differences that is in the wrong order. */
  double loss() {
    return all == 0 ? 0 : wrong / all;
  }

  /** The share of right order between what is known well and what is hardly known. */
  double easy() {
    return easyAll == 0 ? 0 : easyRight / easyAll;
  }

  /** The share of right order between what is known well and what is known better. */
  double hard() {
    return hardAll == 0 ? 0 : hardRight / hardAll;
  }
}
