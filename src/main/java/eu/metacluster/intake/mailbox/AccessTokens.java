package eu.metacluster.intake.mailbox;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for the mailbox (OAuth 2): asked for with a refresh token where there is one, else
 * with the client's own secret, and used until shortly before they run out.
 */
@Component
class AccessTokens {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long USUAL_SECONDS = 300;
  private static final long EARLY_SECONDS = 60;
  private static final int OK = 200;

  private final MailboxSettings settings;
  private @Nullable String token;
  private @Nullable String refresh;
  private Instant end = Instant.MIN;

  AccessTokens(MailboxSettings settings) {
    this.settings = settings;
  }

  /**
   * A token that is good now.
   *
   * @throws MessagingException when none is given
   */
  synchronized String token() throws MessagingException {
    String known = token;
    if (known != null && Instant.now().isBefore(end)) {
      return known;
    }
    String fresh = ask();
    token = fresh;
    return fresh;
  }

  /** The mailbox did not take it: the next one is asked for anew. */
  synchronized void forget() {
    token = null;
  }

  private String ask() throws MessagingException {
    Map<String, String> form = new LinkedHashMap<>();
    String secret = refresh == null ? settings.refreshToken() : refresh;
    form.put("grant_type", secret.isEmpty() ? "client_credentials" : "refresh_token");
    form.put("refresh_token", secret);
    form.put("client_id", settings.clientId());
    form.put("client_secret", settings.clientSecret());
    form.put("scope", settings.scope());
    form.values().removeIf(String::isEmpty);
    JsonNode answer = post(form);
    String given = answer.path("access_token").asString("");
    if (given.isEmpty()) {
      throw new MessagingException("the token endpoint gave no token");
    }
    String next = answer.path("refresh_token").asString("");
    refresh = next.isEmpty() ? refresh : next;
    long seconds = answer.path("expires_in").asLong(USUAL_SECONDS);
    end = Instant.now().plusSeconds(Math.max(seconds - EARLY_SECONDS, seconds / 2));
    return given;
  }

  private JsonNode post(Map<String, String> form) throws MessagingException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.tokenEndpoint()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new MessagingException("the token endpoint answered " + answer.statusCode());
      }
      return JsonMapper.shared().readTree(answer.body());
    } catch (IOException | JacksonException e) {
      throw new MessagingException("the token endpoint cannot be asked: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MessagingException("stopped");
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
