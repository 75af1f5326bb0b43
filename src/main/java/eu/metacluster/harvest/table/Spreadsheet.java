package eu.metacluster.harvest.table;

import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * The first visible sheet of a workbook. Of a formula the result counts that was saved with it; a
 * number in the form of a date is one.
 */
final class Spreadsheet {

  private static final long UNPACKED = 1L << 30;
  private static final long HARMLESS = 16L << 20;
  private static final int RATIO = 200;
  private static final int PARTS = 5_000;
  private static final Pattern DATE =
      Pattern.compile("(?i)(?:^|[^a-z\\[])(?:yy|mmm|m[/.-]d|d[/.-]m|dd)");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

  private Spreadsheet() {}

  /** Hands out the rows; false when no more were wanted. */
  static boolean read(Path file, Rows rows) throws IOException {
    if (checked(file)) {
      return OpenDocument.read(file, rows);
    }
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        Stream<Row> stream = sheet(book).openStream()) {
      Iterator<Row> each = stream.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        if (!rows.add(row.getRowNum(), cells(row))) {
          return false;
        }
      }
      return true;
    } catch (RuntimeException e) {
      throw refusal(e);
    }
  }

  private static RuntimeException refusal(RuntimeException e) {
    return e instanceof Refusal refusal
        ? refusal
        : new Refusal(Refusal.Kind.BAD_INPUT, "MC-1471", "harvest.refusal.spreadsheet");
  }

  private static Sheet sheet(ReadableWorkbook book) {
    return book.getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1471", "harvest.refusal.spreadsheet"));
  }

  /**
   * Unpacks everything once without keeping it, so that nothing is opened that is a bomb.
   *
   * @return whether it is an OpenDocument file
   */
  private static boolean checked(Path file) throws IOException {
    boolean open = false;
    long total = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      int parts = 0;
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        open |= entry.getName().equals("content.xml");
        total += size(zip, entry);
        if (++parts > PARTS || total > UNPACKED) {
          throw bomb();
        }
      }
    } catch (java.util.zip.ZipException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1471", "harvest.refusal.spreadsheet");
    }
    return open;
  }

  private static long size(ZipFile zip, ZipEntry entry) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long size = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        long packed = Math.max(1, entry.getCompressedSize());
        if (size > UNPACKED || (size > HARMLESS && size / packed > RATIO)) {
          throw bomb();
        }
      }
    }
    return size;
  }

  private static Refusal bomb() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1472", "harvest.refusal.bomb");
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (Cell cell : row) {
      if (cell != null && cell.getColumnIndex() <= Rows.COLUMNS) {
        String text = text(cell);
        if (!text.isEmpty()) {
          int gap = cell.getColumnIndex() - cells.size();
          cells.addAll(Collections.nCopies(Math.max(0, gap), ""));
          cells.add(text);
        }
      }
    }
    return cells;
  }

  private static String text(Cell cell) {
    return switch (cell.getType()) {
      case EMPTY, ERROR -> "";
      case BOOLEAN -> String.valueOf(cell.getValue());
      case NUMBER -> number(cell, cell.getRawValue());
      case FORMULA -> number(cell, cell.getRawValue());
      case STRING -> cell.getText();
    };
  }

  /** A number, or the day or time that it stands for; a text when it is none. */
  private static String number(Cell cell, String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    try {
      BigDecimal number = new BigDecimal(raw);
      String format = cell.getDataFormatString();
      boolean date = format != null && DATE.matcher(QUOTED.matcher(format).replaceAll("")).find();
      return date ? date(cell.asDate()) : number.stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return raw;
    } catch (DateTimeException | IllegalStateException | ArithmeticException e) {
      return raw;
    }
  }

  private static String date(LocalDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toString();
  }
}
