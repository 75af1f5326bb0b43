package eu.metacluster.screening.scope;

/**
 * What a text says of one tissue, in the same few numbers for each tissue, so that their weights
 * can be learnt from all tissues together: a rare one has five examples, all of them four hundred.
 * And what it says of cancer without a tissue.
 */
final class TissueFeatures {

  /** Numbers per tissue. */
  static final int SIZE = 28;

  /** Numbers for no tissue, or all. */
  static final int ANY_SIZE = 13;

  private static final int OFTEN = 4;
  private static final int RATHER_OFTEN = 3;

  private final TissueMentions all;
  private final float total;
  private final float most;
  private final float totalNear;
  private final float mostNear;
  private final int distinct;
  private final int distinctNear;

  TissueFeatures(TissueMentions mentions) {
    this.all = mentions;
    total = sum(mentions.count);
    most = largest(mentions.count);
    totalNear = sum(mentions.near);
    mostNear = largest(mentions.near);
    distinct = positive(mentions.count);
    distinctNear = positive(mentions.near);
  }

  int tissues() {
    return all.tissues();
  }

  float[] of(int t) {
    float count = all.count[t];
    float near = all.near[t];
    boolean there = count > 0;
    return new float[] {
      flag(there),
      log(count),
      share(count, total),
      flag(all.inTitle[t]),
      flag(count == most && most >= 2),
      log(total - count),
      flag(count >= OFTEN),
      log(near),
      flag(near > 0),
      share(near, totalNear),
      flag(near == mostNear && mostNear > 0),
      flag(mostNear == 0),
      log(all.alone[t]),
      flag(all.alone[t] > 0),
      log(all.listed[t]),
      log(all.spread[t]),
      share(all.spread[t], count),
      near / Math.max(1, all.malignant),
      flag(all.early[t]),
      flag(all.late[t]),
      log(all.named[t]),
      flag(all.named[t] > 0),
      there ? log(distinct) : 0,
      near > 0 ? log(distinctNear) : 0,
      log(all.sentences[t]),
      all.sentences[t] / Math.max(1, all.sentencesRead),
      flag(near >= RATHER_OFTEN),
      there ? log(all.unnamed) : 0
    };
  }

  float[] ofAny() {
    return new float[] {
      log(most),
      log(mostNear),
      flag(mostNear == 0),
      flag(distinctNear >= RATHER_OFTEN),
      log(distinctNear),
      log(all.unnamed),
      log(totalNear),
      mostNear / Math.max(1, all.malignant),
      flag(largest(all.alone) > 0),
      flag(titleNamesOne()),
      share(mostNear, totalNear),
      log(sum(all.listed)),
      log(all.malignant)
    };
  }

  private boolean titleNamesOne() {
    for (boolean title : all.inTitle) {
      if (title) {
        return true;
      }
    }
    return false;
  }

  private static float log(float count) {
    return FeatureSpace.log1p(count);
  }

  private static float flag(boolean value) {
    return value ? 1 : 0;
  }

  private static float share(float part, float whole) {
    return whole > 0 ? part / whole : 0;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  private static int positive(float[] values) {
    int positive = 0;
    for (float value : values) {
      positive += value > 0 ? 1 : 0;
    }
    return positive;
  }
}
