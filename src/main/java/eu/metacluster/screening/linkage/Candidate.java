package eu.metacluster.screening.linkage;

/** An organisation that a mention may mean, with its features. */
final class Candidate {

  final int place;
  final double[] features = new double[Features.count()];
  int name = -1;
  int part = -1;
  double score;

  Candidate(int place) {
    this.place = place;
  }

  void set(Features feature, double value) {
    features[feature.ordinal()] = value;
  }

  double get(Features feature) {
    return features[feature.ordinal()];
  }
}
