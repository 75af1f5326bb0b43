package eu.metacluster.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * The limit for pages: the JDK's own server on virtual threads, which answers with bytes that it
 * fetched from the product beforehand. In a process of its own, until its input ends.
 */
final class BareServer {

  private BareServer() {}

  /** Arguments: a file with the product's addresses, the port to answer on. */
  public static void main(String[] args) throws Exception {
    Map<String, byte[]> pages = new HashMap<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String line : Files.readAllLines(Path.of(args[0]))) {
        URI page = URI.create(line);
        pages.put(
            page.getPath(),
            client
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body());
      }
    }
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          byte[] body = pages.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
          exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
          exchange.sendResponseHeaders(200, body.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    server.start();
    System.out.println("bare ready 1");
    System.in.read();
    System.exit(0);
  }
}
