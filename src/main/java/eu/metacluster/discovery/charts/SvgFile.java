package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Disc;
import eu.metacluster.discovery.charts.Picture.Ring;
import eu.metacluster.discovery.charts.Picture.Rule;
import eu.metacluster.discovery.charts.Picture.Shape;
import eu.metacluster.discovery.charts.Picture.Word;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** Writes a drawing as an SVG file that needs nothing else: no style sheet, no font. */
final class SvgFile {

  private final StringBuilder svg = new StringBuilder(16_000);

  private SvgFile() {}

  static String of(Picture picture) {
    SvgFile file = new SvgFile();
    file.write(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" \
        viewBox="0 0 %1$d %2$d" role="img" font-family="Arial, 'Liberation Sans', sans-serif">
        <title>%3$s</title>
        <defs><pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect width="6" height="6" fill="#f3f5f7"/>\
        <rect width="1.5" height="6" fill="%4$s"/></pattern></defs>
        """,
        picture.width(), picture.height(), escaped(picture.title()), Tone.GAP.hex());
    picture.marks().forEach(file::mark);
    return file.svg.append("</svg>\n").toString();
  }

  private void mark(Picture.Mark mark) {
    switch (mark) {
      case Box box ->
          write(
              "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
              box.x(), box.y(), box.width(), box.height(), fill(box.tone()));
      case Rule rule ->
          write(
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>\n",
              rule.x1(), rule.y1(), rule.x2(), rule.y2(), rule.tone().hex(), rule.thickness());
      case Disc disc ->
          write(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n",
              disc.x(), disc.y(), disc.radius(), disc.tone().hex());
      case Ring ring ->
          write(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.75\" stroke=\"%s\" stroke-width=\"1.2\"/>\n",
              ring.x(), ring.y(), ring.radius(), Tone.GROUND.hex(), Tone.TEXT.hex());
      case Shape shape -> shape(shape);
      case Word word -> word(word);
    }
  }

  private void shape(Shape shape) {
    svg.append("<path d=\"");
    double[] point = new double[6];
    for (PathIterator at = shape.path().getPathIterator(null); !at.isDone(); at.next()) {
      switch (at.currentSegment(point)) {
        case PathIterator.SEG_MOVETO -> write("M%.1f %.1f", point[0], point[1]);
        case PathIterator.SEG_LINETO -> write("L%.1f %.1f", point[0], point[1]);
        default -> svg.append('Z');
      }
    }
    write(
        "\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.5\"/>\n",
        fill(shape.tone()), Tone.GROUND.hex());
  }

  private static String fill(Tone tone) {
    return tone == Tone.GAP ? "url(#gap)" : tone.hex();
  }

  private void word(Word word) {
    write(
        "<text x=\"%1$.1f\" y=\"%2$.1f\" font-size=\"%3$.0f\" text-anchor=\"%4$s\" fill=\"%5$s\"",
        word.x(),
        word.y(),
        word.size(),
        word.anchor().name().toLowerCase(Locale.ROOT),
        word.tone().hex());
    if (word.turned()) {
      write(" transform=\"rotate(-90 %.1f %.1f)\"", word.x(), word.y());
    }
    svg.append('>').append(escaped(word.text())).append("</text>\n");
  }

  private void write(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cs}]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
