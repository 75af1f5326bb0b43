package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.Origins;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads origins from the payloads themselves: a record's header stands before its metadata. */
@Component
class OaiOrigins implements Origins {

  private static final String CONNECTOR = "oai-pmh";

  /** The header is at the beginning. */
  private static final int ENOUGH = 8_000;

  private final JdbcClient jdbc;
  private final SnapshotBytes bytes;

  OaiOrigins(JdbcClient jdbc, SnapshotBytes bytes) {
    this.jdbc = jdbc;
    this.bytes = bytes;
  }

  @Override
  public Reader read() {
    Map<Long, String> repositories = repositories();
    return places -> {
      Map<Long, Origin> found = new HashMap<>();
      places.forEach(
          (source, at) -> {
            String base = repositories.get(source);
            Origin origin = base == null || at.snapshot() == 0 ? null : origin(base, at);
            if (origin != null) {
              found.put(source, origin);
            }
          });
      return found;
    };
  }

  private Map<Long, String> repositories() {
    Map<Long, String> found = new HashMap<>();
    jdbc.sql("select id, location from harvest.source where connector = ? and location is not null")
        .param(CONNECTOR)
        .query(
            row -> {
              found.put(row.getLong(1), row.getString(2).replaceFirst("\\?.*", ""));
            });
    return found;
  }

  private @Nullable Origin origin(String base, Finding.Locator at) {
    int length = at.length() <= 0 ? ENOUGH : Math.min(at.length(), ENOUGH);
    String text =
        new String(bytes.slice(at.snapshot(), at.offset(), length), StandardCharsets.UTF_8);
    int begin = text.indexOf('<');
    return begin < 0 ? null : header(base, text.substring(begin));
  }

  /** What could be read until the piece ends, which is seldom the end of the record. */
  private static @Nullable Origin header(String base, String record) {
    Map<String, String> said = new HashMap<>();
    try {
      Xml xml = Xml.open(new StringReader(record));
      while (xml.child()) {
        if (xml.name().equals("header")) {
          while (xml.child()) {
            said.putIfAbsent(xml.name(), xml.text());
          }
        } else if (xml.name().equals("metadata") && xml.child()) {
          said.put("namespace", xml.namespace());
          break;
        }
      }
    } catch (IOException e) {
      // what was read before the piece broke off is enough
    }
    String identifier = said.get("identifier");
    String datestamp = said.get("datestamp");
    return identifier == null || datestamp == null
        ? null
        : new Origin(
            base, identifier, datestamp, Objects.requireNonNullElse(said.get("namespace"), ""));
  }
}
