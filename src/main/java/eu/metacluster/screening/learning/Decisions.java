package eu.metacluster.screening.learning;

/**
 * What was decided so far on the texts of a pool. A text may be decided several times: the majority
 * counts, and where the votes are even the text is read but teaches nothing. Not safe for threads.
 */
public final class Decisions {

  private final short[] relevant;
  private final short[] irrelevant;
  private int read;
  private int found;
  private int quiet;

  /** No decision yet on any of so many texts. */
  public Decisions(int texts) {
    relevant = new short[texts];
    irrelevant = new short[texts];
  }

  private Decisions(Decisions other) {
    relevant = other.relevant.clone();
    irrelevant = other.irrelevant.clone();
    read = other.read;
    found = other.found;
    quiet = other.quiet;
  }

  /** An independent copy. */
  public Decisions copy() {
    return new Decisions(this);
  }

  /**
   * Adds one decision.
   *
   * @param text its place in the pool, from 0
   * @param isRelevant what was decided
   */
  public void add(int text, boolean isRelevant) {
    boolean unread = isUnread(text);
    boolean before = isRelevant(text);
    short[] votes = isRelevant ? relevant : irrelevant;
    if (votes[text] < Short.MAX_VALUE) {
      votes[text]++;
    }
    read += unread ? 1 : 0;
    quiet = isRelevant ? 0 : quiet + 1;
    found += (isRelevant(text) ? 1 : 0) - (before ? 1 : 0);
  }

  /** How many texts the pool has. */
  public int size() {
    return relevant.length;
  }

  /** How many texts were decided at least once. */
  public int read() {
    return read;
  }

  /** How many texts are relevant by the majority of their decisions. */
  public int found() {
    return found;
  }

  /** How many decisions were taken since the last one that said relevant. */
  public int quiet() {
    return quiet;
  }

  /** Whether nobody decided on this text yet. */
  public boolean isUnread(int text) {
    return relevant[text] == 0 && irrelevant[text] == 0;
  }

  /** Whether most decisions on this text say relevant. */
  public boolean isRelevant(int text) {
    return relevant[text] > irrelevant[text];
  }

  /** Whether most decisions on this text say not relevant. */
  public boolean isIrrelevant(int text) {
    return relevant[text] < irrelevant[text];
  }
}
