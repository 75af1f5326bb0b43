package eu.metacluster.discovery.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.discovery.search.Column;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.SheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values: codes as the grid keeps them, several in one cell with a semicolon
 * between. It begins with the mark of UTF-8, and a text that a spreadsheet would take for a formula
 * with an apostrophe.
 */
final class CsvSheet implements Sheet {

  private final SiteAddress site;
  private final Writer out;
  private final CsvWriter csv;

  CsvSheet(OutputStream stream, SiteAddress site) throws IOException {
    this.site = site;
    this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    out.write(SheetText.MARK);
    this.csv = CsvWriter.builder().build(out);
    List<String> head = new ArrayList<>();
    for (Column column : Column.values()) {
      head.add(column.word());
    }
    head.add("address");
    csv.writeRecord(head);
  }

  @Override
  public void add(Row row) {
    List<String> cells = new ArrayList<>();
    for (Column column : Column.values()) {
      cells.add(cell(column.of(row)));
    }
    cells.add(site.of(row.path()));
    csv.writeRecord(cells);
  }

  private static String cell(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> SheetText.harmless(text);
      case List<?> many ->
          SheetText.harmless(many.stream().map(String::valueOf).collect(Collectors.joining("; ")));
      case java.math.BigDecimal money -> money.toPlainString();
      case Object plain -> plain.toString();
    };
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    out.flush();
  }
}
