package eu.metacluster.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Looks at the entries one after the other and says what is wrong. Its memory does not grow with
 * the chain.
 */
final class ChainWalk {

  private static final int NAMED = 1_000;

  private final ChainHash hash = new ChainHash();
  private final Map<Long, byte[]> seals;
  private final Misfits misfits = new Misfits(hash);
  private final List<Problem> problems = new ArrayList<>();
  private long unnamed;
  private long entries;
  private long seq;
  private byte[] before = new byte[ChainHash.LENGTH];

  /**
   * @param seals hashes that were seen earlier, by seq
   */
  ChainWalk(Map<Long, byte[]> seals) {
    this.seals = seals;
  }

  /** The next entry by seq, with the hash that stands in its row. */
  void next(Entry entry, byte[] stored) {
    entries++;
    if (entry.seq() != seq + 1) {
      add(new Problem(Problem.Kind.MISSING, seq + 1, entry.seq() - 1));
    } else if (!Arrays.equals(hash.of(before, entry.seq(), entry), stored)
        && !misfits.keep(entry, stored, before)) {
      add(Problem.at(Problem.Kind.CHANGED, entry.seq()));
    }
    byte[] seal = seals.get(entry.seq());
    if (seal != null && !Arrays.equals(seal, stored)) {
      add(Problem.at(Problem.Kind.REWRITTEN, entry.seq()));
    }
    seq = entry.seq();
    before = stored;
  }

  /** The end of the chain as the head has it. */
  void end(long headSeq, byte[] headHash) {
    byte[] last = misfits.resolve(seq, before, problems);
    long known = seals.keySet().stream().mapToLong(Long::longValue).reduce(headSeq, Math::max);
    if (known > seq) {
      add(new Problem(Problem.Kind.TRUNCATED, seq + 1, known));
    } else if (headSeq < seq || !Arrays.equals(headHash, last)) {
      add(Problem.at(Problem.Kind.FORGED_HEAD, headSeq));
    }
  }

  long entries() {
    return entries;
  }

  /** How many problems there are. */
  long count() {
    return problems.size() + unnamed;
  }

  /** The problems by place, some thousand at most. */
  List<Problem> problems() {
    return problems.stream().sorted(Comparator.comparingLong(Problem::from)).toList();
  }

  private void add(Problem problem) {
    if (problems.size() < NAMED) {
      problems.add(problem);
    } else {
      unnamed++;
    }
  }
}
