package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Picture.Anchor;
import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Disc;
import eu.metacluster.discovery.charts.Picture.Mark;
import eu.metacluster.discovery.charts.Picture.Rule;
import eu.metacluster.discovery.charts.Picture.Word;
import eu.metacluster.discovery.charts.Ties.Knot;
import eu.metacluster.discovery.charts.Ties.Tie;
import java.util.ArrayList;
import java.util.List;

/** Draws a network with its title and the line that says where it is from. */
final class TiesPicture {

  private static final int MARGIN = 24;
  private static final int HEAD = 70;
  private static final int FOOT = 40;
  private static final int SIZE = 14;
  private static final int SMALL = 11;
  private static final double[] WIDTHS = {1, 2, 3.5, 5.5};

  private TiesPicture() {}

  static Picture of(Ties ties, String source) {
    int width = Ties.WIDTH + 2 * MARGIN;
    int height = HEAD + Ties.HEIGHT + FOOT;
    Chart table = ties.table();
    String note = Lettering.fitting(table.note(), SMALL, Ties.WIDTH);
    List<Mark> marks = new ArrayList<>();
    marks.add(new Box(0, 0, width, height, Tone.GROUND));
    marks.add(word(MARGIN, 37, table.title(), 18, Anchor.START, Tone.TEXT));
    marks.add(word(MARGIN, 57, note, SMALL, Anchor.START, Tone.MUTED));
    ties.lines().forEach(tie -> marks.add(line(tie)));
    ties.knots().forEach(knot -> marks.addAll(knot(knot)));
    marks.add(word(MARGIN, height - 16.0, source, SMALL, Anchor.START, Tone.MUTED));
    return new Picture(width, height, table.title(), marks);
  }

  private static List<Mark> knot(Knot knot) {
    double x = MARGIN + knot.x();
    double y = HEAD + knot.y();
    Anchor anchor = knot.left() ? Anchor.END : Anchor.START;
    return List.of(
        new Disc(x, y, knot.radius() + 2, Tone.GROUND),
        new Disc(x, y, knot.radius(), knot.own() ? Tone.KIND_2 : Tone.RAMP_6),
        word(MARGIN + knot.labelX(), y + 5, knot.label(), SIZE, anchor, Tone.TEXT));
  }

  private static Rule line(Tie tie) {
    return new Rule(
        MARGIN + tie.x1(),
        HEAD + tie.y1(),
        MARGIN + tie.x2(),
        HEAD + tie.y2(),
        tie.strong() ? Tone.RAMP_4 : Tone.LINE,
        WIDTHS[tie.weight() - 1]);
  }

  private static Word word(double x, double y, String text, double size, Anchor anchor, Tone tone) {
    return new Word(x, y, text, size, anchor, tone, false);
  }
}
