package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Walks every road to its end as a visitor does and says what it gave of which record. */
final class Roads {

  static final String FIELDS =
      "url,position,modified,kind,handle,path,title,state,publishedAt,checkedOn,identifiers,"
          + "facts,participations,sources,origins,claims";

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern TOKEN = Pattern.compile("<resumptionToken[^>]*>([^<]+)</");
  private static final Pattern HEADER =
      Pattern.compile("<header( status=\"deleted\")?><identifier>[^<]*:(" + ID + ")</identifier>");

  private final MockMvcTester mvc;
  private final JsonMapper json;

  Roads(MockMvcTester mvc, JsonMapper json) {
    this.mvc = mvc;
    this.json = json;
  }

  /** What a road gave: texts of live records by id, and the ids of those that it calls gone. */
  record Given(Map<String, String> live, Set<String> gone) {
    Given() {
      this(new TreeMap<>(), new TreeSet<>());
    }

    Set<String> ids() {
      return live.keySet();
    }
  }

  Map<String, JsonNode> api() {
    Map<String, JsonNode> found = new HashMap<>();
    String next = "/api/v1/records?limit=50&fields=" + FIELDS;
    while (next != null) {
      JsonNode page = json.readTree(text(next));
      page.path("records").forEach(r -> found.put(r.path("id").asString(), r));
      next = page.has("next") ? path(page.path("next").asString()) : null;
    }
    return found;
  }

  Map<String, JsonNode> changes(Set<String> gone) {
    Map<String, JsonNode> found = new HashMap<>();
    JsonNode page = json.readTree(text("/api/v1/changes?records=true&limit=90"));
    while (true) {
      for (JsonNode change : page.path("changes")) {
        String id = change.path("id").asString();
        if (change.path("deleted").asBoolean()) {
          gone.add(id);
        } else {
          found.put(id, change.path("record"));
        }
      }
      if (!page.path("more").asBoolean()) {
        return found;
      }
      page = json.readTree(text(path(page.path("next").asString())));
    }
  }

  /** The search of the API, page by page, with what it counts. */
  Map<String, JsonNode> search() {
    Map<String, JsonNode> found = new HashMap<>();
    String next = "/api/v1/search?sort=title&limit=50&fields=" + FIELDS;
    while (next != null) {
      JsonNode page = json.readTree(text(next));
      page.path("records").forEach(r -> found.put(r.path("id").asString(), r));
      next = page.has("next") ? path(page.path("next").asString()) : null;
    }
    return found;
  }

  Map<String, JsonNode> lines(String text) {
    Map<String, JsonNode> found = new HashMap<>();
    text.lines().map(json::readTree).forEach(r -> found.put(r.path("id").asString(), r));
    return found;
  }

  /** A table of a dump by its ids. */
  Given csv(String path) throws IOException {
    Given given = new Given();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(unpacked(path))) {
      rows.forEach(row -> given.live().put(row.getField("id"), row.toString()));
    }
    return given;
  }

  Given parquet(String path) throws Exception {
    Path file = Files.createTempFile("records", ".parquet");
    Files.write(file, bytes(path));
    Given given = new Given();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery("select id, r::text from '" + file + "' r")) {
      while (rows.next()) {
        given.live().put(rows.getString(1), rows.getString(2));
      }
    } finally {
      Files.delete(file);
    }
    return given;
  }

  Given workbook(String path) throws IOException {
    Given given = new Given();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes(path)))) {
      book.getFirstSheet().read().stream()
          .skip(1)
          .forEach(row -> given.live().put(row.getCellText(0), row.toString()));
    }
    return given;
  }

  /** N-Triples: what has a type and a name below {@code /id/}. */
  Given triples(String path) throws IOException {
    Given given = new Given();
    Pattern subject = Pattern.compile("<[^>]*/id/(" + ID + ")[#>].*");
    unpacked(path)
        .lines()
        .forEach(
            line -> {
              Matcher about = subject.matcher(line);
              if (about.matches()) {
                given.live().merge(about.group(1), line, (one, other) -> one + "\n" + other);
              }
            });
    return given;
  }

  Given sitemap(Map<String, String> idsByPath) {
    Given given = new Given();
    Matcher part = Pattern.compile("(/sitemaps/[^<]+)</loc>").matcher(text("/sitemap.xml"));
    while (part.find()) {
      if (!part.group(1).endsWith("pages.xml")) {
        Matcher place = Pattern.compile("<loc>([^<]+)</loc>").matcher(text(part.group(1)));
        while (place.find()) {
          given.live().put(id(place.group(1), idsByPath), place.group());
        }
      }
    }
    return given;
  }

  /** A table of what a search finds, by the address of each row. */
  Given table(String address, Map<String, String> idsByPath) throws IOException {
    Given given = new Given();
    if (address.startsWith("/grid.csv")) {
      try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(address))) {
        rows.forEach(
            row -> given.live().put(id(row.getField("address"), idsByPath), row.toString()));
      }
    } else if (address.startsWith("/grid.json")) {
      JsonNode all = json.readTree(text(address));
      all.path("records")
          .forEach(
              r -> given.live().put(id(r.path("address").asString(), idsByPath), r.toString()));
      assertThat(all.path("total").asInt()).isEqualTo(given.live().size());
    } else {
      try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes(address)))) {
        book.getFirstSheet().read().stream()
            .skip(1)
            .forEach(
                row ->
                    given
                        .live()
                        .put(
                            id(row.getCellText(row.getCellCount() - 1), idsByPath),
                            row.toString()));
      }
    }
    return given;
  }

  /** All that a harvester gets in a format. */
  Given harvest(String format) {
    Given given = new Given();
    String query = "verb=ListRecords&metadataPrefix=" + format;
    while (query != null) {
      String answer = text("/oai?" + query);
      for (String record : answer.split("<record>", -1)) {
        Matcher header = HEADER.matcher(record);
        if (header.find()) {
          take(given, header, record);
        }
      }
      Matcher token = TOKEN.matcher(answer);
      query = token.find() ? "verb=ListRecords&resumptionToken=" + token.group(1) : null;
    }
    return given;
  }

  /** What comes later in a harvest is what holds. */
  private static void take(Given given, Matcher header, String record) {
    String id = header.group(2);
    if (header.group(1) != null) {
      given.gone().add(id);
      given.live().remove(id);
    } else {
      given.gone().remove(id);
      given.live().put(id, record);
    }
  }

  Given sparql() {
    Given given = new Given();
    String query =
        "SELECT ?s ?p ?o WHERE { ?s ?p ?o . { SELECT DISTINCT ?s WHERE { ?s"
            + " <http://purl.org/dc/terms/identifier> ?i } ORDER BY ?s LIMIT 100 OFFSET %d } }";
    Pattern subject = Pattern.compile("[^,]*/id/(" + ID + ")[,\"].*");
    int size = -1;
    for (int offset = 0; given.live().size() > size; offset += 100) {
      size = given.live().size();
      String asked = encoded(query.formatted(offset));
      text("/sparql?format=csv&query=" + asked)
          .lines()
          .forEach(
              line -> {
                Matcher about = subject.matcher(line);
                if (about.matches()) {
                  given.live().merge(about.group(1), line, (one, other) -> one + "\n" + other);
                }
              });
    }
    return given;
  }

  /** For a parameter; blanks as {@code %20}, which everything takes apart alike. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String id(String address, Map<String, String> idsByPath) {
    return idsByPath.getOrDefault(path(address), address);
  }

  static String path(String address) {
    return address.replaceFirst("^https?://[^/]+", "");
  }

  String unpacked(String path) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes(path)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String path) {
    MockHttpServletResponse answer = answer(path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsByteArray();
  }

  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  MockHttpServletResponse answer(String path) {
    return mvc.get().uri(URI.create(path)).exchange().getResponse();
  }
}
