package eu.metacluster.harvest.table;

import eu.metacluster.harvest.Problem;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;

/** A file with a table in it, by what its bytes are and not by its name. */
final class TableFile {

  private static final int OLE2 = 0xD0CF11E0;

  private TableFile() {}

  /** Whether a file of this name is a table as a rule. */
  static boolean named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return plain.endsWith(".csv")
        || plain.endsWith(".tsv")
        || plain.endsWith(".xlsx")
        || plain.endsWith(".ods");
  }

  /**
   * Reads the table to its end, or as far as rows are wanted.
   *
   * @return whether all its rows were handed out
   * @throws Refusal when it is a kind of table that cannot be read
   */
  static boolean read(Path file, Consumer<Problem> problems, Rows.Taker taker) throws IOException {
    String name = String.valueOf(file.getFileName());
    Rows rows = new Rows(name, problems, taker);
    byte[] start = start(file);
    if (number(start) == OLE2) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1470", "harvest.refusal.old_spreadsheet");
    }
    boolean all;
    if (start.length > 3 && start[0] == 'P' && start[1] == 'K') {
      all = Spreadsheet.read(file, rows);
    } else {
      all = CsvTable.read(file, rows, problems);
    }
    rows.end();
    return all && !rows.full();
  }

  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }

  private static int number(byte[] start) {
    int number = 0;
    for (int i = 0; i < Math.min(4, start.length); i++) {
      number = (number << 8) | (start[i] & 0xFF);
    }
    return start.length < 4 ? 0 : number;
  }
}
