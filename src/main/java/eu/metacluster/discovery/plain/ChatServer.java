package eu.metacluster.discovery.plain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the one server that the administrator named. It is no part of the house's way out to the
 * network, which forbids addresses within the house and asks for robots.txt: this server often
 * stands beside the product, and nobody but the administrator says where it is. It follows no
 * redirect, keeps no cookie, and limits time and size.
 */
final class ChatServer {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long MOST_BYTES = 1 << 20;

  private final String key;
  private final Duration patience;

  /**
   * How to ask.
   *
   * @param key empty when the server asks for none
   * @param patience the longest time for everything
   */
  ChatServer(String key, Duration patience) {
    this.key = key;
    this.patience = patience;
  }

  String ask(URI address, String json) throws ChatException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try {
      HttpResponse<String> answer = answer(client, request(address, json));
      if (answer.statusCode() != 200) {
        throw new ChatException("MC-1674", "it answered with status " + answer.statusCode());
      }
      return answer.body();
    } finally {
      client.shutdownNow();
    }
  }

  private HttpRequest request(URI address, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    return request.build();
  }

  private HttpResponse<String> answer(HttpClient client, HttpRequest request) throws ChatException {
    CompletableFuture<HttpResponse<String>> coming =
        client.sendAsync(
            request,
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
    try {
      return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw slow();
    } catch (ExecutionException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChatException("MC-1673", "the product is being stopped");
    } finally {
      coming.cancel(true);
    }
  }

  private ChatException slow() {
    return new ChatException("MC-1673", "it took longer than " + patience.toSeconds() + " s");
  }

  private ChatException failed(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof java.net.http.HttpConnectTimeoutException) {
      return new ChatException("MC-1672", "it cannot be reached");
    }
    if (cause instanceof java.net.http.HttpTimeoutException) {
      return slow();
    }
    String what = cause instanceof IOException io ? io.getClass().getSimpleName() : "failure";
    return new ChatException("MC-1672", "it cannot be reached or broke off (" + what + ")");
  }
}
