package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Sources;
import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.fetch.Pace;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
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
  private final SourceMemory memory;
  private final Pace pace;

  SourceRegister(
      JdbcClient jdbc,
      Sources sources,
      Journal journal,
      List<Connector> connectors,
      JsonMapper json,
      SourceMemory memory,
      Pace pace) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.journal = journal;
    this.connectors = connectors;
    this.json = json;
    this.memory = memory;
    this.pace = pace;
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
   * Adds a source that is started by hand.
   *
   * @param actor the account that does it, null on the command line
   */
  @Transactional
  SourceRow add(String name, String connector, @Nullable String location, @Nullable UUID actor) {
    Connector of = connector(connector);
    return add(SourceForm.fresh(of, location == null ? "" : location, name), actor);
  }

  /** Adds a source as it was described. */
  @Transactional
  SourceRow add(SourceForm form, @Nullable UUID actor) {
    checkName(form.name(), 0);
    connector(form.connector());
    long id =
        sources.register(
            form.name(), PRECEDENCE, orNull(form.licence()), orNull(form.attribution()));
    jdbc.sql(
            """
            insert into harvest.source (id, name, connector, created_at)
            values (:id, :name, :connector, now())""")
        .param("id", id)
        .param("name", form.name())
        .param("connector", form.connector())
        .update();
    write(id, form);
    journal("harvest.source-added", id, Map.of("connector", form.connector()), actor);
    return get(id);
  }

  /** Changes what is set for a source; its connector stays. */
  @Transactional
  SourceRow change(long id, SourceForm wanted, UUID actor) {
    SourceRow before = get(id);
    SourceForm form = wanted.with(kept(before, wanted));
    checkName(form.name(), id);
    sources.describe(id, form.name(), form.licence(), form.attribution());
    write(id, form);
    if (!Objects.equals(before.location(), orNull(form.location()))
        || !before.settings().equals(form.settings())) {
      memory.forget(id);
    }
    journal("harvest.source-changed", id, Map.of(), actor);
    return get(id);
  }

  /** The settings of a source that may be shown again: all but its secrets. */
  Map<String, String> shown(SourceForm form) {
    Map<String, String> settings = new HashMap<>(form.settings());
    secrets(form.connector()).forEach(settings::remove);
    return settings;
  }

  private List<String> secrets(String connector) {
    return connector(connector).settings().stream()
        .filter(setting -> setting.type() == Connector.Setting.Type.SECRET)
        .map(Connector.Setting::name)
        .toList();
  }

  /** A secret that is not typed anew stays as it is. */
  private Map<String, String> kept(SourceRow before, SourceForm wanted) {
    Map<String, String> settings = new HashMap<>(wanted.settings());
    for (String secret : secrets(before.connector())) {
      String known = before.settings().get(secret);
      if (known != null) {
        settings.putIfAbsent(secret, known);
      }
    }
    return settings;
  }

  private void checkName(String name, long own) {
    if (name.isBlank() || name.length() > 120) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1403", "harvest.refusal.name");
    }
    if (findByName(name).filter(other -> other.id() != own).isPresent()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1404", "harvest.refusal.name_taken", name);
    }
  }

  private void write(long id, SourceForm form) {
    Rhythm rhythm = form.rhythm();
    Instant next = rhythm.after(pace.now());
    jdbc.sql(
            """
            update harvest.source set name = :name, location = :location,
              settings = :settings::jsonb, licence = :licence, attribution = :attribution,
              terms_page = :page, schedule = :schedule, zone = :zone, from_hour = :from,
              until_hour = :until, next_run = :next, robots_waived = :waiver, gap_millis = :gap,
              yearly_cost = :cost where id = :id""")
        .param("name", form.name())
        .param("location", orNull(form.location()))
        .param("settings", json.writeValueAsString(form.settings()))
        .param("licence", form.licence())
        .param("attribution", form.attribution())
        .param("page", form.termsPage())
        .param("schedule", rhythm.schedule())
        .param("zone", rhythm.zone().getId())
        .param("from", rhythm.fromHour())
        .param("until", rhythm.untilHour())
        .param("next", next == null ? null : Timestamp.from(next))
        .param("waiver", orNull(form.waiver()))
        .param("gap", form.gapMillis())
        .param("cost", form.cost())
        .param("id", id)
        .update();
  }

  /** Stops reading a source by itself, for a while. */
  @Transactional
  void pause(long id, boolean paused, UUID actor) {
    jdbc.sql(
            "update harvest.source set paused_at = case when :paused then now() end where id = :id")
        .param("paused", paused)
        .param("id", get(id).id())
        .update();
    journal(paused ? "harvest.source-paused" : "harvest.source-resumed", id, Map.of(), actor);
  }

  /** Gives a source up, or takes it back; what it stated stays and ages. */
  @Transactional
  void retire(long id, boolean retired, UUID actor) {
    jdbc.sql(
            """
            update harvest.source set retired_at = case when :retired then now() end
            where id = :id""")
        .param("retired", retired)
        .param("id", get(id).id())
        .update();
    journal(retired ? "harvest.source-retired" : "harvest.source-reinstated", id, Map.of(), actor);
  }

  private void journal(String kind, long source, Map<String, Object> facts, @Nullable UUID actor) {
    Map<String, Object> all = new TreeMap<>(facts);
    all.put("source", source);
    journal.append(new NewEntry(kind, null, actor, all));
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

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private Map<String, String> settings(String text) {
    return json.readValue(text, new TypeReference<Map<String, String>>() {});
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
