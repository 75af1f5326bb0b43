package eu.metacluster.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.core.env.Environment;

/**
 * Harvests 100,000 records by OAI-PMH over loopback, beside {@code COPY … TO STDOUT} of the same
 * rows. In a JVM of its own with the product's settings, the harvester in it too.
 */
final class OaiRun {

  private static final int RECORDS = 100_000;
  private static final Pattern TOKEN =
      Pattern.compile("<resumptionToken[^>]*>([^<]+)</resumptionToken>");
  private static final byte[] RECORD = "<record>".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = 2_000;

  private OaiRun() {}

  /** Arguments: the data folder, how often; {@code fill} as a third one fills it instead. */
  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    try (Product product = Product.start(data)) {
      DataSource source = product.bean(DataSource.class);
      if (args.length > 2) {
        fill(source, data);
      } else {
        measure(product, source, Integer.parseInt(args[1]));
      }
    }
    System.exit(0);
  }

  private static void measure(Product product, DataSource source, int rounds) throws Exception {
    String base =
        "http://localhost:"
            + product.bean(Environment.class).getProperty("local.server.port")
            + "/oai?verb=ListRecords&";
    Heap heap = Heap.watch();
    for (int round = 0; round <= rounds; round++) {
      long begin = System.nanoTime();
      long cpu = processor();
      long records = harvest(base);
      double rate = records / ((System.nanoTime() - begin) / 1e9);
      System.out.println(round + " processor " + records / ((processor() - cpu) / 1e9));
      if (records != RECORDS) {
        throw new IOException(records + " records");
      }
      // the first harvest of a process is the cold one
      System.out.println((round == 0 ? "1 cold " : round + " warm ") + rate);
      System.out.println(round + " copy " + RECORDS / copy(source));
    }
    System.out.println("1 heap " + heap.keptMost());
  }

  /** Nanoseconds that this process has had of the processors, the harvester's own included. */
  private static long processor() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long harvest(String base) throws IOException, InterruptedException {
    long records = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      String query = "metadataPrefix=oai_dc";
      byte[] buffer = new byte[1 << 16];
      while (!query.isEmpty()) {
        HttpResponse<InputStream> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(base + query)).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        Counted counted = count(answer.body(), buffer);
        records += counted.records();
        Matcher token = TOKEN.matcher(counted.tail());
        query = token.find() ? "resumptionToken=" + token.group(1) : "";
      }
    }
    return records;
  }

  private record Counted(long records, String tail) {}

  private static Counted count(InputStream in, byte[] buffer) throws IOException {
    long records = 0;
    int matched = 0;
    byte[] tail = new byte[TAIL];
    long size = 0;
    try (in) {
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          byte b = buffer[i];
          matched = b == RECORD[matched] ? matched + 1 : b == RECORD[0] ? 1 : 0;
          if (matched == RECORD.length) {
            records++;
            matched = 0;
          }
        }
        for (int i = Math.max(0, read - TAIL); i < read; i++) {
          tail[(int) ((size + i) % TAIL)] = buffer[i];
        }
        size += read;
      }
    }
    StringBuilder text = new StringBuilder();
    for (long i = Math.max(0, size - TAIL); i < size; i++) {
      text.append((char) (tail[(int) (i % TAIL)] & 0x7F));
    }
    return new Counted(records, text.toString());
  }

  /** Seconds in which the database alone gives the same rows away. */
  private static double copy(DataSource source) throws Exception {
    try (Connection connection = source.getConnection()) {
      long begin = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(
              "copy (select record, stamp, specs, xml from opendata.rendering"
                  + " where format = 'oai_dc') to stdout",
              OutputStream.nullOutputStream());
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  /** Real titles and objectives, as often as it takes. */
  private static void fill(DataSource source, Path folder) throws Exception {
    List<String> fragments = fragments(folder);
    try (Connection connection = source.getConnection();
        PreparedStatement row =
            connection.prepareStatement(
                """
                insert into opendata.rendering
                  (format, record, stamp, kind, deleted, sets, specs, xml)
                values ('oai_dc', ?, ?, 'project', false, '{kind,kind:project}',
                  '<setSpec>kind:project</setSpec>', ?)""")) {
      for (int i = 0; i < RECORDS; i++) {
        row.setObject(1, new UUID(0x0199_0000_0000_7000L + i, 0x8000_0000_0000_0000L | i));
        row.setLong(2, 1_780_000_000_000_000L + i * 1_000L);
        row.setString(3, fragments.get(i % fragments.size()));
        row.addBatch();
        if (i % 500 == 499) {
          row.executeBatch();
        }
      }
      try (Statement statement = connection.createStatement()) {
        statement.execute("vacuum analyze opendata.rendering");
      }
    }
  }

  private static List<String> fragments(Path folder) throws IOException {
    List<String> fragments = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(Export.unpacked("project.csv", folder))) {
      for (NamedCsvRecord row : rows) {
        fragments.add(
            "<metadata><oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + element("title", row.getField("title"))
                + element("title", row.getField("acronym"))
                + element("description", row.getField("objective"))
                + element("date", row.getField("startDate"))
                + element("date", row.getField("endDate"))
                + element("type", "project")
                + element("identifier", "https://cordis.europa.eu/project/id/" + row.getField("id"))
                + "</oai_dc:dc></metadata>");
      }
    }
    return fragments;
  }

  private static String element(String name, String text) {
    return "<dc:%s>%s</dc:%s>"
        .formatted(name, text.replace("&", "&amp;").replace("<", "&lt;"), name);
  }
}
