package eu.metacluster.discovery.index;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server named by {@code metacluster.search.opensearch}, over HTTP. What may be wrong with it
 * comes as {@link Away}: it does not answer, or says that it cannot now. Anything else that it
 * refuses is a fault of ours.
 */
final class OpenSearchServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(20);
  private static final int WHO = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int FAULT = 500;
  private static final int UNAVAILABLE = 503;
  private static final int TRIES = 4;
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String NEXT_PIECE = "/_search/scroll";
  private static final int LONGEST_REASON = 600;

  private final URI address;
  private final @Nullable String authorization;
  private final HttpClient client;

  /** The server does not answer now. */
  static final class Away extends IOException {
    private static final long serialVersionUID = 1L;

    Away(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** A server whose certificate, when it has one, is signed by an authority that all know. */
  OpenSearchServer(String address) {
    this(address, null);
  }

  /**
   * @param address such as {@code http://host:9200}, or with {@code name:password@} before the host
   * @param trust whose certificates are taken for true; null for those that all know
   */
  OpenSearchServer(String address, @Nullable SSLContext trust) {
    HttpClient.Builder made =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING);
    this.client = trust == null ? made.build() : made.sslContext(trust).build();
    URI given = URI.create(address.strip().replaceAll("/+$", "") + "/");
    if (given.getHost() == null) {
      throw new IllegalArgumentException(
          "metacluster.search.opensearch is not the address of a server, such as http://host:9200");
    }
    String who = given.getUserInfo();
    this.authorization =
        who == null
            ? null
            : "Basic " + Base64.getEncoder().encodeToString(who.getBytes(StandardCharsets.UTF_8));
    this.address =
        URI.create(
            given.getScheme()
                + "://"
                + given.getHost()
                + (given.getPort() < 0 ? "" : ":" + given.getPort())
                + given.getRawPath());
  }

  /** The address without a password. */
  URI address() {
    return address;
  }

  /** Asks with a body of JSON, or without one; a missing thing is an empty answer. */
  JsonNode ask(String method, String path, @Nullable Object body) throws IOException {
    byte[] sent = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    return send(method, path, "application/json", sent);
  }

  /** Asks with lines of JSON. */
  JsonNode lines(String path, byte[] lines) throws IOException {
    return send("POST", path, "application/x-ndjson", lines);
  }

  /** The answers to several searches in one, in their order. */
  List<JsonNode> searches(String index, List<Map<String, Object>> searches) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Map<String, Object> search : searches) {
      lines.append("{\"ignore_unavailable\":true}\n").append(line(search));
    }
    byte[] body = lines.toString().getBytes(StandardCharsets.UTF_8);
    JsonNode answers = lines("/" + index + "/_msearch", body).path("responses");
    for (int tried = 1; anyPassing(answers) && tried < TRIES; tried++) {
      pause(tried);
      answers = lines("/" + index + "/_msearch", body).path("responses");
    }
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode answer : answers) {
      int status = answer.path("status").asInt(0);
      if (status >= FAULT || status == TOO_MANY) {
        throw new Away(reason(answer), null);
      }
      if (status != NOT_FOUND && answer.has("error")) {
        throw new IOException(reason(answer));
      }
      found.add(answer);
    }
    return found;
  }

  private static boolean anyPassing(JsonNode answers) {
    for (JsonNode answer : answers) {
      if (passing(answer.path("status").asInt(0))) {
        return true;
      }
    }
    return false;
  }

  /** What is done with a piece; says whether the next one is wanted. */
  interface Piece {
    boolean taken(JsonNode answer) throws IOException;
  }

  /** Hands over all that a search finds, in pieces of its size. */
  void scroll(String index, Map<String, Object> search, Piece piece) throws IOException {
    String path = "/" + index + "/_search?ignore_unavailable=true&scroll=2m";
    JsonNode answer = ask("POST", path, search);
    while (answer.path("hits").path("hits").size() > 0 && piece.taken(answer)) {
      Object next = Map.of("scroll", "2m", "scroll_id", answer.path("_scroll_id").asString());
      answer = ask("POST", NEXT_PIECE, next);
      if (answer.has("error")) {
        throw new Away("the index was thrown away while it was read", null);
      }
    }
    if (answer.has("_scroll_id")) {
      Object last = Map.of("scroll_id", answer.path("_scroll_id").asString());
      ask("DELETE", NEXT_PIECE, last);
    }
  }

  /** One line of JSON. */
  static String line(Object value) {
    return JSON.writeValueAsString(value) + "\n";
  }

  private JsonNode send(String method, String path, String type, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path.substring(1)))
            .timeout(ANSWERING)
            .header("Content-Type", type)
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    boolean again = !path.startsWith(NEXT_PIECE);
    HttpResponse<byte[]> answer = exchange(request.build());
    for (int tried = 1; again && passing(answer.statusCode()) && tried < TRIES; tried++) {
      pause(tried);
      answer = exchange(request.build());
    }
    return read(method + " " + path, answer);
  }

  private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the search server was asked");
    } catch (IOException e) {
      throw new Away(address + " does not answer: " + e, e);
    }
  }

  /** Whether it says no for a moment only, as while an index takes the place of another. */
  private static boolean passing(int status) {
    return status == UNAVAILABLE || status == TOO_MANY;
  }

  private static void pause(int tried) throws IOException {
    try {
      Thread.sleep(PAUSE.multipliedBy(tried));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the search server was waited for");
    }
  }

  private JsonNode read(String what, HttpResponse<byte[]> answer) throws IOException {
    int status = answer.statusCode();
    if (status >= FAULT || status == TOO_MANY) {
      throw new Away(address + " answers " + status, null);
    }
    if (status == WHO || status == FORBIDDEN) {
      throw new Away(address + " does not let us in: are name and password right?", null);
    }
    JsonNode body;
    try {
      body = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
    } catch (JacksonException e) {
      throw new IOException(address + " does not answer as OpenSearch does", e);
    }
    if (status >= 400 && status != NOT_FOUND) {
      throw new IOException(what + " was answered with " + status + ": " + reason(body));
    }
    return body;
  }

  private static String reason(JsonNode answer) {
    String reason = answer.path("error").toString();
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
  }

  @Override
  public void close() {
    client.close();
  }
}
