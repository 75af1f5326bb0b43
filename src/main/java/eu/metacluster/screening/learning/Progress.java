package eu.metacluster.screening.learning;

import java.util.ArrayList;
import java.util.List;

/** What reading brought so far, text by text, in the order of the queue. Not safe for threads. */
public final class Progress {

  private final List<Integer> finds = new ArrayList<>();
  private int read;

  /** Nothing read yet. */
  public Progress() {}

  /** What this order of decisions brought. */
  public static Progress of(boolean[] relevant) {
    Progress progress = new Progress();
    for (boolean one : relevant) {
      progress.add(one);
    }
    return progress;
  }

  /** One more text was read. */
  public void add(boolean relevant) {
    read++;
    if (relevant) {
      finds.add(read);
    }
  }

  /** How many texts were read. */
  public int read() {
    return read;
  }

  /** How many of them were relevant. */
  public int found() {
    return finds.size();
  }

  /** How many texts were read since the last relevant one. */
  public int quiet() {
    return finds.isEmpty() ? read : read - finds.getLast();
  }

  /** The place of each relevant text in the order, from 1. */
  List<Integer> finds() {
    return finds;
  }
}
