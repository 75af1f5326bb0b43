package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.Chart.Line;
import eu.metacluster.discovery.charts.Picture.Anchor;
import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Mark;
import eu.metacluster.discovery.charts.Picture.Rule;
import eu.metacluster.discovery.charts.Picture.Word;
import eu.metacluster.platform.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws a chart with its title, its legend and the line that says where it is from. */
final class ChartPicture {

  private static final int WIDTH = 1000;
  private static final int MARGIN = 24;
  private static final int LABEL = 250;
  private static final int FIGURE = 70;
  private static final int ROW = 24;
  private static final int BAR = 16;
  private static final int HEAD = 150;
  private static final int SIZE = 13;
  private static final int SMALL = 11;

  private final Chart chart;
  private final Page page;
  private final List<Mark> marks = new ArrayList<>();
  private double y = MARGIN;

  private ChartPicture(Chart chart, Page page) {
    this.chart = chart;
    this.page = page;
  }

  /**
   * The drawing.
   *
   * @param source the line below it
   */
  static Picture of(Chart chart, Page page, String source) {
    ChartPicture made = new ChartPicture(chart, page);
    made.head();
    if (chart.shape() == Chart.Shape.HEAT) {
      made.heat();
    } else {
      made.bars();
    }
    made.y += MARGIN + 8;
    made.word(MARGIN, source, SMALL, Anchor.START, Tone.MUTED);
    int height = (int) Math.ceil(made.y + MARGIN);
    made.marks.addFirst(new Box(0, 0, WIDTH, height, Tone.GROUND));
    return new Picture(WIDTH, height, chart.title(), made.marks);
  }

  private void head() {
    y += SIZE;
    word(MARGIN, chart.title(), 18, Anchor.START, Tone.TEXT);
    y += 20;
    String note = Lettering.fitting(chart.note(), SMALL, WIDTH - 2.0 * MARGIN);
    word(MARGIN, note, SMALL, Anchor.START, Tone.MUTED);
    y += 16;
    if (chart.shape() == Chart.Shape.STACK) {
      legend();
    }
  }

  private void legend() {
    double x = MARGIN;
    y += 12;
    for (int part = 0; part < chart.parts().size(); part++) {
      String label = chart.parts().get(part).label();
      marks.add(new Box(x, y - 10, 12, 12, Tone.part(part)));
      marks.add(new Word(x + 18, y, label, SMALL, Anchor.START, Tone.TEXT, false));
      x += 18 + Lettering.width(label, SMALL) + 20;
    }
    y += 12;
  }

  private void bars() {
    double room = WIDTH - 2.0 * MARGIN - LABEL - FIGURE;
    for (Map.Entry<String, List<Line>> group : chart.groups().entrySet()) {
      if (!group.getKey().isEmpty()) {
        y += ROW;
        word(MARGIN, group.getKey(), SIZE, Anchor.START, Tone.TEXT);
        marks.add(new Rule(MARGIN, y + 6, WIDTH - (double) MARGIN, y + 6, Tone.LINE));
        y += 4;
      }
      group.getValue().forEach(line -> bar(line, room));
    }
  }

  private void bar(Line line, double room) {
    y += ROW;
    label(line);
    double x = MARGIN + LABEL;
    double unit = chart.most() <= 0 ? 0 : room / chart.most();
    if (line.whole().none()) {
      marks.add(new Box(x, y - BAR + 3, 12, BAR, Tone.GAP));
      x += 12;
    } else if (chart.shape() == Chart.Shape.BARS) {
      x += box(x, line.whole().amount() * unit, Tone.RAMP_5);
    } else if (line.sum() == 0) {
      x += box(x, line.whole().amount() * unit, Tone.LINE);
    } else {
      for (int part = 0; part < line.parts().size(); part++) {
        x += box(x, line.parts().get(part).amount() * unit, Tone.part(part));
      }
    }
    marks.add(new Word(x + 6, y, text(line.whole(), 0), SMALL, Anchor.START, Tone.TEXT, false));
  }

  private double box(double x, double width, Tone tone) {
    if (width > 0) {
      marks.add(new Box(x, y - BAR + 3, Math.max(0.5, width - 1), BAR, tone));
    }
    return width;
  }

  private void heat() {
    int columns = Math.max(1, chart.parts().size());
    double cell = Math.min(60, (WIDTH - 2.0 * MARGIN - LABEL) / columns);
    y += HEAD;
    for (int at = 0; at < chart.parts().size(); at++) {
      String label = Lettering.fitting(chart.parts().get(at).label(), SMALL, HEAD - 8.0);
      double x = MARGIN + LABEL + cell * (at + 0.5) + 4;
      marks.add(new Word(x, y - 4, label, SMALL, Anchor.START, Tone.TEXT, true));
    }
    for (Line line : chart.lines()) {
      y += ROW;
      label(line);
      for (int at = 0; at < line.parts().size(); at++) {
        shade(line.parts().get(at), at + 1, MARGIN + LABEL + cell * at, cell);
      }
    }
  }

  private void shade(Cell part, int column, double x, double width) {
    int shade = chart.ramp().of(part.amount());
    Tone tone = shade == 0 ? Tone.GAP : Tone.shade(shade);
    marks.add(new Box(x, y - 17, width - 1, ROW - 1.0, tone));
    if (shade > 0) {
      String figure = text(part, column);
      double middle = x + width / 2;
      marks.add(new Word(middle, y, figure, SMALL, Anchor.MIDDLE, Tone.on(shade), false));
    }
  }

  private void label(Line line) {
    String label = Lettering.fitting(line.label(), SIZE, LABEL - 12.0);
    word(MARGIN + LABEL - 10.0, label, SIZE, Anchor.END, Tone.TEXT);
  }

  private String text(Cell cell, int column) {
    if (cell.value() == null) {
      return "–";
    }
    return chart.columns().get(column).money()
        ? page.money(cell.value())
        : page.number(cell.value().longValue());
  }

  private void word(double x, String text, double size, Anchor anchor, Tone tone) {
    marks.add(new Word(x, y, text, size, anchor, tone, false));
  }
}
