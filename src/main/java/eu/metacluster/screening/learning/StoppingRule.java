package eu.metacluster.screening.learning;

import java.util.List;

/**
 * Estimates how many relevant texts are still unread from how finding them slowed down, and says
 * when reading may stop.
 *
 * <p>Finds are taken as an inhomogeneous Poisson process over the reading order, with a rate that
 * falls hyperbolically, a·(1 + t/τ)<sup>−p</sup> (M. Stevenson and R. Bin-Hezam, "Stopping Methods
 * for Technology-assisted Reviews Based on Point Processes", ACM Transactions on Information
 * Systems 42(3), 2024; A. Sneyd and M. Stevenson, "Stopping criteria for technology assisted
 * reviews based on counting processes", SIGIR 2021). Instead of one fitted curve all of a grid of τ
 * and p are kept, each as probable as the finds make it, with a integrated out; so the interval
 * holds the doubt about the curve too. Finds come in clusters, hence the evidence is discounted.
 */
public final class StoppingRule {

  /** Share of the relevant texts that must be found. */
  public static final double RECALL = 0.95;

  private static final int FOUND = 10;
  private static final double CHANCE = 0.7;

  /** Advice on what was read. */
  public Advice advise(Progress progress, int unread) {
    Remaining remaining = estimate(progress, unread);
    List<Advice.Reason> reasons =
        List.of(
            new Advice.Reason(Advice.Kind.FOUND, progress.found(), FOUND),
            new Advice.Reason(Advice.Kind.CHANCE, remaining.chance(), CHANCE));
    boolean stop = unread == 0 || reasons.stream().allMatch(Advice.Reason::met);
    return new Advice(stop, remaining, reasons);
  }

  /**
   * How many relevant texts are still unread.
   *
   * @param progress what was read, in the order in which the learner proposed it
   * @param unread how many texts nobody read yet
   */
  public Remaining estimate(Progress progress, int unread) {
    if (unread == 0) {
      return new Remaining(0, 0, 0, 1);
    }
    return new DecayCurves(progress, unread).remaining(RECALL);
  }
}
