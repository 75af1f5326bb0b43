package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * Tells "liver cancer" from "liver": counts the tissues that stand within three known words of a
 * word for cancer in the same sentence, or that the word for cancer names itself (glioma).
 */
final class Proximity {

  private static final int REACH = 3;
  private static final int FAR = -1000;
  private static final int SENTENCE_GAP = 100;

  private final int malignancy;
  private final int[] lastSeen;
  private final float[] near;
  private int ordinal;
  private int lastCancer = FAR;
  private int lastStart = -1;
  private int lastSentence = -1;

  Proximity(Concepts concepts) {
    malignancy = concepts.names().indexOf("malignancy");
    near = new float[concepts.tissues()];
    lastSeen = new int[near.length];
    Arrays.fill(lastSeen, FAR);
  }

  void restart() {
    ordinal += SENTENCE_GAP;
    lastStart = -1;
    lastSentence = -1;
  }

  void see(int[] concepts, int start, int sentence, float weight) {
    advance(start, sentence);
    boolean cancer = contains(concepts, malignancy);
    if (cancer) {
      lastCancer = ordinal;
      countTissuesBefore(weight);
    }
    for (int concept : concepts) {
      if (concept < near.length) {
        if (cancer || lastCancer >= ordinal - REACH) {
          near[concept] += weight;
        } else {
          lastSeen[concept] = ordinal;
        }
      }
    }
  }

  float near(int tissue) {
    return near[tissue];
  }

  private void advance(int start, int sentence) {
    if (sentence != lastSentence) {
      ordinal += SENTENCE_GAP;
      lastSentence = sentence;
    }
    if (start != lastStart) {
      ordinal++;
      lastStart = start;
    }
  }

  private void countTissuesBefore(float weight) {
    for (int tissue = 0; tissue < near.length; tissue++) {
      if (lastSeen[tissue] >= ordinal - REACH) {
        near[tissue] += weight;
        lastSeen[tissue] = FAR;
      }
    }
  }

  private static boolean contains(int[] concepts, int wanted) {
    for (int concept : concepts) {
      if (concept == wanted) {
        return true;
      }
    }
    return false;
  }
}
