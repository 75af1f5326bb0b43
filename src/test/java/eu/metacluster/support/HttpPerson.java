package eu.metacluster.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with cookies who reads pages and sends forms over real HTTP, without a browser. */
public final class HttpPerson implements AutoCloseable {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String BOUNDARY = "between-the-parts";

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param base such as {@code http://localhost:8080}
   */
  public HttpPerson(String base) {
    this.base = base;
  }

  /** Opens a one-time link and presses its button; {@code fields} are what it asks for. */
  public HttpPerson signIn(String link, String... fields) throws Exception {
    HttpResponse<String> desk = post(link, link, fields);
    if (!desk.uri().getPath().equals("/desk")) {
      throw new AssertionError("not signed in but at " + desk.uri());
    }
    return this;
  }

  public HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  /** The lines of an answer while they come; close the stream to leave. */
  public HttpResponse<Stream<String>> lines(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofLines());
  }

  /**
   * Sends a form that stands on a page.
   *
   * @param fields names and values in turn
   */
  public HttpResponse<String> post(String path, String page, String... fields) throws Exception {
    String body =
        form(page, fields).entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return client.send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** As {@link #post} for a form that may hold files. */
  public HttpResponse<String> postParts(String path, String page, String... fields)
      throws Exception {
    return postFile(path, page, "", new byte[0], fields);
  }

  /** Hands in a file as {@code file} together with the form's other fields. */
  public HttpResponse<String> postFile(
      String path, String page, String fileName, byte[] content, String... fields)
      throws Exception {
    StringBuilder body = new StringBuilder();
    form(page, fields)
        .forEach(
            (name, value) ->
                body.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(BOUNDARY, name, value)));
    if (!fileName.isEmpty()) {
      body.append(
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
              .formatted(BOUNDARY, fileName));
    }
    byte[] head = body.toString().getBytes(StandardCharsets.UTF_8);
    byte[] foot = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    return client.send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(BodyPublishers.ofByteArrays(List.of(head, content, foot)))
            .build(),
        BodyHandlers.ofString());
  }

  private Map<String, String> form(String page, String... fields) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    HttpResponse<String> shown = get(page);
    Matcher token = TOKEN.matcher(shown.body());
    if (!token.find()) {
      throw new IOException("no form at " + page + ": " + shown.statusCode());
    }
    form.put("_csrf", token.group(1));
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "en");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
