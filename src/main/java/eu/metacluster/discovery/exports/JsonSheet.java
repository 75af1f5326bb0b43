package eu.metacluster.discovery.exports;

import eu.metacluster.discovery.search.Column;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.SiteAddress;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object: what was asked, how many were found, and the records with codes. */
final class JsonSheet implements Sheet {

  private final SiteAddress site;
  private final JsonGenerator json;

  JsonSheet(OutputStream stream, JsonMapper mapper, SiteAddress site, String asked, long total) {
    this.site = site;
    this.json =
        mapper.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).createGenerator(stream);
    json.writeStartObject();
    json.writeStringProperty("query", site.of(asked));
    json.writeNumberProperty("total", total);
    json.writeName("records");
    json.writeStartArray();
  }

  @Override
  public void add(Row row) {
    json.writeStartObject();
    json.writeStringProperty("address", site.of(row.path()));
    for (Column column : Column.values()) {
      Object value = column.of(row);
      if (value != null) {
        json.writeName(column.word());
        write(value);
      }
    }
    json.writeName("identifiers");
    write(row.identifiers());
    json.writeEndObject();
  }

  private void write(Object value) {
    switch (value) {
      case Integer number -> json.writeNumber(number);
      case BigDecimal money -> json.writeNumber(money);
      case List<?> many -> {
        json.writeStartArray();
        many.forEach(one -> json.writeString(String.valueOf(one)));
        json.writeEndArray();
      }
      default -> json.writeString(value.toString());
    }
  }

  @Override
  public void close() {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
