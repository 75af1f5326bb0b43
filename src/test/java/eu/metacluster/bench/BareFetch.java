package eu.metacluster.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The peers: a loop over the JDK's client that parses nothing, and one that goes over each event.
 */
final class BareFetch {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private BareFetch() {}

  /**
   * Seconds for all pages, each host in turn with its own pages and the same gap as the product.
   */
  static double pages(List<URI> pages, Duration gap) throws Exception {
    Map<String, List<URI>> hosts = new LinkedHashMap<>();
    pages.forEach(p -> hosts.computeIfAbsent(p.getAuthority(), h -> new ArrayList<>()).add(p));
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (List<URI> host : hosts.values()) {
        all.add(threads.submit(() -> host(host, gap)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void host(List<URI> pages, Duration gap) {
    try {
      long next = System.nanoTime();
      for (URI page : pages) {
        Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
        next = System.nanoTime() + gap.toNanos();
        CLIENT.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Seconds to download a list record by record and go over every event. */
  static double records(URI repository) throws Exception {
    long begin = System.nanoTime();
    String token = "";
    do {
      String more = token.isEmpty() ? "&metadataPrefix=oai_dc" : "&resumptionToken=" + token;
      URI page = URI.create(repository + "?verb=ListRecords" + more);
      try (InputStream in =
          CLIENT
              .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofInputStream())
              .body()) {
        token = token(in);
      }
    } while (!token.isEmpty());
    return (System.nanoTime() - begin) / 1e9;
  }

  private static String token(InputStream in) throws XMLStreamException {
    XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(in);
    String token = "";
    while (reader.hasNext()) {
      boolean start = reader.next() == XMLStreamConstants.START_ELEMENT;
      if (start && reader.getLocalName().equals("resumptionToken")) {
        token = reader.getElementText();
      }
    }
    return token;
  }
}
