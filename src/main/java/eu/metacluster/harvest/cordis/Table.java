package eu.metacluster.harvest.cordis;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One file of the bundle as rows of named cells. Rows that cannot be read are logged and left. */
final class Table implements Closeable, Cells {

  private final InputStream in;
  private final Sheet sheet;
  private final String file;
  private final long snapshot;
  private final Reading reading;
  private final Records records;
  private final CsvReader.CsvReaderBuilder csv;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Fields fields;
  private final List<String> header;
  private List<String> row = List.of();

  Table(Sheet sheet, String file, long snapshot, InputStream in, Reading reading)
      throws IOException {
    this.in = in;
    this.sheet = sheet;
    this.file = file;
    this.snapshot = snapshot;
    this.reading = reading;
    this.records = new Records(in);
    this.csv =
        CsvReader.builder().fieldSeparator(records.delimiter()).maxBufferSize(Records.LIMIT * 2);
    this.header = header();
    this.fields = new Fields(wanted());
    describe();
  }

  private List<String> header() throws IOException {
    if (!records.next() || records.tooLong()) {
      return List.of();
    }
    try {
      return csv.ofSingleCsvRecord(new Fields(null), latin()).stream().map(String::strip).toList();
    } catch (CsvParseException e) {
      return List.of();
    }
  }

  private BitSet wanted() {
    BitSet wanted = new BitSet(header.size());
    for (int i = 0; i < header.size(); i++) {
      if (sheet.knows(header.get(i)) && columns.putIfAbsent(header.get(i), i) == null) {
        wanted.set(i);
      }
    }
    return wanted;
  }

  private void describe() {
    if (!usable()) {
      reading.problem(
          new Problem(file, 1, sheet.id(), String.join(";", header), Reason.NO_ID_COLUMN));
      return;
    }
    if (records.delimiter() != Delimiter.DOCUMENTED) {
      String shown = records.delimiter() == '\t' ? "TAB" : String.valueOf(records.delimiter());
      reading.problem(new Problem(file, 1, null, shown, Reason.DELIMITER));
    }
    for (String column : sheet.read()) {
      if (!columns.containsKey(column)) {
        reading.problem(new Problem(file, 1, column, null, Reason.MISSING_COLUMN));
      }
    }
    List<String> extra = header.stream().filter(c -> !sheet.knows(c)).toList();
    if (!extra.isEmpty()) {
      reading.problem(new Problem(file, 1, null, String.join(", ", extra), Reason.EXTRA_COLUMNS));
    }
  }

  /** Whether the column is there that names each row's thing. */
  boolean usable() {
    return columns.containsKey(sheet.id());
  }

  /** Goes to the next readable row; false at the end. */
  boolean next() throws IOException {
    while (usable() && records.next()) {
      reading.advanced(sheet.steps() * (records.length() + 1L));
      if (records.tooLong()) {
        problem(null, null, Reason.TOO_LONG);
      } else if (parsed()) {
        return true;
      }
    }
    return false;
  }

  private boolean parsed() {
    String record = latin();
    if (records.unclosed()) {
      problem(null, record, Reason.MALFORMED);
      return false;
    }
    try {
      row = csv.ofSingleCsvRecord(fields, record);
    } catch (CsvParseException | IllegalArgumentException e) {
      problem(null, record, Reason.MALFORMED);
      return false;
    }
    if (row.size() != header.size()) {
      problem(null, record, Reason.MALFORMED);
      return false;
    }
    fields.repaired().stream().forEach(i -> problem(header.get(i), row.get(i), Reason.ENCODING));
    return true;
  }

  private String latin() {
    return new String(
        records.buffer(), records.start(), records.length(), StandardCharsets.ISO_8859_1);
  }

  private void problem(@Nullable String field, @Nullable String value, Reason reason) {
    reading.problem(new Problem(file, records.line(), field, value, reason));
  }

  @Override
  public String cell(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : row.get(index);
  }

  /** The current row's typed values. */
  Values values() {
    Locator at = new Locator(snapshot, records.offset(), records.length());
    return new Values(this, new Place(file, records.line(), at), reading);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
