package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Picture.Anchor;
import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Disc;
import eu.metacluster.discovery.charts.Picture.Mark;
import eu.metacluster.discovery.charts.Picture.Ring;
import eu.metacluster.discovery.charts.Picture.Word;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Draws a map with its title, its legend and the lines that say where it is from. */
final class MapPicture {

  private static final int WIDTH = 1000;
  private static final int MARGIN = 24;
  private static final int HEAD = 74;
  private static final int FOOT = 96;
  private static final int SMALL = 11;

  private final MapSheet map;
  private final List<Mark> marks = new ArrayList<>();
  private final double scale;
  private final double high;

  private MapPicture(MapSheet map) {
    this.map = map;
    this.scale = (WIDTH - 2.0 * MARGIN) / map.width();
    this.high = map.height() * scale;
  }

  /**
   * The drawing. What lies beyond the part that is shown is covered by the margins.
   *
   * @param source the last line below it
   */
  static Picture of(MapSheet map, String source) {
    MapPicture made = new MapPicture(map);
    int height = (int) Math.ceil(HEAD + made.high + FOOT);
    made.land();
    map.points().forEach(made::point);
    made.margins(height);
    made.words(height, source);
    return new Picture(WIDTH, height, map.table().title(), made.marks);
  }

  private void land() {
    marks.add(new Box(MARGIN, HEAD, WIDTH - 2.0 * MARGIN, high, Tone.WATER));
    AffineTransform place = AffineTransform.getTranslateInstance(MARGIN, HEAD);
    place.scale(scale, scale);
    place.translate(-map.left(), -map.top());
    for (MapSheet.Field field : map.fields()) {
      if (field.shape().intersects(map.left(), map.top(), map.width(), map.height())) {
        Path2D there = new Path2D.Double(field.shape(), place);
        marks.add(new Picture.Shape(there, tone(field.shade())));
      }
    }
  }

  private static Tone tone(int shade) {
    return shade < 0 ? Tone.GAP : shade == 0 ? Tone.LAND : Tone.shade(shade + 1);
  }

  private void point(MapSheet.Point point) {
    double x = MARGIN + (point.x() - map.left()) * scale;
    double y = HEAD + (point.y() - map.top()) * scale;
    double radius = point.radius() * scale;
    switch (point.look()) {
      case RING -> marks.add(new Ring(x, y, radius));
      case ONE, MANY -> {
        marks.add(new Disc(x, y, radius + 1.5, Tone.GROUND));
        boolean one = point.look() == MapSheet.Look.ONE;
        marks.add(new Disc(x, y, radius, one ? Tone.POINT : Tone.TEXT));
      }
    }
    if (!point.number().isEmpty()) {
      Tone tone = point.look() == MapSheet.Look.RING ? Tone.TEXT : Tone.INVERSE;
      marks.add(new Word(x, y + 4, point.number(), SMALL, Anchor.MIDDLE, tone, false));
    }
  }

  private void margins(int height) {
    double below = HEAD + high;
    marks.add(new Box(0, 0, WIDTH, HEAD, Tone.GROUND));
    marks.add(new Box(0, below, WIDTH, height - below, Tone.GROUND));
    marks.add(new Box(0, 0, MARGIN, height, Tone.GROUND));
    marks.add(new Box(WIDTH - (double) MARGIN, 0, MARGIN, height, Tone.GROUND));
  }

  private void words(int height, String source) {
    double room = WIDTH - 2.0 * MARGIN;
    Chart table = map.table();
    word(37, Lettering.fitting(table.title(), 18, room), 18, Tone.TEXT);
    word(57, Lettering.fitting(table.note(), SMALL, room), SMALL, Tone.MUTED);
    double x = MARGIN;
    double y = HEAD + high + 26;
    for (MapSheet.Key key : map.keys()) {
      marks.add(new Box(x, y - 11, 20, 12, tone(key.shade())));
      marks.add(new Word(x + 26, y, key.label(), SMALL, Anchor.START, Tone.TEXT, false));
      x += 26 + Lettering.width(key.label(), SMALL) + 22;
    }
    word(height - 38.0, Lettering.fitting(map.notice(), SMALL, room), SMALL, Tone.MUTED);
    word(height - 18.0, source, SMALL, Tone.MUTED);
  }

  private void word(double y, String text, double size, Tone tone) {
    marks.add(new Word(MARGIN, y, text, size, Anchor.START, tone, false));
  }
}
