package eu.metacluster.harvest.oai;

import com.ctc.wstx.stax.WstxInputFactory;
import com.sun.net.httpserver.HttpServer;
import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How fast a repository is read, beside a bare loop that downloads the same pages and lets StAX run
 * over them.
 */
public final class OaiPace implements AutoCloseable {

  private static final int PER_PAGE = 1000;
  private final HttpServer server;
  private final int pages;
  private final byte[] page;
  private final int at;

  /**
   * Serves a repository on loopback.
   *
   * @param records in all, a multiple of a thousand
   */
  public OaiPace(int records) throws IOException {
    pages = records / PER_PAGE;
    page = page(records);
    int mark = page.length;
    do {
      mark--;
    } while (page[mark] != '{');
    at = mark;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/oai",
        exchange -> {
          byte[] body = body(exchange.getRequestURI().toString());
          exchange.getResponseHeaders().set("Content-Type", "text/xml");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** What both readings took, and how many records each saw. */
  public record Taken(long bareNanos, long nanos, int bareRecords, int records) {

    /** Our pace as a share of the bare one. */
    public double share() {
      return (double) bareNanos / nanos;
    }
  }

  /** Reads everything in both ways. */
  public Taken measure() throws IOException, InterruptedException, XMLStreamException {
    long start = System.nanoTime();
    int bare = bare();
    long middle = System.nanoTime();
    int ours = ours();
    return new Taken(middle - start, System.nanoTime() - middle, bare, ours);
  }

  /**
   * Measures by hand.
   *
   * @param args how many records; 100,000 when nothing is said
   */
  public static void main(String[] args) throws Exception {
    try (OaiPace pace = new OaiPace(args.length == 0 ? 100_000 : Integer.parseInt(args[0]))) {
      for (int round = 0; round < 4; round++) {
        Taken taken = pace.measure();
        System.out.printf(
            "%,d records: bare %,d ms, ours %,d ms, %.0f %%%n",
            taken.records(),
            taken.bareNanos() / 1_000_000,
            taken.nanos() / 1_000_000,
            taken.share() * 100);
      }
    }
  }

  private URI at(String query) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/oai" + query);
  }

  private int bare() throws IOException, InterruptedException, XMLStreamException {
    XMLInputFactory factory = new WstxInputFactory();
    int records = 0;
    long characters = 0;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int page = 1; page <= pages; page++) {
        HttpRequest request = HttpRequest.newBuilder(at("?resumptionToken=" + page)).build();
        try (InputStream in =
            client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
          XMLStreamReader xml = factory.createXMLStreamReader(in);
          while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS) {
              characters += xml.getTextLength();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
              records += xml.getLocalName().equals("record") ? 1 : 0;
            }
          }
        }
      }
    }
    return characters > 0 ? records : 0;
  }

  private int ours() throws IOException {
    Counting counting = new Counting();
    Remotely.read(new OaiConnector(), at(""), Map.of(), counting);
    return counting.count;
  }

  /** Counts what it is given and keeps none of it. */
  private static final class Counting extends Recorder {
    private int count;

    @Override
    public void found(Finding finding) {
      count++;
    }
  }

  private byte[] body(String request) {
    if (request.contains("verb=Identify")) {
      return envelope("<Identify><granularity>YYYY-MM-DD</granularity></Identify>");
    }
    String token = request.replaceFirst(".*resumptionToken=", "");
    int number = token.matches("\\d+") ? Integer.parseInt(token) : 1;
    byte[] page = this.page.clone();
    String next = String.format("%09d", number + 1);
    byte[] mark = (number < pages ? next : " ".repeat(9)).getBytes(StandardCharsets.UTF_8);
    System.arraycopy(mark, 0, page, at, mark.length);
    return page;
  }

  private static byte[] envelope(String content) {
    String envelope =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">"
            + "<responseDate>2026-03-10T10:00:00Z</responseDate>"
            + content
            + "</OAI-PMH>";
    return envelope.getBytes(StandardCharsets.UTF_8);
  }

  /** Every page has the same records and another token, so that serving costs next to nothing. */
  private static byte[] page(int records) {
    StringBuilder list = new StringBuilder("<ListRecords>");
    for (int i = 0; i < PER_PAGE; i++) {
      list.append(RECORD.replace("{n}", String.valueOf(i)));
    }
    list.append("<resumptionToken completeListSize=\"").append(records).append("\">");
    return envelope(list.append("{________</resumptionToken></ListRecords>").toString());
  }

  private static final String RECORD =
      """
      <record><header><identifier>oai:example.org:{n}</identifier><datestamp>2026-01-01</datestamp>
      <setSpec>publications</setSpec></header><metadata>
      <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>Molecular profiles and treatment response in rare tumours, part {n}</dc:title>
      <dc:creator>Lindqvist, Anna</dc:creator><dc:creator>Müller, Jörg</dc:creator><dc:creator>Rossi, Carla</dc:creator>
      <dc:subject>precision medicine</dc:subject><dc:subject>next generation sequencing</dc:subject>
      <dc:description>We followed four hundred patients with rare tumours over three years and compared the course of the disease
      under treatments that were chosen by molecular profile with that under standard treatment. A profile could be acted upon in
      a third of the patients. Those who received a matched treatment lived longer without progression. Costs, waiting times and the
      share of failed tests are reported by centre, and the consequences for the organisation of care are discussed.</dc:description>
      <dc:publisher>University Press</dc:publisher><dc:date>2025-11-03</dc:date><dc:type>info:eu-repo/semantics/article</dc:type>
      <dc:identifier>https://doi.org/10.1234/example.{n}</dc:identifier><dc:language>eng</dc:language>
      <dc:relation>info:eu-repo/grantAgreement/EC/H2020/754923</dc:relation>
      <dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights></oai_dc:dc></metadata></record>
      """;

  @Override
  public void close() {
    server.stop(0);
  }
}
