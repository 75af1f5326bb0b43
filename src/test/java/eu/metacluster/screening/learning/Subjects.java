package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up texts on two subjects, so that a learner has something to learn. */
record Subjects(List<ScreeningText> texts, boolean[] labels) {

  private static final String[] WANTED = {
    "tumour", "genome", "biopsy", "mutation", "therapy", "oncology", "marker", "sequencing"
  };
  private static final String[] OTHER = {
    "ocean", "salt", "current", "ship", "harbour", "tide", "wave", "plankton"
  };
  private static final String[] COMMON = {
    "study",
    "results",
    "method",
    "data",
    "project",
    "partners",
    "europe",
    "new",
    "model",
    "analysis"
  };

  /** So many texts, one in {@code every} of them wanted, at places that the seed chooses. */
  static Subjects of(int size, int every, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ScreeningText> texts = new ArrayList<>();
    boolean[] labels = new boolean[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(every) == 0 || i == 0;
      String[] own = labels[i] ? WANTED : OTHER;
      texts.add(new ScreeningText(words(random, own, 2, 2), words(random, own, 6, 20)));
    }
    return new Subjects(texts, labels);
  }

  private static String words(SplittableRandom random, String[] own, int ofOwn, int ofCommon) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < ofOwn + ofCommon; i++) {
      String[] from = i < ofOwn ? own : COMMON;
      text.append(from[random.nextInt(from.length)]).append(' ');
    }
    return text.toString();
  }
}
