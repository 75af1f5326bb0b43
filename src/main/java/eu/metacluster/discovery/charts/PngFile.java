package eu.metacluster.discovery.charts;

import eu.metacluster.discovery.charts.Picture.Box;
import eu.metacluster.discovery.charts.Picture.Disc;
import eu.metacluster.discovery.charts.Picture.Ring;
import eu.metacluster.discovery.charts.Picture.Rule;
import eu.metacluster.discovery.charts.Picture.Word;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Paints a drawing as a PNG, two pixels for each unit, without browser or screen. */
final class PngFile {

  private static final int FINE = 2;
  private static final int HATCH = 6;

  private final Graphics2D paint;

  private PngFile(Graphics2D paint) {
    this.paint = paint;
  }

  static byte[] of(Picture picture) {
    BufferedImage image =
        new BufferedImage(
            picture.width() * FINE, picture.height() * FINE, BufferedImage.TYPE_INT_RGB);
    Graphics2D paint = image.createGraphics();
    paint.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paint.scale(FINE, FINE);
    PngFile file = new PngFile(paint);
    picture.marks().forEach(file::mark);
    paint.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void mark(Picture.Mark mark) {
    switch (mark) {
      case Box box -> box(box);
      case Rule rule -> {
        colour(rule.tone());
        paint.setStroke(new BasicStroke((float) rule.thickness()));
        paint.draw(new Line2D.Double(rule.x1(), rule.y1(), rule.x2(), rule.y2()));
        paint.setStroke(new BasicStroke());
      }
      case Disc disc -> {
        colour(disc.tone());
        double across = 2 * disc.radius();
        paint.fill(
            new Ellipse2D.Double(
                disc.x() - disc.radius(), disc.y() - disc.radius(), across, across));
      }
      case Ring ring -> ring(ring);
      case Picture.Shape shape -> {
        fill(shape.path(), shape.tone());
        colour(Tone.GROUND);
        paint.setStroke(new BasicStroke(0.5f));
        paint.draw(shape.path());
        paint.setStroke(new BasicStroke());
      }
      case Word word -> word(word);
    }
  }

  private void box(Box box) {
    fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()), box.tone());
  }

  private void ring(Ring ring) {
    double across = 2 * ring.radius();
    Ellipse2D circle =
        new Ellipse2D.Double(ring.x() - ring.radius(), ring.y() - ring.radius(), across, across);
    paint.setColor(new Color(255, 255, 255, 191));
    paint.fill(circle);
    colour(Tone.TEXT);
    paint.setStroke(new BasicStroke(1.2f));
    paint.draw(circle);
    paint.setStroke(new BasicStroke());
  }

  private void fill(Shape area, Tone tone) {
    if (tone == Tone.GAP) {
      hatch(area);
    } else {
      colour(tone);
      paint.fill(area);
    }
  }

  private void hatch(Shape whole) {
    Rectangle2D area = whole.getBounds2D();
    Shape before = paint.getClip();
    paint.setColor(new Color(0xf3f5f7));
    paint.fill(whole);
    paint.clip(whole);
    colour(Tone.GAP);
    double begin = Math.floor((area.getX() - area.getHeight()) / HATCH) * HATCH;
    for (double x = begin; x < area.getMaxX(); x += HATCH) {
      paint.draw(new Line2D.Double(x, area.getMaxY(), x + area.getHeight(), area.getY()));
    }
    paint.setClip(before);
  }

  private void word(Word word) {
    double width = Lettering.width(word.text(), word.size());
    double before =
        switch (word.anchor()) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    AffineTransform place = AffineTransform.getTranslateInstance(word.x(), word.y());
    if (word.turned()) {
      place.rotate(-Math.PI / 2);
    }
    place.translate(-before, 0);
    colour(word.tone());
    paint.fill(place.createTransformedShape(Lettering.shape(word.text(), word.size())));
  }

  private void colour(Tone tone) {
    paint.setColor(Color.decode(tone.hex()));
  }
}
