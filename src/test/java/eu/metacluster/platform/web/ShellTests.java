package eu.metacluster.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What every response of the product has, asked over the network as browsers do. */
@ProductTest
class ShellTests {

  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester web;
  @Autowired Assets assets;

  @Value("${local.server.port}")
  int port;

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/sign-in", "/nothing", "/queue", "/error", "/sign-in/x", "/favicon.ico"})
  void everyResponseCarriesTheSafetyHeaders(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(header(response, "Content-Security-Policy"))
        .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(response, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(response, "Referrer-Policy")).isNotEmpty();
    assertThat(header(response, "Permissions-Policy")).contains("geolocation=()");
    assertThat(header(response, "Strict-Transport-Security")).as("over plain http").isEmpty();
  }

  @Test
  void pagesHaveNothingThatThePolicyForbids() throws Exception {
    for (String path : List.of("/", "/sign-in", "/nothing", "/grid", "/organisations", "/map")) {
      assertThat(get(path).body())
          .as(path)
          .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
          .doesNotContainPattern("<style")
          .doesNotContainPattern("\\sstyle=\"")
          .doesNotContainPattern("\\son[a-z]+=\"");
    }
  }

  @Test
  void visitorsGetNoSessionAndNoCookieTheyDidNotAskFor() throws Exception {
    for (String path : List.of("/", "/nothing", "/grid", "/queue")) {
      assertThat(get(path).headers().allValues("Set-Cookie")).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 404, MC-1001",
    "GET, /error, 404, MC-1001",
    "POST, /sign-in, 403, MC-1003",
    "GET, /assets/0/nothing.css, 404, MC-1001",
    "GET, /assets/0/../application.yaml, 400, MC-1005",
    "GET, /journal/%2e%2e/x, 400, MC-1005",
  })
  void aRefusalIsAPageWithItsCode(String method, String path, int status, String code)
      throws Exception {
    HttpResponse<String> response = send(method, path, "", "Accept-Language", "fr");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(code, "<html lang=\"fr\"", "</html>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%00", "/projects/a%2fb", "/%ff%fe", "/%2e%2e/%2e%2e/x"})
  void anAddressThatTheServerCannotReadGetsASentence(String path) throws Exception {
    HttpResponse<String> english = get(path);
    assertThat(english.statusCode()).isEqualTo(400);
    assertThat(english.body()).contains("MC-1005", "Go back, check what you entered", "href=\"/\"");
    assertThat(header(english, "Content-Security-Policy")).contains("default-src 'none'");
    HttpResponse<String> french = send("GET", path, "", "Accept-Language", "fr");
    assertThat(french.body()).contains("<html lang=\"fr\"", "MC-1005", "vérifiez votre saisie");
  }

  @ParameterizedTest
  @CsvSource({"400, 'Br ken: head'", "501, Transfer-Encoding: strange"})
  void aHeadThatTheServerCannotReadGetsASentence(int status, String line) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      String asked =
          "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: fr\r\n" + line + "\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status)
          .contains("MC-1005", "vérifiez votre saisie");
    }
  }

  @Test
  void aRefusedPieceIsAPiece() throws Exception {
    assertThat(send("GET", "/nothing", "", "HX-Request", "true").body())
        .contains("role=\"alert\"", "MC-1001")
        .doesNotContain("<html");
    HttpResponse<String> guarded = send("GET", "/desk", "", "HX-Request", "true");
    assertThat(guarded.statusCode()).isEqualTo(401);
    assertThat(header(guarded, "HX-Redirect")).isEqualTo("/sign-in");
  }

  @Test
  void aVisitorIsSentToSignInAndComesBack() throws Exception {
    HttpResponse<String> response = get("/journal?kind=a%26b");
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(header(response, "Location")).isEqualTo("/sign-in?next=%2Fjournal%3Fkind%3Da%2526b");
    HttpResponse<String> far = get("/journal?kind=" + "%20cancer".repeat(700));
    assertThat(far.statusCode()).as("too long to come back to").isEqualTo(303);
    assertThat(header(far, "Location")).isEqualTo("/sign-in");
  }

  @Test
  void anUnexpectedFaultIsAPageWithAReferenceAndNoDetail() {
    Identity admin = new Identity(UUID.randomUUID(), "A", Role.ADMINISTRATOR);
    var response =
        web.post()
            .uri("/journal/rebuilding")
            .param("follower", "nobody-follows-under-this-name")
            .with(SecurityMockMvcRequestPostProcessors.csrf())
            .with(SecurityMockMvcRequestPostProcessors.authentication(admin.authentication()))
            .exchange();
    assertThat(response.getResponse().getStatus()).isGreaterThanOrEqualTo(400);
    assertThat(response).bodyText().contains("MC-1").doesNotContain("Exception", "at eu.meta");
  }

  @Test
  void theLanguageIsChosenByCookieThenByBrowserThenEnglish() throws Exception {
    assertThat(get("/nothing").body()).contains("lang=\"en\"");
    assertThat(send("GET", "/nothing", "", "Accept-Language", "fr-BE, en;q=0.5").body())
        .contains("lang=\"fr\"");
    assertThat(send("GET", "/nothing", "", "Accept-Language", "de, fr;q=0.2").body())
        .contains("lang=\"fr\"");
    assertThat(send("GET", "/nothing", "", "Accept-Language", ";;;=x").body())
        .contains("lang=\"en\"");
    HttpResponse<String> chosen =
        send("POST", "/preferences/language", "language=fr&back=/grid?q=a");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(header(chosen, "Location")).isEqualTo("/grid?q=a");
    String cookie = header(chosen, "Set-Cookie").replaceFirst(";.*", "");
    assertThat(send("GET", "/nothing", "", "Cookie", cookie).body()).contains("lang=\"fr\"");
    assertThat(send("GET", "/nothing", "", "Cookie", "language=xx").body()).contains("lang=\"en\"");
  }

  @Test
  void theLookIsWrittenByTheServer() throws Exception {
    assertThat(get("/nothing").body()).contains("data-bs-theme=\"auto\"");
    assertThat(send("GET", "/nothing", "", "Cookie", "theme=dark").body())
        .contains("data-bs-theme=\"dark\"");
    assertThat(send("POST", "/preferences/theme", "theme=purple").statusCode()).isEqualTo(400);
    HttpResponse<String> foreign =
        send("POST", "/preferences/theme", "theme=dark", "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.headers().allValues("Set-Cookie").toString()).doesNotContain("theme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/ /evil",
        "evil",
        ""
      })
  void nobodyIsSentToAnotherSite(String back) {
    assertThat(LocalPath.of(back)).isEqualTo("/");
    assertThat(LocalPath.of("/grid?q=b%20c#here")).isEqualTo("/grid?q=b%20c#here");
  }

  @Test
  void assetsMayBeKeptForEverUnderTheirHashOnly() throws Exception {
    String address = assets.address("metacluster.css");
    HttpResponse<String> kept = send("GET", address, "", "Accept-Encoding", "gzip");
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(header(kept, "Cache-Control")).contains("immutable", "max-age=31536000", "public");
    assertThat(header(kept, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(kept, "Content-Type")).startsWith("text/css");
    assertThat(kept.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> old = get("/assets/000000000000/metacluster.css");
    assertThat(header(old, "Cache-Control")).isEqualTo("no-cache");
    assertThat(old.body()).contains("--mc-ink");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../application.yaml", "/application.yaml", "a//b.css", "no-ending", "x.css"})
  void nothingElseIsServedAsAnAsset(String name) {
    assertThat(assets.find(name)).isEmpty();
  }

  @Test
  void aSentenceForTheNextPageIsEscapedAndSaidOnce() throws Exception {
    String cookie = "flash=people.goodbye&%3Cb%3E";
    HttpResponse<String> response = send("GET", "/sign-in", "", "Cookie", cookie);
    assertThat(response.body()).contains("mc-flash").doesNotContain("<b>");
    assertThat(response.headers().allValues("Set-Cookie").toString()).contains("flash=;");
    assertThat(send("GET", "/sign-in", "", "Cookie", "flash=%E0%A4%A").body())
        .doesNotContain("mc-flash");
    assertThat(send("GET", "/sign-in", "", "Cookie", "flash=no.such.key").body())
        .doesNotContain("mc-flash", "no.such.key");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  private HttpResponse<String> send(String method, String path, String form, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, HttpRequest.BodyPublishers.ofString(form));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String header(HttpResponse<String> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
