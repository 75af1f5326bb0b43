package eu.metacluster.opendata.dumps;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with one sheet. Texts are typed as texts, so that nothing in them is ever a formula.
 * Only some rows are in memory; what no sheet can hold is left out and stands in the other files.
 */
final class WorkbookFile implements TableFile {

  private static final int KEPT = 500;
  private static final int LONGEST = 32_000;
  private static final int MOST = 1_048_575;

  private final List<Column> columns;
  private final OutputStream out;
  private final Workbook book;
  private final Worksheet sheet;
  private int at = 1;

  WorkbookFile(Path file, Class<? extends Record> row) throws IOException {
    columns = Column.of(row);
    out = new BufferedOutputStream(Files.newOutputStream(file));
    book = new Workbook(out, "Metacluster", "1.0");
    sheet = book.newWorksheet("records");
    sheet.freezePane(0, 1);
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
      sheet.style(0, i).bold().set();
    }
  }

  @Override
  public void add(Record row) throws IOException {
    if (at > MOST) {
      return;
    }
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i).of(row));
    }
    if (++at % KEPT == 0) {
      sheet.flush();
    }
  }

  private void cell(int column, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Double number -> sheet.value(at, column, number);
      case Long number -> sheet.value(at, column, number);
      case Boolean flag -> sheet.value(at, column, flag);
      case LocalDate day -> {
        sheet.value(at, column, day);
        sheet.style(at, column).format("yyyy-mm-dd").set();
      }
      case List<?> many ->
          text(column, many.stream().map(String::valueOf).collect(Collectors.joining(" | ")));
      case Instant moment -> text(column, moment.toString());
      default -> text(column, value.toString());
    }
  }

  private void text(int column, String text) {
    if (!text.isEmpty()) {
      sheet.inlineString(at, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }
  }

  @Override
  public void close() throws IOException {
    book.finish();
    out.close();
  }
}
