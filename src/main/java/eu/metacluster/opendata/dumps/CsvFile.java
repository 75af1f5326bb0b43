package eu.metacluster.opendata.dumps;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values for programs, compressed. Several values stand in one cell with {@code |}
 * between. A text that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvFile implements TableFile {

  static final String BETWEEN = "|";
  private static final String FORMULA = "=+-@\t\r\n";

  private final List<Column> columns;
  private final Writer out;
  private final CsvWriter csv;

  CsvFile(Path file, Class<? extends Record> row) throws IOException {
    columns = Column.of(row);
    out =
        new OutputStreamWriter(
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16),
            StandardCharsets.UTF_8);
    csv = CsvWriter.builder().build(out);
    csv.writeRecord(columns.stream().map(Column::name).toList());
  }

  @Override
  public void add(Record row) {
    List<String> cells = new ArrayList<>(columns.size());
    columns.forEach(column -> cells.add(cell(column.of(row))));
    csv.writeRecord(cells);
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> harmless(text);
      case List<?> many ->
          harmless(
              many.stream()
                  .map(one -> one.toString().replace(BETWEEN, "/"))
                  .collect(Collectors.joining(BETWEEN)));
      case Double number -> BigDecimal.valueOf(number).toPlainString();
      default -> value.toString();
    };
  }

  static String harmless(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
