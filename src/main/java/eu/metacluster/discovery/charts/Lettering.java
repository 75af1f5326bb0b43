package eu.metacluster.discovery.charts;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Letters as shapes, from the font that comes with the product: a server has no fonts of its own,
 * and a picture must look the same on each.
 */
public final class Lettering {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final TrueTypeFont LETTERS = read();

  private Lettering() {}

  private static TrueTypeFont read() {
    try (InputStream in = Lettering.class.getResourceAsStream(FONT)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(Objects.requireNonNull(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How wide a text is at this size. */
  static double width(String text, double size) {
    synchronized (LETTERS) {
      try {
        CmapLookup glyphs = LETTERS.getUnicodeCmapLookup();
        long units = 0;
        for (int point : text.codePoints().toArray()) {
          units += LETTERS.getAdvanceWidth(glyphs.getGlyphId(point));
        }
        return units * size / LETTERS.getUnitsPerEm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The text as one shape, its base line at 0, growing upwards as screens do: towards less. */
  static Path2D shape(String text, double size) {
    synchronized (LETTERS) {
      try {
        CmapLookup glyphs = LETTERS.getUnicodeCmapLookup();
        double scale = size / LETTERS.getUnitsPerEm();
        Path2D whole = new Path2D.Double();
        double at = 0;
        for (int point : text.codePoints().toArray()) {
          int glyph = glyphs.getGlyphId(point);
          GlyphData data = LETTERS.getGlyph().getGlyph(glyph);
          if (data != null) {
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, 0);
            whole.append(data.getPath().getPathIterator(place), false);
          }
          at += LETTERS.getAdvanceWidth(glyph) * scale;
        }
        return whole;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The text, shortened with an ellipsis when it is wider than there is room. */
  public static String fitting(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end) + "…", size) > room) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).strip() + "…";
  }
}
