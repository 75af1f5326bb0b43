package eu.metacluster.discovery.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks the chat completions format, as far as a test wants it to. */
final class ChatOfTests implements AutoCloseable {

  private final HttpServer server;
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  final List<@Nullable String> keys = Collections.synchronizedList(new ArrayList<>());
  volatile int status = 200;
  volatile String body = "";
  volatile long pause;

  ChatOfTests() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::answer);
    server.createContext("/elsewhere", exchange -> asked.add("followed a redirect"));
    server.start();
  }

  /** What a server answers in this format. */
  void says(String content) {
    body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "id",
                    "chatcmpl-1",
                    "object",
                    "chat.completion",
                    "choices",
                    List.of(
                        Map.of(
                            "index",
                            0,
                            "message",
                            Map.of("role", "assistant", "content", content),
                            "finish_reason",
                            "stop"))));
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(status, 0);
      for (int i = 0; i < bytes.length; i += pause > 0 ? 1 : bytes.length) {
        exchange.getResponseBody().write(bytes, i, pause > 0 ? 1 : bytes.length);
        exchange.getResponseBody().flush();
        if (pause > 0) {
          java.util.concurrent.locks.LockSupport.parkNanos(pause);
        }
      }
    } catch (IOException e) {
      // whoever asked has gone
      asked.add("broken off");
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
