package eu.metacluster.opendata.dumps;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The versions that are kept, and where their files are. */
@Component
class Dumps {

  private static final int MONTHS = 12;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Path folder;
  private final int kept;

  Dumps(
      JdbcClient jdbc,
      JsonMapper json,
      @Value("${metacluster.data}") Path data,
      @Value("${metacluster.open-data.kept-dumps:7}") int kept) {
    this.jdbc = jdbc;
    this.json = json;
    this.folder = data.resolve("dumps");
    this.kept = kept;
  }

  /** The folder of a version. */
  Path folder(String version) {
    return folder.resolve(version);
  }

  /** All versions, newest first. */
  List<Dump> all() {
    return jdbc.sql("select * from opendata.dump order by made_at desc").query(this::read).list();
  }

  Optional<Dump> latest() {
    return jdbc.sql("select * from opendata.dump order by made_at desc limit 1")
        .query(this::read)
        .optional();
  }

  Optional<Dump> find(String version) {
    return jdbc.sql("select * from opendata.dump where version = :version")
        .param("version", version)
        .query(this::read)
        .optional();
  }

  void add(Dump dump) {
    jdbc.sql(
            """
            insert into opendata.dump (version, made_at, position, records, files)
            values (:version, :at, :position, :records, :files::jsonb)""")
        .param("version", dump.version())
        .param("at", Timestamp.from(dump.madeAt()))
        .param("position", dump.position())
        .param("records", dump.records())
        .param("files", json.writeValueAsString(dump.files()))
        .update();
  }

  /** Lets go of old versions: the last ones stay, and the first of each month for a year. */
  void thinOut() {
    List<Dump> all = all();
    Set<String> months = new HashSet<>();
    Set<String> firsts = new HashSet<>();
    for (Dump dump : all.reversed()) {
      if (months.add(month(dump))) {
        firsts.add(dump.version());
      }
    }
    List<Dump> old = all.stream().skip(kept).toList();
    int monthly = 0;
    for (Dump dump : old) {
      if (!firsts.contains(dump.version()) || ++monthly > MONTHS) {
        jdbc.sql("delete from opendata.dump where version = :version")
            .param("version", dump.version())
            .update();
        remove(folder(dump.version()));
      }
    }
  }

  /** Removes the versions that were made until then. */
  void withdraw(Instant until) {
    jdbc.sql("delete from opendata.dump where made_at <= :until returning version")
        .param("until", Timestamp.from(until))
        .query(String.class)
        .list()
        .forEach(version -> remove(folder(version)));
  }

  private static String month(Dump dump) {
    return dump.version().substring(0, "2026-11".length());
  }

  /** Removes a folder with its files. */
  static void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Dump read(ResultSet row, int number) throws SQLException {
    return new Dump(
        row.getString("version"),
        row.getTimestamp("made_at").toInstant(),
        row.getLong("position"),
        row.getLong("records"),
        json.readValue(row.getString("files"), new TypeReference<List<Dump.DumpFile>>() {}));
  }
}
