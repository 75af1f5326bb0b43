package eu.metacluster.discovery.areas;

import eu.metacluster.discovery.map.Outline;
import eu.metacluster.shared.Nuts;
import eu.metacluster.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Eurostat's regions as GeoJSON (RFC 7946; the files {@code NUTS_RG_…_4326….geojson} of
 * GISCO, packed or not): features with {@code NUTS_ID}, {@code LEVL_CODE} and a name, in degrees.
 */
final class AreaFile {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}[A-Z0-9]{0,3}");
  private static final Pattern DEGREES = Pattern.compile(".*(4326|CRS84)$");
  private static final int MOST = 10_000;
  private static final long LARGEST = 400L << 20;
  private static final int COUNTRY = 2;

  private final Map<String, Area> areas = new LinkedHashMap<>();

  private AreaFile() {}

  /**
   * The areas that the file has on the sheet.
   *
   * @throws Refusal when it is no such file, and why
   */
  static List<Area> read(InputStream file) {
    AreaFile reading = new AreaFile();
    try (JsonParser parser = JsonMapper.shared().createParser(unpacked(file))) {
      reading.collection(parser);
    } catch (JacksonException | IOException e) {
      throw refused("format");
    }
    if (reading.areas.isEmpty()) {
      throw refused("none");
    }
    return List.copyOf(reading.areas.values());
  }

  private static InputStream unpacked(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, 1 << 16);
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return new Bounded(packed ? new GZIPInputStream(in, 1 << 16) : in, LARGEST);
  }

  private void collection(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refused("format");
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("features") && parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          feature(parser.readValueAsTree());
        }
      } else if (name.equals("crs")) {
        JsonNode crs = parser.readValueAsTree();
        if (!DEGREES.matcher(crs.path("properties").path("name").asString("4326")).matches()) {
          throw refused("degrees");
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void feature(JsonNode feature) {
    JsonNode said = feature.path("properties");
    String code = said.path("NUTS_ID").asString("");
    if (!CODE.matcher(code).matches()) {
      return;
    }
    if (areas.size() >= MOST) {
      throw refused("many");
    }
    Outline outline = new Outline();
    JsonNode geometry = feature.path("geometry");
    boolean many = geometry.path("type").asString("").equals("MultiPolygon");
    JsonNode coordinates = geometry.path("coordinates");
    for (JsonNode polygon : many ? coordinates : List.of(coordinates)) {
      for (JsonNode ring : polygon) {
        outline.ring(degrees(ring));
      }
    }
    String path = outline.path();
    String now = Nuts.current(code);
    boolean cutUp = now.length() != code.length();
    if (!path.isEmpty() && !cutUp) {
      String name = said.path("NAME_LATN").asString(said.path("NUTS_NAME").asString(code));
      areas.merge(now, new Area(now, now.length() - COUNTRY, name, path), Area::with);
    }
  }

  private static double[] degrees(JsonNode ring) {
    List<Double> all = new ArrayList<>();
    for (JsonNode point : ring) {
      double longitude = point.path(0).asDouble(Double.NaN);
      double latitude = point.path(1).asDouble(Double.NaN);
      if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
        throw refused("degrees");
      }
      all.add(longitude);
      all.add(latitude);
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Refusal refused(String why) {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1661", "discovery.areas.refused." + why);
  }
}
