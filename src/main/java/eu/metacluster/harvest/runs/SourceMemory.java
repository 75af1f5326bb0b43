package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.fetch.LastAnswer;
import eu.metacluster.harvest.fetch.Validators;
import eu.metacluster.harvest.fetch.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a source's runs leave to the next: pages as they were, and words of the connector's own. */
@Component
class SourceMemory {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final JsonMapper json;

  SourceMemory(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
  }

  /** The pages among these that the source's runs have read. */
  Map<String, Visit> visits(long source, Collection<String> addresses) {
    Map<String, Visit> found = new HashMap<>();
    jdbc.sql(
            """
            select address, etag, modified, content, stated from harvest.visit
            where source = :source and address = any(:addresses)""")
        .param("source", source)
        .param("addresses", addresses.toArray(String[]::new))
        .query(
            (ResultSet row) -> {
              found.put(row.getString(1), visit(row));
            });
    return found;
  }

  private static Visit visit(ResultSet row) throws SQLException {
    List<Visit.Stated> stated =
        row.getString(5).lines().filter(line -> !line.isEmpty()).map(SourceMemory::stated).toList();
    return new Visit(
        row.getString(1),
        new Validators(row.getString(2), row.getString(3)),
        row.getBytes(4),
        stated);
  }

  private static Visit.Stated stated(String line) {
    int space = line.indexOf(' ');
    return new Visit.Stated(RecordKind.ofWord(line.substring(0, space)), line.substring(space + 1));
  }

  /** Writes pages down as they are now, in the caller's transaction. Keys hold no line breaks. */
  void visited(Origin origin, List<Visit> visits) {
    batches.batchUpdate(
        """
        insert into harvest.visit (source, address, etag, modified, content, stated, run)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (source, address) do update set etag = excluded.etag,
          modified = excluded.modified, content = excluded.content, stated = excluded.stated,
          run = excluded.run""",
        visits,
        500,
        (statement, visit) -> {
          statement.setLong(1, origin.source());
          statement.setString(2, visit.address());
          statement.setString(3, visit.validators().etag());
          statement.setString(4, visit.validators().modified());
          statement.setBytes(5, visit.content());
          statement.setString(6, lines(visit.stated()));
          statement.setLong(7, origin.run());
        });
  }

  private static String lines(List<Visit.Stated> stated) {
    return stated.stream()
        .map(thing -> thing.kind().word() + ' ' + thing.key())
        .collect(Collectors.joining("\n"));
  }

  Optional<String> remembered(long source, String name) {
    return jdbc.sql("select memory ->> :name from harvest.source where id = :source")
        .param("name", name)
        .param("source", source)
        .query((row, n) -> Optional.ofNullable(row.getString(1)))
        .single();
  }

  void remember(long source, Map<String, String> words) {
    jdbc.sql("update harvest.source set memory = memory || :words::jsonb where id = :source")
        .param("words", json.writeValueAsString(words))
        .param("source", source)
        .update();
  }

  /** The run that read exactly this payload, when it was the last one that was read. */
  Optional<Long> lastReading(long source, byte[] payload) {
    return jdbc.sql(
            """
            select payload_run from harvest.source
            where id = :source and payload_digest = :payload and payload_run is not null""")
        .param("source", source)
        .param("payload", payload)
        .query(Long.class)
        .optional();
  }

  /** The last run that was read to its end, when what it stated still stands. */
  Optional<Long> lastReading(long source) {
    return jdbc.sql("select payload_run from harvest.source where id = :source")
        .param("source", source)
        .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
        .single();
  }

  /** The answer that was the last one that was read, and what it stated still stands. */
  Optional<LastAnswer> lastAnswer(long source) {
    return jdbc.sql(
            """
            select memory ->> 'answer.reader' reader, nullif(memory ->> 'answer.etag', '') etag,
              nullif(memory ->> 'answer.modified', '') modified, payload_digest
            from harvest.source
            where id = :source and payload_run is not null and memory ->> 'answer.reader' is not null""")
        .param("source", source)
        .query(
            (row, n) ->
                new LastAnswer(
                    row.getString("reader"),
                    new Validators(row.getString("etag"), row.getString("modified")),
                    row.getBytes("payload_digest")))
        .optional();
  }

  /** From here on the source's claims are in motion. */
  void inMotion(long source) {
    jdbc.sql("update harvest.source set payload_digest = null, payload_run = null where id = :id")
        .param("id", source)
        .update();
  }

  /** All that the run read was this payload. */
  void read(long source, byte[] payload, long run) {
    jdbc.sql(
            "update harvest.source set payload_digest = :payload, payload_run = :run where id = :id")
        .param("id", source)
        .param("payload", payload)
        .param("run", run)
        .update();
  }

  /** What is written down of the answer that a run reads, beside its digest. */
  static Map<String, String> words(LastAnswer answer) {
    Validators said = answer.validators();
    return Map.of(
        "answer.reader", answer.reader(),
        "answer.etag", Objects.requireNonNullElse(said.etag(), ""),
        "answer.modified", Objects.requireNonNullElse(said.modified(), ""));
  }

  /** The source's claims are in motion: what is known of its pages says nothing any more. */
  void forget(long source) {
    jdbc.sql("update harvest.source set memory = '{}' where id = :id").param("id", source).update();
    jdbc.sql("delete from harvest.visit where source = :id").param("id", source).update();
  }
}
