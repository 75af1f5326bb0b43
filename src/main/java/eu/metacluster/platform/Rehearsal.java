package eu.metacluster.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts, shows its public pages to itself and ends: while the JVM watches, so that it can keep
 * what it learnt in an AOT cache (JEP 514) and the product starts in a fraction of the time.
 */
@Component
@ConditionalOnProperty("metacluster.rehearse")
class Rehearsal {

  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
  private static final int PAGES = 40;

  private final Environment environment;
  private final String language;

  Rehearsal(Environment environment, @Value("${metacluster.rehearse}") String language) {
    this.environment = environment;
    this.language = language;
  }

  @EventListener(ApplicationReadyEvent.class)
  void walk() {
    String base = "http://localhost:" + environment.getProperty("local.server.port");
    Deque<String> waiting = new ArrayDeque<>(List.of("/", "/grid", "/organisations", "/map"));
    Set<String> seen = new HashSet<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!waiting.isEmpty() && seen.size() < PAGES) {
        String path = waiting.poll();
        if (seen.add(path)) {
          Matcher links = LINK.matcher(page(client, URI.create(base + path)));
          while (links.find()) {
            waiting.add(links.group(1).replace("&amp;", "&"));
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Thread.ofPlatform().start(() -> System.exit(0));
  }

  private String page(HttpClient client, URI address) throws InterruptedException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(address).header("Accept-Language", language).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      return "";
    }
  }
}
