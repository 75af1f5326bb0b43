package eu.metacluster.discovery.charts;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.Chart.Column;
import eu.metacluster.discovery.charts.Chart.Line;
import eu.metacluster.platform.web.SheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a chart as comma-separated values: the codes of lines and columns, the words of lines, and
 * nothing in a cell that nobody states. A text that a spreadsheet would run begins with an
 * apostrophe.
 */
final class CsvFile {

  private CsvFile() {}

  static String of(Chart chart) {
    StringWriter out = new StringWriter();
    CsvWriter csv = CsvWriter.builder().build(out);
    boolean grouped = chart.lines().stream().anyMatch(line -> !line.group().isEmpty());
    List<String> head = new ArrayList<>(List.of("code", "label"));
    if (grouped) {
      head.add("group");
    }
    chart.columns().stream().map(Column::code).map(SheetText::harmless).forEach(head::add);
    csv.writeRecord(head);
    for (Line line : chart.lines()) {
      List<String> cells =
          new ArrayList<>(
              List.of(SheetText.harmless(line.code()), SheetText.harmless(line.label())));
      if (grouped) {
        cells.add(SheetText.harmless(line.group()));
      }
      line.cells().stream().map(CsvFile::cell).forEach(cells::add);
      csv.writeRecord(cells);
    }
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String cell(Cell cell) {
    return cell.value() == null ? "" : cell.value().toPlainString();
  }
}
