package eu.metacluster.screening.scope;

/**
 * What a text says of one tissue, in the same few numbers for each tissue, so that their weights
 * can be learnt from all tissues together: a rare one has five examples, all of them four hundred.
 * The position after the last tissue is "any tissue".
 */
final class TissueFeatures {

  static final int SIZE = 14;
  private static final int OFTEN = 4;

  private final Reading reading;
  private final int tissues;
  private float total;
  private float most;
  private float totalNear;
  private float mostNear;
  private int distinct;
  private boolean anyInTitle;

  TissueFeatures(Reading reading, int tissues) {
    this.reading = reading;
    this.tissues = tissues;
    for (int t = 0; t < tissues; t++) {
      float count = reading.concept(t);
      total += count;
      most = Math.max(most, count);
      totalNear += reading.nearCancer(t);
      mostNear = Math.max(mostNear, reading.nearCancer(t));
      distinct += count > 0 ? 1 : 0;
      anyInTitle |= reading.inTitle(t);
    }
  }

  float[] of(int tissue) {
    boolean any = tissue == tissues;
    float count = any ? most : reading.concept(tissue);
    float near = any ? mostNear : reading.nearCancer(tissue);
    boolean title = any ? anyInTitle : reading.inTitle(tissue);
    return new float[] {
      1,
      FeatureSpace.log1p(count),
      flag(count > 0),
      share(count, total),
      flag(title),
      flag(count == most && most >= 2),
      count > 0 ? FeatureSpace.log1p(distinct) : 0,
      FeatureSpace.log1p(total - count),
      flag(count >= OFTEN),
      FeatureSpace.log1p(near),
      flag(near > 0),
      share(near, totalNear),
      flag(near == mostNear && mostNear > 0),
      flag(mostNear == 0)
    };
  }

  private static float flag(boolean value) {
    return value ? 1 : 0;
  }

  private static float share(float part, float whole) {
    return whole > 0 ? part / whole : 0;
  }
}
