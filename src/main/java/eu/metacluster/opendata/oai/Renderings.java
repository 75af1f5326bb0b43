package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Publisher;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps each item in every form, ready to be sent. It is called in the transaction that writes the
 * items, so that a record and its renderings change at one moment.
 */
@Component
class Renderings {

  /** A deleted record stays in its sets, so that whoever harvests one of them learns of it. */
  private static final String PUT =
      """
      insert into opendata.rendering (format, record, stamp, kind, deleted, sets, specs, xml)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (format, record) do update
      set stamp = excluded.stamp, kind = excluded.kind, deleted = excluded.deleted,
        xml = excluded.xml,
        sets = case when excluded.deleted then rendering.sets else excluded.sets end,
        specs = case when excluded.deleted then rendering.specs else excluded.specs end""";

  private static final int BATCH = 200;

  private final JdbcTemplate jdbc;
  private final Publisher publisher;

  Renderings(JdbcTemplate jdbc, Publisher publisher) {
    this.jdbc = jdbc;
    this.publisher = publisher;
  }

  /** One form of one record. */
  record Rendering(
      Format format,
      UUID record,
      long stamp,
      String kind,
      boolean deleted,
      Sets sets,
      String xml) {}

  /** A live record in each of its forms. */
  List<Rendering> live(Described record, Collection<String> sets) {
    Sets places = Sets.of(sets, record.sources());
    List<Rendering> all = new ArrayList<>();
    for (Format format : Format.values()) {
      if (format.gives(record.kind())) {
        String about = Provenance.of(record);
        all.add(
            new Rendering(
                format,
                record.id(),
                micros(record.changedAt()),
                record.kind(),
                false,
                places,
                "<metadata>" + xml(format, record) + "</metadata>" + about));
      }
    }
    return all;
  }

  /** A record that is no longer public, in the forms that it once had. */
  List<Rendering> gone(UUID record, String kind, Instant at, Collection<String> sets) {
    Sets places = Sets.of(sets, List.of());
    List<Rendering> all = new ArrayList<>();
    for (Format format : Format.values()) {
      if (format.gives(kind)) {
        all.add(new Rendering(format, record, micros(at), kind, true, places, ""));
      }
    }
    return all;
  }

  private String xml(Format format, Described record) {
    return switch (format) {
      case DUBLIN_CORE -> DublinCore.of(record);
      case DATACITE -> DataCite.of(record, publisher.name());
      case OPENAIRE -> OpenAire.of(record, publisher.name());
    };
  }

  void write(List<Rendering> renderings) {
    Map<String, String> names = new LinkedHashMap<>();
    renderings.forEach(rendering -> names.putAll(rendering.sets().names()));
    jdbc.batchUpdate(
        """
        insert into opendata.oai_set (spec, name) values (?, ?)
        on conflict (spec) do update set name = excluded.name
        where oai_set.name <> excluded.name""",
        names.entrySet().stream()
            .map(each -> new Object[] {each.getKey(), each.getValue()})
            .toList());
    jdbc.batchUpdate(PUT, renderings, BATCH, Renderings::fill);
  }

  private static void fill(PreparedStatement row, Rendering rendering) throws SQLException {
    row.setString(1, rendering.format().prefix());
    row.setObject(2, rendering.record());
    row.setLong(3, rendering.stamp());
    row.setString(4, rendering.kind());
    row.setBoolean(5, rendering.deleted());
    row.setArray(
        6, row.getConnection().createArrayOf("text", rendering.sets().names().keySet().toArray()));
    row.setString(7, rendering.sets().specs());
    row.setString(8, rendering.xml());
  }

  void empty() {
    jdbc.update("delete from opendata.rendering");
  }

  private static long micros(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
  }
}
