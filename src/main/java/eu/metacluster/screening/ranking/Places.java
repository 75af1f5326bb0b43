package eu.metacluster.screening.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Gives each open case its place.
 *
 * <p>The two orders are fused by reciprocal rank (G. Cormack, C. Clarke and S. Büttcher, SIGIR
 * 2009), weighted by their say. In front, every tenth place goes to a case of which the model is
 * unsure and every twentieth to one drawn at random; the draw hangs on the case's id alone, so it
 * does not change while others are decided. What seems relevant and is due within three days comes
 * first of all.
 */
final class Places {

  private static final int DAMPING = 60;
  private static final int UNSURE_EVERY = 10;
  private static final int AUDIT_EVERY = 20;
  private static final int FRONT = 200;
  private static final double UNSURE_FROM = 0.3;
  private static final double UNSURE_TO = 0.7;
  private static final int DAYS = 3;

  private final List<Ranked> open;
  private final double[] byModel;
  private final double[] byDecisions;
  private final double say;
  private final LocalDate today;

  /**
   * A case's new place.
   *
   * @param priority the queue is sorted by it, the highest first
   */
  record Place(Ranked of, float priority, Pick pick, float byModel, float byDecisions) {}

  /**
   * Prepares the placing.
   *
   * @param learned scores of the open cases by what was learned, in their order
   * @param say how much these count, 0 to 1
   */
  Places(List<Ranked> open, double[] learned, double say, LocalDate today) {
    this.open = open;
    this.byModel = ranks(open.stream().mapToDouble(Ranked::usefulness).toArray());
    this.byDecisions = ranks(learned);
    this.say = say;
    this.today = today;
  }

  List<Place> all() {
    double[] fused = new double[open.size()];
    Pick[] picks = new Pick[open.size()];
    for (int i = 0; i < fused.length; i++) {
      fused[i] = (1 - say) * reciprocal(byModel[i]) + say * reciprocal(byDecisions[i]);
      picks[i] = Pick.RELEVANT;
    }
    mix(fused, picks);
    List<Place> places = new ArrayList<>(fused.length);
    for (int i = 0; i < fused.length; i++) {
      places.add(place(i, fused[i], picks[i]));
    }
    return places;
  }

  private Place place(int i, double fused, Pick pick) {
    Ranked one = open.get(i);
    boolean due = (one.handed() || !one.out()) && !one.due().isAfter(today.plusDays(DAYS));
    boolean late = one.handed() && one.due().isBefore(today);
    return new Place(
        one,
        (float) (late ? 2 + fused : due ? 1 + fused : fused),
        due ? Pick.DUE : pick,
        share(byModel[i]),
        share(byDecisions[i]));
  }

  /** Lifts the unsure and the drawn ones to their places among the first. */
  private void mix(double[] fused, Pick[] picks) {
    long likely = open.stream().filter(one -> !one.out()).count();
    int front = (int) Math.min(open.size(), Math.max(FRONT, likely));
    double[] levels = IntStream.of(order(fused)).limit(front).mapToDouble(i -> fused[i]).toArray();
    List<Integer> all = IntStream.range(0, open.size()).boxed().toList();
    lift(drawn(all, front / AUDIT_EVERY), AUDIT_EVERY, levels, Pick.AUDIT, fused, picks);
    List<Integer> unsure =
        all.stream().filter(i -> picks[i] == Pick.RELEVANT && unsure(open.get(i))).toList();
    lift(drawn(unsure, front / UNSURE_EVERY), UNSURE_EVERY, levels, Pick.UNCERTAIN, fused, picks);
  }

  private static void lift(
      List<Integer> drawn, int every, double[] levels, Pick pick, double[] fused, Pick[] picks) {
    for (int n = 0; n < drawn.size(); n++) {
      place(drawn.get(n), levels[n * every + every / 2], pick, fused, picks);
    }
  }

  /** Only ever lifts: what stands further in front by itself stays there, and is what it is. */
  private static void place(int i, double level, Pick pick, double[] fused, Pick[] picks) {
    if (fused[i] < level || pick == Pick.AUDIT) {
      picks[i] = pick;
    }
    fused[i] = Math.max(fused[i], level);
  }

  private static boolean unsure(Ranked one) {
    return one.any() >= UNSURE_FROM && one.any() <= UNSURE_TO;
  }

  private List<Integer> drawn(List<Integer> of, int count) {
    return of.stream()
        .sorted(Comparator.comparingLong((Integer i) -> draw(open.get(i).id())))
        .limit(count)
        .toList();
  }

  /** A number that looks random and never changes for a case. */
  private static long draw(UUID id) {
    long mixed = id.getLeastSignificantBits() ^ Long.rotateLeft(id.getMostSignificantBits(), 17);
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  private static double reciprocal(double rank) {
    return DAMPING / (DAMPING + rank);
  }

  private float share(double rank) {
    return open.isEmpty() ? 0 : (float) (1 - rank / open.size());
  }

  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The rank of each, from 0; equal scores share the mean of theirs. */
  private static double[] ranks(double[] scores) {
    int[] order = order(scores);
    double[] ranks = new double[scores.length];
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to + 1 < order.length && scores[order[to + 1]] == scores[order[from]]) {
        to++;
      }
      for (int at = from; at <= to; at++) {
        ranks[order[at]] = (from + to) / 2.0;
      }
      from = to + 1;
    }
    return ranks;
  }
}
