package eu.metacluster.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many small web sites and one large repository on loopback, in a process of its own: each address
 * from 127.0.0.0/8 is a host. It notes how close together the requests of each host came.
 */
final class SiteServer {

  private static final int SET = 1_000;
  private static final Map<String, AtomicLong> LAST = new ConcurrentHashMap<>();
  private static final AtomicLong CLOSEST = new AtomicLong(Long.MAX_VALUE);

  private SiteServer() {}

  /** Argument: how many records the repository has. Says its port. */
  public static void main(String[] args) throws IOException {
    int records = Integer.parseInt(args[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress(0), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/robots.txt", exchange -> send(exchange, 404, "text/plain", ""));
    server.createContext("/page", SiteServer::page);
    server.createContext("/closest", SiteServer::closest);
    server.createContext("/oai", exchange -> records(exchange, records));
    server.start();
    System.out.println("server port " + server.getAddress().getPort());
  }

  private static void page(HttpExchange exchange) throws IOException {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    long now = System.nanoTime();
    long before = LAST.computeIfAbsent(host, h -> new AtomicLong()).getAndSet(now);
    if (before > 0) {
      CLOSEST.accumulateAndGet(now - before, Math::min);
    }
    String name = host + exchange.getRequestURI();
    String text = "A study of precision oncology at " + name + ". ";
    send(
        exchange,
        200,
        "text/html; charset=utf-8",
        "<!doctype html><html lang='en'><head><title>Page %s</title><meta name='description' content='About %s'></head><body><nav><a href='/'>Home</a></nav><main><h1>Page %s</h1><p>%s</p></main></body></html>"
            .formatted(name, name, name, text.repeat(40)));
  }

  /** Milliseconds between the two closest requests to one host since the last time one asked. */
  private static void closest(HttpExchange exchange) throws IOException {
    long nanos = CLOSEST.getAndSet(Long.MAX_VALUE);
    LAST.clear();
    send(exchange, 200, "text/plain", String.valueOf(nanos / 1_000_000));
  }

  private static void records(HttpExchange exchange, int records) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String head =
        "<?xml version='1.0' encoding='UTF-8'?><OAI-PMH xmlns='http://www.openarchives.org/OAI/2.0/'><responseDate>2026-03-01T00:00:00Z</responseDate><request>http://localhost/oai</request>";
    if (query.contains("verb=Identify")) {
      send(
          exchange,
          200,
          "text/xml",
          head
              + "<Identify><repositoryName>Bench</repositoryName><baseURL>http://localhost/oai</baseURL><protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail><earliestDatestamp>2020-01-01T00:00:00Z</earliestDatestamp><deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DDThh:mm:ssZ</granularity></Identify></OAI-PMH>");
      return;
    }
    int at = query.indexOf("resumptionToken=");
    int first = at < 0 ? 0 : Integer.parseInt(query.substring(at + "resumptionToken=".length()));
    StringBuilder list = new StringBuilder(head).append("<ListRecords>");
    for (int i = first; i < Math.min(records, first + SET); i++) {
      record(list, i);
    }
    int next = first + SET;
    list.append("<resumptionToken>")
        .append(next < records ? next : "")
        .append("</resumptionToken>");
    send(exchange, 200, "text/xml", list.append("</ListRecords></OAI-PMH>").toString());
  }

  private static void record(StringBuilder list, int i) {
    list.append(
        """
        <record><header><identifier>oai:bench:%d</identifier><datestamp>2025-06-01T00:00:00Z</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Molecular profiling in cohort %d</dc:title><dc:creator>Author, A%d</dc:creator><dc:creator>Writer, B%d</dc:creator><dc:subject>precision oncology</dc:subject><dc:description>We profiled tumours of cohort %d with panel sequencing and followed the patients for three years; actionable alterations were found in a third of them and discussed in a molecular tumour board.</dc:description><dc:publisher>Bench</dc:publisher><dc:date>2025-0%d-11</dc:date><dc:type>info:eu-repo/semantics/article</dc:type><dc:identifier>https://doi.org/10.5555/bench.%d</dc:identifier><dc:language>eng</dc:language><dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights></oai_dc:dc></metadata></record>
        """
            .formatted(i, i, i, i, i, i % 9 + 1, i));
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
