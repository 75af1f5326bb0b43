package eu.metacluster.screening.linkage;

import java.util.List;

/** What a candidate is beside the others of the same mention. */
final class Beside {

  private static final double GOOD = 0.9;

  private final Register register;
  private final List<Candidate> candidates;

  Beside(Register register, List<Candidate> candidates) {
    this.register = register;
    this.candidates = candidates;
  }

  void compare() {
    for (int rank = 0; rank < candidates.size(); rank++) {
      Candidate one = candidates.get(rank);
      double name = 0;
      double text = 0;
      double covered = 0;
      int same = 0;
      boolean parent = false;
      boolean child = false;
      for (Candidate other : candidates) {
        if (other != one) {
          name = Math.max(name, other.score);
          text = Math.max(text, other.get(Features.WHOLE));
          covered = Math.max(covered, other.get(Features.TEXT_COVERED));
          same += Math.abs(other.score - one.score) < 1e-6 ? 1 : 0;
          boolean good = other.get(Features.NAME_IN_TEXT) > GOOD;
          parent |= good && register.within(one.place, other.place);
          child |= good && register.within(other.place, one.place);
        }
      }
      one.set(Features.RIVAL_NAME, one.score - name);
      one.set(Features.RIVAL_TEXT, one.get(Features.WHOLE) - text);
      one.set(Features.COVERED_BY_OTHER, one.get(Features.TEXT_COVERED) - covered);
      one.set(Features.RANK, rank);
      one.set(Features.SAME_NAME, same);
      one.set(Features.PARENT_BESIDE, parent ? 1 : 0);
      one.set(Features.CHILD_BESIDE, child ? 1 : 0);
    }
  }
}
