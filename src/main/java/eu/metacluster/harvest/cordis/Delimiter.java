package eu.metacluster.harvest.cordis;

/** Finds out what separates the fields: whatever stands most often in the header line. */
final class Delimiter {

  static final char DOCUMENTED = ';';
  private static final char[] CANDIDATES = {DOCUMENTED, ',', '\t'};

  private Delimiter() {}

  static char sniff(byte[] bytes, int from, int to) {
    int[] counts = new int[CANDIDATES.length];
    boolean quoted = false;
    for (int i = from; i < to && (quoted || bytes[i] != '\n'); i++) {
      quoted ^= bytes[i] == '"';
      for (int c = 0; c < counts.length && !quoted; c++) {
        counts[c] += bytes[i] == CANDIDATES[c] ? 1 : 0;
      }
    }
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return CANDIDATES[best];
  }
}
