package eu.metacluster.discovery.map;

import eu.metacluster.discovery.search.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Organisations as points on a part of the sheet. Those that lie too close together to be told
 * apart are one point with their number.
 *
 * @param clusters from large to small
 * @param drawn how many organisations they stand for
 * @param byRegion how many of those say no address and stand in the middle of their region
 * @param unplaced how many say neither an address nor a region whose middle is known
 */
public record Closeup(
    Window window, List<Cluster> clusters, long drawn, long byRegion, long unplaced) {

  /** One em of the drawing as a share of its width. */
  private static final double EM = 0.017;

  private static final int SHORTEST_REGION = 3;
  private static final double LARGER = 1.1;

  /**
   * A point.
   *
   * @param radius with its unit, {@code em}
   * @param seats who is there, most projects first
   * @param byRegion whether nobody of them says an address
   * @param inside the window in which they lie apart, null when there is none
   */
  public record Cluster(
      String x,
      String y,
      String radius,
      List<Seat> seats,
      boolean byRegion,
      @Nullable Window inside) {

    /** How many organisations are there. */
    public int count() {
      return seats.size();
    }
  }

  private record Placed(Seat seat, Projection.Point at, boolean byRegion) {}

  /** Points that are drawn as one. */
  private static final class Heap {
    private final List<Placed> all = new ArrayList<>();
    private double x;
    private double y;

    void add(Placed one) {
      all.add(one);
      x += (one.at().x() - x) / all.size();
      y += (one.at().y() - y) / all.size();
    }

    double radius() {
      return Closeup.radius(all.size());
    }

    boolean touches(Heap other, double em) {
      return Math.hypot(x - other.x, y - other.y) < em * LARGER * (radius() + other.radius());
    }

    Box box() {
      return all.stream()
          .map(one -> new Box(one.at().x(), one.at().y(), one.at().x(), one.at().y()))
          .reduce(Box::with)
          .orElseThrow();
    }
  }

  /**
   * Draws these.
   *
   * @param areas tells the area of a region where one is loaded
   */
  public static Closeup of(List<Seat> seats, Window window, Function<String, Optional<Box>> areas) {
    Middles middles = new Middles(seats, areas);
    List<Placed> placed = new ArrayList<>();
    long unplaced = 0;
    for (Seat seat : seats) {
      Projection.Point at =
          seat.placed()
              ? Projection.sheet(seat.latitude(), seat.longitude())
              : middles.of(seat.region());
      if (at == null) {
        unplaced++;
      } else if (window.holds(at)) {
        placed.add(new Placed(seat, at, !seat.placed()));
      }
    }
    long byRegion = placed.stream().filter(Placed::byRegion).count();
    return new Closeup(window, clusters(placed, window), placed.size(), byRegion, unplaced);
  }

  private static List<Cluster> clusters(List<Placed> placed, Window window) {
    return heaps(placed, EM * window.width()).stream()
        .sorted(Comparator.comparingInt((Heap heap) -> -heap.all.size()))
        .map(heap -> cluster(heap, window))
        .toList();
  }

  /** Points are gathered in squares, and squares whose circles would cover each other are one. */
  private static List<Heap> heaps(List<Placed> placed, double em) {
    Map<String, Heap> squares = new HashMap<>();
    for (Placed one : placed) {
      String square = (long) (one.at().x() / (2 * em)) + " " + (long) (one.at().y() / (2 * em));
      squares.computeIfAbsent(square, s -> new Heap()).add(one);
    }
    Comparator<Heap> order =
        Comparator.comparingInt((Heap heap) -> -heap.all.size())
            .thenComparing(heap -> heap.x)
            .thenComparing(heap -> heap.y);
    return joined(squares.values().stream().sorted(order).toList(), em);
  }

  private static List<Heap> joined(List<Heap> large, double em) {
    List<Heap> kept = new ArrayList<>();
    for (Heap heap : large) {
      Heap near = kept.stream().filter(one -> one.touches(heap, em)).findFirst().orElse(null);
      if (near == null) {
        kept.add(heap);
      } else {
        heap.all.forEach(near::add);
      }
    }
    return kept;
  }

  /** In em: room for the number, and more for more. */
  private static double radius(int count) {
    return count == 1 ? 0.5 : 0.6 + 0.28 * Integer.toString(count).length();
  }

  private static Cluster cluster(Heap heap, Window window) {
    Window around = Window.around(heap.box());
    boolean apart = heap.all.size() > 1 && !window.nearest();
    Window inside =
        around.width() < window.width() / 2
            ? around
            : new Window(heap.x, heap.y, Math.ceil(window.width() / 2));
    return new Cluster(
        Window.tenth(heap.x),
        Window.tenth(heap.y),
        em(heap.radius()),
        heap.all.stream().map(Placed::seat).toList(),
        heap.all.stream().allMatch(Placed::byRegion),
        apart ? inside : null);
  }

  private static String em(double size) {
    return Math.round(size * 100) / 100.0 + "em";
  }

  /** One em of the drawing, in units of the sheet. */
  public double unit() {
    return EM * window.width();
  }

  /** What {@code font-size} the drawing has, so that all in em is as large whatever is shown. */
  public String em() {
    return Double.toString(Math.round(unit() * 1000) / 1000.0);
  }

  /** The middles of regions: of the organisations there that say where they are, or of the area. */
  private static final class Middles {
    private final Map<String, Heap> known = new HashMap<>();
    private final Function<String, Optional<Box>> areas;

    Middles(List<Seat> seats, Function<String, Optional<Box>> areas) {
      this.areas = areas;
      for (Seat seat : seats) {
        if (seat.placed()) {
          Placed one = new Placed(seat, Projection.sheet(seat.latitude(), seat.longitude()), false);
          for (int n = SHORTEST_REGION; n <= seat.region().length(); n++) {
            known.computeIfAbsent(seat.region().substring(0, n), code -> new Heap()).add(one);
          }
        }
      }
    }

    /** The middle of the region, or of the smallest one around it that is known. */
    Projection.@Nullable Point of(String region) {
      for (int n = region.length(); n >= SHORTEST_REGION; n--) {
        String code = region.substring(0, n);
        Optional<Box> area = areas.apply(code);
        if (area.isPresent()) {
          return area.get().middle();
        }
        Heap heap = known.get(code);
        if (heap != null) {
          return new Projection.Point(heap.x, heap.y);
        }
      }
      return null;
    }
  }
}
