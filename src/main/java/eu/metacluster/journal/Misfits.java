package eu.metacluster.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Entries whose hash does not follow from the one before them. Two that fit in each other's place
 * were swapped; what merely stands behind a swapped one is sound.
 */
final class Misfits {

  /** Enough to find swaps; past that, misfits are only counted. */
  private static final int REMEMBERED = 200;

  private final ChainHash hash;
  private final List<Misfit> misfits = new ArrayList<>();

  private record Misfit(Entry entry, byte[] stored, byte[] before) {
    long seq() {
      return entry.seq();
    }
  }

  Misfits(ChainHash hash) {
    this.hash = hash;
  }

  /**
   * Keeps a misfit for later.
   *
   * @return false when there are too many to keep
   */
  boolean keep(Entry entry, byte[] stored, byte[] before) {
    return misfits.size() < REMEMBERED && misfits.add(new Misfit(entry, stored, before));
  }

  /**
   * What the misfits were: pairs of swapped entries first, then changed ones.
   *
   * @param last the hash in the last entry's row, which a swap may have moved there
   * @return the hash that belongs to the last entry
   */
  byte[] resolve(long lastSeq, byte[] last, List<Problem> into) {
    byte[] end = last;
    for (int i = 0; i < misfits.size(); i++) {
      Misfit first = misfits.get(i);
      for (int j = i + 1; j < misfits.size(); j++) {
        Misfit second = misfits.get(j);
        if (swapped(first, second)) {
          into.add(new Problem(Problem.Kind.SWAPPED, first.seq(), second.seq()));
          end = second.seq() == lastSeq && fits(first, second) ? first.stored() : end;
          misfits.removeAll(List.of(first, second));
          misfits.removeIf(other -> followsOn(other, first, second));
          i--;
          break;
        }
      }
    }
    misfits.forEach(one -> into.add(Problem.at(Problem.Kind.CHANGED, one.seq())));
    return end;
  }

  private boolean swapped(Misfit first, Misfit second) {
    return fits(first, second)
        || Arrays.equals(hash.of(first.before(), first.seq(), second.entry()), first.stored());
  }

  /** Whether {@code second}, with the hash in its row, belongs in the place of {@code first}. */
  private boolean fits(Misfit first, Misfit second) {
    return Arrays.equals(hash.of(first.before(), first.seq(), second.entry()), second.stored());
  }

  private boolean followsOn(Misfit other, Misfit first, Misfit second) {
    byte[] before =
        other.seq() == first.seq() + 1
            ? second.stored()
            : other.seq() == second.seq() + 1 ? first.stored() : other.before();
    return Arrays.equals(hash.of(before, other.seq(), other.entry()), other.stored());
  }
}
