package eu.metacluster.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A web server on loopback that answers with what a test lays down. */
public final class Loopback implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, HttpHandler> pages = new ConcurrentHashMap<>();

  /** Path and query of each request, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  public Loopback() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    asked.add(uri.toString());
    HttpHandler page = pages.get(uri.toString());
    page = page == null ? pages.get(uri.getPath()) : page;
    if (page == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    } else {
      page.handle(exchange);
    }
  }

  /** The address of a path here. */
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Answers a path (with its query, or without any) as a handler does. */
  public Loopback on(String path, HttpHandler handler) {
    pages.put(path, handler);
    return this;
  }

  /** Answers with a body. */
  public Loopback on(String path, String mediaType, byte[] body) {
    return on(path, exchange -> send(exchange, 200, mediaType, body));
  }

  /** Answers with a file as it lies on the disk. */
  public Loopback on(String path, String mediaType, Path file) throws IOException {
    return on(path, mediaType, Files.readAllBytes(file));
  }

  /** Sends a whole answer. */
  public static void send(HttpExchange exchange, int status, String mediaType, byte[] body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
