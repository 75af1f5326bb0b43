package eu.metacluster.platform;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table from a CSV file with a header: plain or gzip, separated by comma, semicolon or tab, with
 * or without byte order mark.
 *
 * @param columns names in the header, in its order
 * @param rows values of each row, as many as there are columns; what is missing is empty
 */
public record Table(Path file, List<String> columns, List<List<String>> rows) {

  private static final int GZIP = 0x1f8b;

  /**
   * Reads the whole file.
   *
   * @throws UnusableInputException when it cannot be read, is damaged, or has no header
   */
  public static Table read(Path file) throws UnusableInputException {
    List<List<String>> rows = new ArrayList<>();
    char separator = separator(file);
    try (Reader in = open(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .maxBufferSize(1 << 26)
                .ofCsvRecord(in)) {
      csv.forEach(row -> rows.add(row.getFields()));
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw unreadable(file, e);
    }
    if (rows.isEmpty()) {
      throw new UnusableInputException(file + " is empty; its first line must name its columns.");
    }
    List<String> columns = rows.removeFirst().stream().map(String::strip).toList();
    rows.replaceAll(row -> fitted(row, columns.size()));
    return new Table(file, columns, rows);
  }

  private static List<String> fitted(List<String> row, int width) {
    if (row.size() == width) {
      return row;
    }
    List<String> fitted = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
    while (fitted.size() < width) {
      fitted.add("");
    }
    return fitted;
  }

  /** The values of a column by its name. */
  public List<String> column(String name) throws UnusableInputException {
    int at = columns.indexOf(name);
    if (at < 0) {
      throw new UnusableInputException(
          file + " has no column " + name + "; it has " + String.join(", ", columns) + ".");
    }
    return rows.stream().map(row -> row.get(at)).toList();
  }

  /** The rows with their values by name of the column; what is not there is empty. */
  public List<Row> named(String required) throws UnusableInputException {
    column(required);
    return rows.stream().map(row -> new Row(columns, row)).toList();
  }

  /** One row of a table. */
  public record Row(List<String> columns, List<String> values) {

    /** The value of a column, empty when there is none of that name. */
    public String get(String column) {
      int at = columns.indexOf(column);
      return at < 0 ? "" : values.get(at);
    }
  }

  /** The values of a column, or empty ones when there is none of that name. */
  public List<String> columnIfThere(String name) {
    int at = columns.indexOf(name);
    return rows.stream().map(row -> at < 0 ? "" : row.get(at)).toList();
  }

  private static char separator(Path file) throws UnusableInputException {
    try (Reader in = open(file)) {
      StringBuilder head = new StringBuilder();
      int c = in.read();
      while (c >= 0 && c != '\n' && head.length() < 100_000) {
        head.append((char) c);
        c = in.read();
      }
      char best = ',';
      for (char one : new char[] {';', '\t'}) {
        if (count(head, one) > count(head, best)) {
          best = one;
        }
      }
      return best;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static long count(CharSequence head, char sought) {
    return head.chars().filter(c -> c == sought).count();
  }

  private static UnusableInputException unreadable(Path file, Exception e) {
    return new UnusableInputException(file + " cannot be read: " + e.getMessage() + ".", e);
  }

  /** The file's text, unpacked when it is gzip, without its byte order mark. */
  public static Reader open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      PushbackInputStream text =
          new PushbackInputStream(magic == GZIP ? new GZIPInputStream(raw, 1 << 16) : raw, 3);
      byte[] mark = text.readNBytes(3);
      boolean marked =
          mark.length == 3
              && mark[0] == (byte) 0xef
              && mark[1] == (byte) 0xbb
              && mark[2] == (byte) 0xbf;
      if (!marked) {
        text.unread(mark);
      }
      return new InputStreamReader(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }
}
