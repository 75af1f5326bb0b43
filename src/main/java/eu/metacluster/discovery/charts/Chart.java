package eu.metacluster.discovery.charts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Figures that belong together. The first column is that of the whole line; in stacks and heat maps
 * the others are its parts, in bars they only stand in the table.
 *
 * @param name its word in addresses and file names
 * @param title what it shows
 * @param note how to read it
 * @param first what its lines are
 */
public record Chart(
    String name,
    Shape shape,
    String title,
    String note,
    String first,
    List<Column> columns,
    List<Line> lines) {

  /** How it is drawn. */
  public enum Shape {
    /** One bar for each line. */
    BARS,
    /** Bars of parts. */
    STACK,
    /** A table of shades. */
    HEAT
  }

  /** What stands in one place of each line. */
  public record Column(String code, String label, boolean money) {
    /** A column of numbers of records. */
    public static Column count(String code, String label) {
      return new Column(code, label, false);
    }

    /** A column of euro. */
    public static Column money(String code, String label) {
      return new Column(code, label, true);
    }
  }

  /**
   * A line.
   *
   * @param group the heading under which it stands, empty when there is none
   */
  public record Line(String code, String label, String group, List<Cell> cells) {
    /** The figure of the whole line. */
    public Cell whole() {
      return cells.getFirst();
    }

    /** The sum of its parts, which may overlap. */
    public double sum() {
      return parts().stream().mapToDouble(Cell::amount).sum();
    }

    /** The figures of its parts. */
    public List<Cell> parts() {
      return cells.subList(1, cells.size());
    }
  }

  /**
   * A figure.
   *
   * @param value null when nobody states it, which is not the same as zero
   * @param href the list of exactly what was counted, null when there is nothing to list
   */
  public record Cell(@Nullable BigDecimal value, @Nullable String href) {

    /** A number of records, and where they are listed; null for a number that is no link. */
    public static Cell of(long count, @Nullable String href) {
      return new Cell(BigDecimal.valueOf(count), count == 0 ? null : href);
    }

    /** An amount; null when it is not known. */
    public static Cell of(@Nullable BigDecimal euros) {
      return new Cell(euros, null);
    }

    /** Whether there is nothing. */
    public boolean none() {
      return value != null && value.signum() == 0;
    }

    /** The figure, 0 when it is not known. */
    public double amount() {
      return value == null ? 0 : value.doubleValue();
    }
  }

  /** Whether there is nothing to draw. */
  public boolean empty() {
    return most() <= 0;
  }

  /** The columns of the parts. */
  public List<Column> parts() {
    return columns.subList(1, columns.size());
  }

  /** The largest thing drawn: a bar, a stack of parts, or a cell. */
  public double most() {
    return lines.stream().mapToDouble(this::length).max().orElse(0);
  }

  private double length(Line line) {
    return switch (shape) {
      case BARS -> line.whole().amount();
      case STACK -> Math.max(line.sum(), line.whole().amount());
      case HEAT -> line.parts().stream().mapToDouble(Cell::amount).max().orElse(0);
    };
  }

  /**
   * How long a bar is, as an attribute of a drawing, such as {@code 12.5%}.
   *
   * @param most see {@link #most()}
   */
  public static String share(double amount, double most) {
    long hundredths = most <= 0 ? 0 : Math.round(amount / most * 10_000);
    return hundredths / 100 + "." + (hundredths % 100 < 10 ? "0" : "") + hundredths % 100 + "%";
  }

  /** The shades of a heat map. */
  public Ramp ramp() {
    return new Ramp(most());
  }

  /** The lines under their headings, in order. */
  public Map<String, List<Line>> groups() {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    lines.forEach(
        line -> groups.computeIfAbsent(line.group(), group -> new ArrayList<>()).add(line));
    return groups;
  }
}
