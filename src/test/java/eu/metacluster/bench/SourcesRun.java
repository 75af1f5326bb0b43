package eu.metacluster.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.runs.SourceBench;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sources over the network on loopback: many small sites, a large repository, a register. Runs in a
 * JVM of its own with the product's settings, the servers in another.
 */
final class SourcesRun {

  private static final int HOSTS = 500;
  private static final int PAGES = 20;
  private static final int RECORDS = 100_000;

  /** The first two warm both sides up; what counts is the median. */
  private static final int SITE_ROUNDS = 5;

  private static final Duration GAP = Duration.ofMillis(100);

  private final Path folder;
  private final int port;
  private final Heap heap = Heap.watch();

  private SourcesRun(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Arguments: a folder to work in, the servers' port, the register as CSV. */
  public static void main(String[] args) throws Exception {
    new SourcesRun(Path.of(args[0]), Integer.parseInt(args[1])).measure(Path.of(args[2]));
    System.exit(0);
  }

  private void measure(Path register) throws Exception {
    List<URI> pages = ManySites.pages(port, HOSTS, PAGES);
    try (Product product =
        Product.with(
            Files.createDirectories(folder.resolve("data")),
            context ->
                context.getBeanFactory().registerSingleton("manySites", new ManySites(pages)),
            "--metacluster.fetch.allow-loopback=true",
            "--metacluster.model.quiet-seconds=1000000")) {
      SourceBench bench = product.sources();
      sites(bench, pages);
      repository(product, bench);
      register(product, bench, register);
    }
  }

  private void sites(SourceBench bench, List<URI> pages) throws Exception {
    for (int round = 0; round < SITE_ROUNDS; round++) {
      long source = bench.add("bench-sites", "http://127.0.0.1:" + port + "/" + round, GAP);
      closest();
      say("sites-product", bench.run(source, pages.size()));
      say("sites-closest", closest());
      say("sites-peer", BareFetch.pages(pages, GAP));
      say("sites-again", bench.run(source, pages.size()));
      say("sites-live", Heap.live());
    }
    say("sites-heap", heap.committedMost());
  }

  private void repository(Product product, SourceBench bench) throws Exception {
    String oai = "http://127.0.0.1:" + port + "/oai";
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    for (int round = 0; round < 3; round++) {
      say("oai-read", bench.read("oai-pmh", oai, scratch));
      say("oai-peer", BareFetch.records(URI.create(oai)));
    }
    long source = bench.add("oai-pmh", oai, Duration.ZERO);
    say("oai-run", bench.run(source, RECORDS));
    say("oai-copy", copy(product.bean(DataSource.class)));
    product.catchUp();
    long claims = product.claims();
    say("oai-again", bench.run(source, RECORDS));
    say("oai-claims", product.claims() - claims);
    say("oai-heap", heap.committedMost());
  }

  /** Seconds in which the database alone takes in the same claims, without key and index. */
  private double copy(DataSource database) throws Exception {
    Path rows = folder.resolve("claims.copy");
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
      try (OutputStream out = Files.newOutputStream(rows)) {
        copies.copyOut("copy grid.claim to stdout", out);
      }
      statement.execute("create table plain_claim as select * from grid.claim with no data");
      long begin = System.nanoTime();
      try (InputStream in = Files.newInputStream(rows)) {
        copies.copyIn("copy plain_claim from stdin", in, 1 << 16);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      statement.execute("drop table plain_claim");
      return seconds;
    }
  }

  private void register(Product product, SourceBench bench, Path csv) throws IOException {
    Path dump = folder.resolve("ror.jsonl");
    List<Finding> known = new ArrayList<>();
    int all = dump(csv, dump, known);
    long own = product.bean(Sources.class).register("Bench", 90, null, null);
    for (int i = 0; i < known.size(); i += 1_000) {
      product
          .bean(Intake.class)
          .accept(
              new Origin(own, 1_000_000, Instant.now()),
              known.subList(i, Math.min(known.size(), i + 1_000)));
    }
    long source = bench.add("ror-dump", dump.toString(), Duration.ZERO);
    say("ror-records", all);
    say("ror-known", known.size());
    say("ror-run", bench.run(source, all));
  }

  /** Writes the register's rows as its records; every second organisation is on the grid before. */
  private static int dump(Path csv, Path dump, List<Finding> known) throws IOException {
    StringBuilder lines = new StringBuilder();
    int count = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new BufferedReader(
                    new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(csv)), StandardCharsets.UTF_8)))) {
      for (NamedCsvRecord row : rows) {
        lines.append(line(row)).append('\n');
        if (count++ % 2 == 0) {
          Facts facts = new Facts();
          facts.identify(Scheme.ROR, row.getField("ror"));
          facts.add(Field.TITLE, row.getField("name"));
          known.add(
              facts.sealed(RecordKind.ORGANISATION, row.getField("ror"), new Locator(0, 0, 0)));
        }
      }
    }
    Files.writeString(dump, lines);
    return count;
  }

  private static String line(NamedCsvRecord row) {
    record Name(String value, List<String> types) {}
    record Details(String country_code, String name) {}
    record Location(Details geonames_details) {}
    record Line(
        String id, String status, List<Name> names, List<Location> locations, List<String> types) {}
    List<Name> names = new ArrayList<>();
    names.add(new Name(row.getField("name"), List.of("ror_display", "label")));
    for (String alias : row.getField("aliases").split("\\|", -1)) {
      names.add(new Name(alias, List.of("alias")));
    }
    String id = row.getField("ror").replace("https://ror.org/", "");
    return JsonMapper.shared()
        .writeValueAsString(
            new Line(
                "https://ror.org/" + id,
                "active",
                names,
                List.of(
                    new Location(new Details(row.getField("country_code"), row.getField("city")))),
                List.of(row.getField("types"))));
  }

  private double closest() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/closest");
    String millis =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    return Double.parseDouble(millis);
  }

  private static void say(String name, Object value) {
    System.out.println("sources " + name + " " + value);
  }
}
