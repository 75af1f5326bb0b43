package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Disc;
import eu.metacluster.discovery.charts.Picture.Rule;
import eu.metacluster.discovery.charts.Picture.Word;
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
              box.x(),
              box.y(),
              box.width(),
              box.height(),
              box.tone() == Tone.GAP ? "url(#gap)" : box.tone().hex());
      case Rule rule ->
          write(
              "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>\n",
              rule.x1(), rule.y1(), rule.x2(), rule.y2(), rule.tone().hex(), rule.thickness());
      case Disc disc ->
          write(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>\n",
              disc.x(), disc.y(), disc.radius(), disc.tone().hex());
      case Word word -> word(word);
    }
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
