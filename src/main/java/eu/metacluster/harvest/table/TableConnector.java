package eu.metacluster.harvest.table;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads one's own table as its mapping says, or as its columns look when nobody has said anything
 * yet. The table is the whole statement: a row that is not in it any more has ended.
 */
@Component
@Order(80)
final class TableConnector implements FileConnector {

  @Override
  public String id() {
    return "table";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Terms.UNKNOWN;
  }

  @Override
  public List<Setting> settings() {
    return List.of(new Setting(TableMapping.SETTING, Setting.Type.TEXT, ""));
  }

  @Override
  public boolean recognises(String memberName) {
    return TableFile.named(memberName);
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    read(payload, Map.of(), reading);
  }

  @Override
  public void read(Path payload, Map<String, String> settings, Reading reading) throws IOException {
    String set = settings.getOrDefault(TableMapping.SETTING, "");
    Path file = TableSample.file(payload);
    TableMapping mapping = set.isBlank() ? null : TableMapping.parse(set);
    new Pass(file, mapping, reading).read();
  }

  /** One reading of one table. */
  private static final class Pass {

    private final Path file;
    private final Reading reading;
    private final @Nullable TableMapping set;
    private final Set<String> keys = new HashSet<>();
    private @Nullable RowReader reader;
    private long snapshot;
    private long rows;

    Pass(Path file, @Nullable TableMapping set, Reading reading) {
      this.file = file;
      this.set = set;
      this.reading = reading;
    }

    void read() throws IOException {
      TableMapping mapping = set != null ? set : TableSample.of(file).mapping();
      long size = Files.size(file);
      reading.expects(size);
      snapshot = reading.keep(name(), type(), () -> Files.newInputStream(file));
      boolean whole =
          TableFile.read(file, reading::problem, (heading, row) -> row(mapping, heading, row));
      if (reader == null) {
        throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1474", "harvest.refusal.empty_table");
      }
      if (whole) {
        reading.whole();
      }
      reading.advanced(Math.max(0, size - rows * 100));
    }

    private String name() {
      return String.valueOf(file.getFileName());
    }

    private String type() {
      String name = name();
      if (name.endsWith(".xlsx")) {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      }
      return name.endsWith(".ods") ? "application/vnd.oasis.opendocument.spreadsheet" : "text/csv";
    }

    private boolean row(TableMapping mapping, List<String> heading, Rows.Row row) {
      if (reader == null) {
        reader = new RowReader(mapping, heading);
        if (!reader.usable()) {
          throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1475", "harvest.refusal.no_columns");
        }
      }
      Finding finding =
          reader.finding(
              row.cells(),
              new Locator(snapshot, 0, 0),
              (column, value, reason) -> problem(row, column, value, reason));
      if (finding != null && keys.add(finding.key())) {
        reading.found(finding);
      } else if (finding != null) {
        problem(row, null, finding.key(), Reason.DUPLICATE);
      }
      rows++;
      reading.advanced(100);
      return true;
    }

    private void problem(Rows.Row row, @Nullable String column, String value, Reason reason) {
      reading.problem(new Problem(name(), row.line(), column, value, reason));
    }
  }
}
