package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Sources;
import eu.metacluster.harvest.Connector;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The sources that are set up. */
@Component
class SourceRegister {

  /** After rulings and owners, before the starter set. */
  private static final int PRECEDENCE = 100;

  private final JdbcClient jdbc;
  private final Sources sources;
  private final Journal journal;
  private final List<Connector> connectors;
  private final JsonMapper json;

  SourceRegister(
      JdbcClient jdbc,
      Sources sources,
      Journal journal,
      List<Connector> connectors,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.journal = journal;
    this.connectors = connectors;
    this.json = json;
  }

  List<Connector> connectors() {
    return connectors;
  }

  Connector connector(String id) {
    return connectors.stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1402", "harvest.refusal.connector", id));
  }

  /**
   * Adds a source.
   *
   * @param actor the account that does it, null on the command line
   */
  @Transactional
  SourceRow add(String name, String connector, @Nullable String location, @Nullable UUID actor) {
    if (name.isBlank() || name.length() > 120) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1403", "harvest.refusal.name");
    }
    if (findByName(name).isPresent()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1404", "harvest.refusal.name_taken", name);
    }
    Connector.Terms terms = connector(connector).terms();
    long id = sources.register(name, PRECEDENCE, terms.licence(), terms.attribution());
    jdbc.sql(
            """
            insert into harvest.source
              (id, name, connector, location, licence, attribution, terms_page, created_at)
            values (:id, :name, :connector, :location, :licence, :attribution, :page, now())""")
        .param("licence", terms.licence())
        .param("attribution", terms.attribution())
        .param("page", terms.page())
        .param("id", id)
        .param("name", name)
        .param("connector", connector)
        .param("location", location)
        .update();
    journal.append(
        new NewEntry(
            "harvest.source-added", null, actor, Map.of("source", id, "connector", connector)));
    return get(id);
  }

  List<SourceRow> list() {
    return jdbc.sql("select * from harvest.source order by name").query(this::row).list();
  }

  SourceRow get(long id) {
    return jdbc.sql("select * from harvest.source where id = :id")
        .param("id", id)
        .query(this::row)
        .optional()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1405", "harvest.refusal.no_source"));
  }

  Optional<SourceRow> findByName(String name) {
    return jdbc.sql("select * from harvest.source where name = :name")
        .param("name", name)
        .query(this::row)
        .optional();
  }

  private SourceRow row(ResultSet row, int number) throws SQLException {
    return new SourceRow(
        row.getLong("id"),
        row.getString("name"),
        row.getString("connector"),
        row.getString("location"),
        settings(row.getString("settings")),
        new SourceRow.SourceTerms(
            row.getString("licence"), row.getString("attribution"), row.getString("terms_page")),
        new Rhythm(
            row.getString("schedule"),
            ZoneId.of(row.getString("zone")),
            row.getObject("from_hour", Integer.class),
            row.getObject("until_hour", Integer.class),
            instant(row, "next_run")),
        row.getString("robots_waived"),
        Duration.ofMillis(row.getInt("gap_millis")),
        row.getBigDecimal("yearly_cost"),
        new SourceRow.Condition(
            instant(row, "last_answer_at"),
            instant(row, "last_success_at"),
            row.getInt("error_streak"),
            instant(row, "paused_at"),
            instant(row, "retired_at")),
        row.getTimestamp("created_at").toInstant());
  }

  private Map<String, String> settings(String text) {
    return json.readValue(text, new TypeReference<Map<String, String>>() {});
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
