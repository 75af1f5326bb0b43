package eu.metacluster.discovery.map;

import eu.metacluster.discovery.search.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A rectangle on the sheet, in its units. */
public record Box(double left, double top, double right, double bottom) {

  /** Parts of an area smaller than this share of its largest one do not decide what is shown. */
  private static final double SMALL = 0.08;

  /** This share of points at each side may lie far off. */
  private static final double FAR = 0.03;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

  /**
   * The rectangle around the large parts of a path as {@link Outline} writes it: each ring begins
   * at {@code M}, and goes on relative to the point before.
   */
  public static Optional<Box> of(String path) {
    List<Box> rings = new ArrayList<>();
    for (String ring : path.split("M", -1)) {
      if (!ring.isBlank()) {
        rings.add(ring(ring));
      }
    }
    double largest = rings.stream().mapToDouble(Box::area).max().orElse(0);
    return rings.stream()
        .filter(ring -> ring.area() >= SMALL * largest)
        .sorted(Comparator.comparingDouble(Box::area))
        .reduce(Box::with);
  }

  private static Box ring(String ring) {
    Matcher numbers = NUMBER.matcher(ring);
    double x = 0;
    double y = 0;
    Box box = null;
    while (numbers.find()) {
      x += Double.parseDouble(numbers.group());
      y += numbers.find() ? Double.parseDouble(numbers.group()) : 0;
      Box point = new Box(x, y, x, y);
      box = box == null ? point : box.with(point);
    }
    return box == null ? new Box(0, 0, 0, 0) : box;
  }

  /**
   * Around where most of these organisations are on the sheet: the few farthest off are left out,
   * since some are counted where they are registered and say another address. Empty when none says
   * where it is.
   */
  public static Optional<Box> around(Stream<Seat> seats) {
    List<Projection.Point> points =
        seats
            .filter(Seat::placed)
            .map(seat -> Projection.sheet(seat.latitude(), seat.longitude()))
            .filter(Projection.Point::onSheet)
            .toList();
    if (points.isEmpty()) {
      return Optional.empty();
    }
    double[] x = points.stream().mapToDouble(Projection.Point::x).sorted().toArray();
    double[] y = points.stream().mapToDouble(Projection.Point::y).sorted().toArray();
    int off = (int) (points.size() * FAR);
    int last = points.size() - 1 - off;
    return Optional.of(new Box(x[off], y[off], x[last], y[last]));
  }

  Projection.Point middle() {
    return new Projection.Point((left + right) / 2, (top + bottom) / 2);
  }

  double area() {
    return (right - left) * (bottom - top);
  }

  /** The smallest that holds both. */
  Box with(Box other) {
    return new Box(
        Math.min(left, other.left),
        Math.min(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom));
  }
}
