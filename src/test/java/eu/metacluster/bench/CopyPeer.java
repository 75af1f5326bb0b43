package eu.metacluster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * What the same database needs to take in the same rows with {@code COPY}: plain tables of text
 * with the files' columns, no key, no index.
 */
final class CopyPeer {

  private final List<Path> files;

  /** Unpacks the projects and the participations. */
  CopyPeer(Path folder) throws IOException {
    files =
        List.of(
            Export.unpacked("project.csv", folder), Export.unpacked("organization.csv", folder));
  }

  /** Seconds until all rows are committed; the tables are gone again afterwards. */
  double seconds(DataSource source) throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (Path file : files) {
        statement.execute("create table " + table(file) + " (" + columns(file) + ")");
      }
      connection.setAutoCommit(false);
      long begin = System.nanoTime();
      for (Path file : files) {
        copy(connection, file);
      }
      connection.commit();
      double seconds = (System.nanoTime() - begin) / 1e9;
      for (Path file : files) {
        statement.execute("drop table " + table(file));
      }
      connection.commit();
      connection.setAutoCommit(true);
      return seconds;
    }
  }

  private static void copy(Connection connection, Path file) throws SQLException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy " + table(file) + " from stdin (format csv, delimiter ';', header)",
              in,
              1 << 16);
    }
  }

  private static String table(Path file) {
    return "plain_" + file.getFileName().toString().replace(".csv", "");
  }

  private static String columns(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String header = reader.readLine();
      if (header == null) {
        throw new IOException(file + " is empty");
      }
      return Arrays.stream(header.replace("\"", "").split(";", -1))
          .map(column -> '"' + column + "\" text")
          .collect(Collectors.joining(", "));
    }
  }
}
