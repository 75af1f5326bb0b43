package eu.metacluster.screening.scope;

import java.util.Arrays;

/**
 * Where and how a text names each tissue: how often, how near to a word for cancer, alone in its
 * sentence or in a row of many, as the seat of metastases, early, late, in the title.
 *
 * <p>Told from what was already read, and only when a text is in scope: most never come here.
 */
final class TissueMentions {

  private static final int REACH = 3;
  private static final int SPREAD_REACH = 2;
  private static final int MANY = 3;
  private static final int EARLY = 2;
  private static final double LATE = 0.6;
  private static final int MALIGNANT = 1 << 30;
  private static final int SPREAD = 1 << 29;

  final float[] count;
  final float[] near;
  final float[] named;
  final float[] alone;
  final float[] listed;
  final float[] spread;
  final float[] sentences;
  final boolean[] inTitle;
  final boolean[] early;
  final boolean[] late;
  float malignant;
  float unnamed;
  int sentencesRead;

  private final Vocabulary vocabulary;
  private final int tissues;
  private final int malignancy;
  private final int metastasis;
  private final int[] latest;
  private int[] marks = new int[64];
  private int[] places = new int[64];
  private int size;

  private TissueMentions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    Concepts concepts = vocabulary.lexicon();
    tissues = concepts.tissues();
    malignancy = concepts.names().indexOf("malignancy");
    metastasis = concepts.names().indexOf("metastasis");
    count = new float[tissues];
    near = new float[tissues];
    named = new float[tissues];
    alone = new float[tissues];
    listed = new float[tissues];
    spread = new float[tissues];
    sentences = new float[tissues];
    inTitle = new boolean[tissues];
    early = new boolean[tissues];
    late = new boolean[tissues];
    latest = new int[tissues];
  }

  static TissueMentions of(Reading reading, Vocabulary vocabulary) {
    TissueMentions mentions = new TissueMentions(vocabulary);
    mentions.read(reading.occurrences());
    return mentions;
  }

  int tissues() {
    return tissues;
  }

  private void read(Occurrences all) {
    int at = 0;
    while (at < all.size()) {
      int from = at;
      ScopeText.Part part = all.part(from);
      while (at < all.size() && all.part(at) == part && all.sentence(at) == all.sentence(from)) {
        at++;
      }
      if (part != ScopeText.Part.ACRONYM) {
        collect(all, from, at);
        count(part, Reading.weight(part));
        sentencesRead++;
      }
    }
    for (int t = 0; t < tissues; t++) {
      late[t] = sentences[t] > 0 && latest[t] >= LATE * sentencesRead;
    }
  }

  /** One mark per word; a pair belongs to its second word. */
  private void collect(Occurrences all, int from, int to) {
    size = 0;
    int place = 0;
    int end = -1;
    for (int i = from; i < to; i++) {
      if (all.end(i) != end) {
        end = all.end(i);
        place++;
      }
      int mark = mark(vocabulary.concepts(all.key(i)));
      if (mark == 0) {
        continue;
      }
      if (size > 0 && places[size - 1] == place) {
        marks[size - 1] |= mark;
      } else {
        add(mark, place);
      }
    }
  }

  private void add(int mark, int place) {
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, 2 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    marks[size] = mark;
    places[size++] = place;
  }

  private int mark(int[] concepts) {
    int mark = 0;
    for (int concept : concepts) {
      mark |= concept < tissues ? 1 << concept : 0;
      mark |= concept == malignancy ? MALIGNANT : 0;
      mark |= concept == metastasis ? SPREAD : 0;
    }
    return mark;
  }

  private void count(ScopeText.Part part, float weight) {
    int here = 0;
    int nearHere = 0;
    for (int i = 0; i < size; i++) {
      int mark = marks[i];
      boolean cancer = (mark & MALIGNANT) != 0;
      malignant += cancer ? weight : 0;
      unnamed += cancer && tissuesOf(mark) == 0 ? weight : 0;
      if (tissuesOf(mark) != 0) {
        boolean close = within(i, MALIGNANT, REACH, REACH);
        boolean seat = within(i, SPREAD, 0, SPREAD_REACH);
        count(tissuesOf(mark), weight, close, cancer, seat);
        here |= tissuesOf(mark);
        nearHere |= close ? tissuesOf(mark) : 0;
      }
    }
    sentence(part, weight, here, nearHere);
  }

  private void count(int mask, float weight, boolean close, boolean cancer, boolean seat) {
    for (int t = 0; t < tissues; t++) {
      if ((mask >> t & 1) != 0) {
        count[t] += weight;
        near[t] += close ? weight : 0;
        named[t] += cancer ? weight : 0;
        spread[t] += seat ? weight : 0;
      }
    }
  }

  private void sentence(ScopeText.Part part, float weight, int here, int nearHere) {
    int many = Integer.bitCount(nearHere);
    for (int t = 0; t < tissues; t++) {
      if ((here >> t & 1) != 0) {
        sentences[t]++;
        inTitle[t] |= part == ScopeText.Part.TITLE;
        early[t] |= sentencesRead <= EARLY;
        latest[t] = sentencesRead;
      }
      if ((nearHere >> t & 1) != 0) {
        alone[t] += many == 1 ? weight : 0;
        listed[t] += many >= MANY ? weight : 0;
      }
    }
  }

  private boolean within(int i, int flag, int before, int after) {
    for (int j = 0; j < size; j++) {
      int distance = places[j] - places[i];
      if ((marks[j] & flag) != 0 && distance >= -before && distance <= after) {
        return true;
      }
    }
    return false;
  }

  private static int tissuesOf(int mark) {
    return mark & (SPREAD - 1);
  }
}
