package eu.metacluster.discovery.matching;

import eu.metacluster.platform.Table;
import eu.metacluster.platform.UnusableInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of a set: tables by name, plain or packed. */
record SetFolder(Path folder) {

  private @Nullable Path path(String table) {
    return Stream.of(".csv", ".csv.gz")
        .map(ending -> folder.resolve(table + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  boolean has(String table) {
    return path(table) != null;
  }

  String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  Table table(String name) throws UnusableInputException {
    Path path = path(name);
    if (path == null) {
      throw new UnusableInputException(folder + " has no file " + name + ".csv or .csv.gz.");
    }
    Table table = Table.read(path);
    if (table.rows().isEmpty()) {
      throw new UnusableInputException(path + " has no rows.");
    }
    return table;
  }

  /** The rows of a table as texts; a table without abstracts has titles alone. */
  List<Piece> pieces(String name, String id) throws UnusableInputException {
    Table table = table(name);
    List<String> ids = table.column(id);
    List<String> titles = table.column("title");
    List<String> texts = table.columnIfThere("abstract");
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      pieces.add(new Piece(ids.get(i), titles.get(i), texts.get(i)));
    }
    return pieces;
  }
}
