package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Seat;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;

/**
 * Gathers each organisation that takes part in what a query matches, with its place. All is kept
 * side by side in arrays, by the organisation's number.
 */
final class SeatCounter {

  private static final int NOWHERE = -1;

  private final View view;

  /** A place that says in which country, the one that says the region most exactly, and a point. */
  private int[] country = new int[0];

  private int[] region = new int[0];
  private int[] point = new int[0];

  private int[] projects = new int[0];
  private long[] cents = new long[0];

  /** The project that was counted last, so that it counts once whatever the number of its lines. */
  private int[] last = new int[0];

  private Spots.Known known = new Spots().known();
  private int project;

  SeatCounter(View view) {
    this.view = view;
  }

  void projects(Query query) throws IOException {
    view.where(query, new Walk(true));
  }

  void organisations(Query query) throws IOException {
    view.where(query, new Walk(false));
  }

  private final class Walk implements Spots.Taker {
    private final boolean counting;

    Walk(boolean counting) {
      this.counting = counting;
    }

    @Override
    public void begin(Spots.Known now) {
      known = now;
      int room = now.organisations();
      country = grown(country, room);
      region = grown(region, room);
      point = grown(point, room);
      last = grown(last, room);
      projects = Arrays.copyOf(projects, Math.max(room, projects.length));
      cents = Arrays.copyOf(cents, Math.max(room, cents.length));
    }

    @Override
    public void record() {
      project++;
    }

    @Override
    public void place(int spot, long share) {
      int organisation = known.organisation()[spot];
      SeatCounter.this.place(organisation, spot);
      if (counting) {
        cents[organisation] += share;
        projects[organisation] += last[organisation] == project ? 0 : 1;
        last[organisation] = project;
      }
    }
  }

  private static int[] grown(int[] spots, int room) {
    int[] more = Arrays.copyOf(spots, Math.max(room, spots.length));
    Arrays.fill(more, spots.length, more.length, NOWHERE);
    return more;
  }

  /** The most exact that anything says of its place. */
  private void place(int organisation, int spot) {
    if (country[organisation] == NOWHERE || country(country[organisation]).isEmpty()) {
      country[organisation] = spot;
    }
    int before = region[organisation];
    if (before == NOWHERE || region(spot).length() > region(before).length()) {
      region[organisation] = spot;
    }
    if (point[organisation] == NOWHERE && known.hasPoint(spot)) {
      point[organisation] = spot;
    }
  }

  private String country(int spot) {
    return known.countries().get(known.country()[spot]);
  }

  private String region(int spot) {
    return known.regions().get(known.region()[spot]);
  }

  /** Those that are wanted, those with most projects first. */
  List<Seat> seats(Predicate<Seat> wanted) {
    return IntStream.range(0, country.length)
        .filter(organisation -> country[organisation] != NOWHERE)
        .mapToObj(this::seat)
        .filter(wanted)
        .sorted(Seat.MOST)
        .toList();
  }

  private Seat seat(int organisation) {
    int at = point[organisation];
    return new Seat(
        known.id(organisation),
        country(country[organisation]),
        region(region[organisation]),
        at == NOWHERE ? Double.NaN : known.latitude()[at],
        at == NOWHERE ? Double.NaN : known.longitude()[at],
        projects[organisation],
        BigDecimal.valueOf(cents[organisation], 2));
  }
}
