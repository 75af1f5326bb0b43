package eu.metacluster.discovery.map;

import eu.metacluster.discovery.map.Projection.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes {@code assets/europe.svg} from the file {@code countries-50m.json} of world-atlas 2
 * (Natural Earth 1:50 million, public domain). It is run by hand when the shapes change:
 *
 * <pre>java … eu.metacluster.discovery.map.ShapesOfEurope countries-50m.json europe.svg</pre>
 *
 * <p>Borders are simplified once per arc, so that neighbours still meet. Crimea is drawn with
 * Ukraine and the north of Cyprus with Cyprus, as the European Union sees them.
 */
final class ShapesOfEurope {

  /** ISO 3166-1: the number that Natural Earth uses, and the letters. */
  private static final String CODES =
      """
      008AL 012DZ 020AD 031AZ 040AT 051AM 056BE 070BA 100BG 112BY 191HR 196CY 203CZ 208DK 233EE
      234FO 246FI 248AX 250FR 268GE 275PS 276DE 292GI 300GR 304GL 336VA 348HU 352IS 364IR 368IQ
      372IE 376IL 380IT 398KZ 400JO 414KW 422LB 428LV 434LY 438LI 440LT 442LU 470MT 492MC 498MD
      499ME 504MA 528NL 578NO 616PL 620PT 642RO 643RU 674SM 682SA 688RS 703SK 705SI 724ES 752SE
      756CH 760SY 788TN 792TR 795TM 804UA 807MK 818EG 826GB 831GG 832JE 833IM 860UZ""";

  private static final double MARGIN = 60;
  private static final double TOLERANCE = 0.55;
  private static final double SMALLEST = 3;

  private final JsonNode topology;
  private final List<List<Point>> arcs = new ArrayList<>();
  private final Map<String, String> codes = new TreeMap<>();
  private final Map<String, StringBuilder> paths = new TreeMap<>();

  private ShapesOfEurope(JsonNode topology) {
    this.topology = topology;
    for (String code : CODES.split("\\s+", -1)) {
      codes.put(code.substring(0, 3), code.substring(3));
    }
  }

  /** Converts the first file into the second. */
  public static void main(String[] files) throws IOException {
    JsonNode topology = JsonMapper.shared().readTree(Files.readString(Path.of(files[0])));
    Files.writeString(Path.of(files[1]), new ShapesOfEurope(topology).convert());
  }

  private String convert() {
    topology.path("arcs").forEach(arc -> arcs.add(arc(arc)));
    for (JsonNode geometry : topology.path("objects").path("countries").path("geometries")) {
      String code = code(geometry);
      if (code != null) {
        boolean many = geometry.path("type").asString().equals("MultiPolygon");
        if (many) {
          geometry.path("arcs").forEach(polygon -> polygon(code, polygon));
        } else {
          polygon(code, geometry.path("arcs"));
        }
      }
    }
    StringBuilder text =
        new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">\n"
                .formatted(Projection.WIDTH, Projection.HEIGHT));
    text.append("<!-- Natural Earth 1:50 million, public domain; EPSG:3035, 2.4 km a unit -->\n");
    text.append("<g id=\"land\">\n");
    paths.entrySet().stream()
        .filter(path -> !path.getValue().isEmpty())
        .forEach(
            path ->
                text.append(
                    "<path id=\"%s\" d=\"%s\"/>\n".formatted(path.getKey(), path.getValue())));
    text.append("</g>\n</svg>\n");
    return text.toString();
  }

  private @Nullable String code(JsonNode geometry) {
    return switch (geometry.path("properties").path("name").asString()) {
      case "Kosovo" -> "XK";
      case "N. Cyprus" -> "CY";
      default -> codes.get(geometry.path("id").asString(""));
    };
  }

  private List<Point> arc(JsonNode arc) {
    JsonNode scale = topology.path("transform").path("scale");
    JsonNode shift = topology.path("transform").path("translate");
    List<Point> points = new ArrayList<>();
    long x = 0;
    long y = 0;
    for (JsonNode step : arc) {
      x += step.get(0).asLong();
      y += step.get(1).asLong();
      points.add(
          Projection.sheet(
              y * scale.get(1).asDouble() + shift.get(1).asDouble(),
              x * scale.get(0).asDouble() + shift.get(0).asDouble()));
    }
    return simpler(points);
  }

  /** Douglas and Peucker: keeps the points without which the line would be off by more. */
  private static List<Point> simpler(List<Point> points) {
    if (points.size() < 3) {
      return points;
    }
    Point first = points.getFirst();
    Point last = points.getLast();
    int farthest = 0;
    double most = 0;
    for (int i = 1; i < points.size() - 1; i++) {
      double distance = distance(points.get(i), first, last);
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (most <= TOLERANCE) {
      return List.of(first, last);
    }
    List<Point> kept = new ArrayList<>(simpler(points.subList(0, farthest + 1)));
    kept.removeLast();
    kept.addAll(simpler(points.subList(farthest, points.size())));
    return kept;
  }

  private static double distance(Point p, Point a, Point b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = Math.hypot(dx, dy);
    return length == 0
        ? Math.hypot(p.x() - a.x(), p.y() - a.y())
        : Math.abs(dy * p.x() - dx * p.y() + b.x() * a.y() - b.y() * a.x()) / length;
  }

  private void polygon(String country, JsonNode rings) {
    for (JsonNode ring : rings) {
      List<Point> points = new ArrayList<>();
      for (JsonNode index : ring) {
        int i = index.asInt();
        List<Point> arc = new ArrayList<>(arcs.get(i < 0 ? ~i : i));
        if (i < 0) {
          Collections.reverse(arc);
        }
        points.addAll(points.isEmpty() ? arc : arc.subList(1, arc.size()));
      }
      String owner = country.equals("RU") && crimea(points) ? "UA" : country;
      write(paths.computeIfAbsent(owner, c -> new StringBuilder()), clip(points));
    }
  }

  private static boolean crimea(List<Point> points) {
    Point south = Projection.sheet(44.2, 34);
    Point north = Projection.sheet(46.4, 34);
    Point west = Projection.sheet(45.3, 32);
    Point east = Projection.sheet(45.3, 37);
    return points.stream()
        .allMatch(
            p ->
                p.y() < south.y() + 40
                    && p.y() > north.y() - 40
                    && p.x() > west.x()
                    && p.x() < east.x());
  }

  /** Cuts a ring at the sheet's edge, a little outside it. */
  private static List<Point> clip(List<Point> ring) {
    List<Point> points = ring;
    for (int side = 0; side < 4; side++) {
      List<Point> kept = new ArrayList<>();
      for (int i = 0; i < points.size(); i++) {
        Point from = points.get(i);
        Point to = points.get((i + 1) % points.size());
        double a = inside(side, from);
        double b = inside(side, to);
        if (a >= 0) {
          kept.add(from);
        }
        if (a * b < 0) {
          double t = a / (a - b);
          kept.add(
              new Point(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y())));
        }
      }
      points = kept;
    }
    return points;
  }

  private static double inside(int side, Point p) {
    return switch (side) {
      case 0 -> p.x() + MARGIN;
      case 1 -> Projection.WIDTH + MARGIN - p.x();
      case 2 -> p.y() + MARGIN;
      default -> Projection.HEIGHT + MARGIN - p.y();
    };
  }

  private static void write(StringBuilder path, List<Point> ring) {
    double area = 0;
    for (int i = 0; i < ring.size(); i++) {
      Point a = ring.get(i);
      Point b = ring.get((i + 1) % ring.size());
      area += a.x() * b.y() - b.x() * a.y();
    }
    boolean onlyOne = path.isEmpty();
    if (ring.size() < 3 || (Math.abs(area) / 2 < SMALLEST && !onlyOne)) {
      return;
    }
    long x = 0;
    long y = 0;
    for (int i = 0; i < ring.size(); i++) {
      long nextX = Math.round(ring.get(i).x());
      long nextY = Math.round(ring.get(i).y());
      if (i == 0) {
        path.append('M').append(nextX).append(' ').append(nextY).append('l');
      } else if (nextX != x || nextY != y) {
        step(path, nextX - x);
        step(path, nextY - y);
      }
      x = nextX;
      y = nextY;
    }
    path.append('z');
  }

  private static void step(StringBuilder path, long by) {
    if (by >= 0 && path.charAt(path.length() - 1) != 'l') {
      path.append(' ');
    }
    path.append(by);
  }
}
