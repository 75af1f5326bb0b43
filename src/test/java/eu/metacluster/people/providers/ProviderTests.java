package eu.metacluster.people.providers;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An identity provider signs in whose address it verified and who has an account here. */
@ProductTest
class ProviderTests {

  private static final LoopbackProvider PROVIDER = new LoopbackProvider();

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) {
    settings.add("metacluster.oidc.house.name", () -> "House");
    settings.add("metacluster.oidc.house.issuer", PROVIDER::issuer);
    settings.add("metacluster.oidc.house.client-id", () -> "metacluster");
    settings.add("metacluster.oidc.house.client-secret", () -> "secret");
    settings.add("metacluster.oidc.away.name", () -> "Away");
    settings.add("metacluster.oidc.away.issuer", () -> "http://127.0.0.1:1");
    settings.add("metacluster.oidc.away.client-id", () -> "metacluster");
    settings.add("metacluster.oidc.away.client-secret", () -> "secret");
  }

  @Test
  void aVerifiedAddressWithAnAccountIsSignedIn() throws Exception {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    PROVIDER.person(person.account() + "@member.test", true);
    HttpClient client = client();
    assertThat(get(client, "/sign-in").body()).contains("Sign in with House");
    HttpResponse<String> end = get(client, "/oauth2/authorization/house");
    assertThat(end.uri().getPath()).isEqualTo("/desk");
    assertThat(end.body()).contains("Signed in as Maria Member");
    assertThat(PROVIDER.challenge()).as("PKCE").isNotEmpty();
    assertThat(get(client, "/account").statusCode()).isEqualTo(200);
  }

  @Test
  void anUnverifiedAddressOrOneWithoutAnAccountOpensNothing() throws Exception {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    PROVIDER.person(person.account() + "@member.test", false);
    HttpClient client = client();
    HttpResponse<String> end = get(client, "/oauth2/authorization/house");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("has no account here");
    assertThat(get(client, "/desk").uri().getPath()).isEqualTo("/sign-in");
    PROVIDER.person("nobody@nowhere.test", true);
    assertThat(get(client(), "/oauth2/authorization/house").uri().getPath()).isEqualTo("/sign-in");
    assertThat(
            jdbc.sql("select count(*) from people.account where email = 'nobody@nowhere.test'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void anAnswerNobodyAskedForOpensNothing() throws Exception {
    HttpResponse<String> end = get(client(), "/login/oauth2/code/house?code=c1&state=forged");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("did not work");
  }

  @Test
  void aTokenForSomebodyElseBySomebodyElseOrOfYesterdayOpensNothing() throws Exception {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    PROVIDER.person(person.account() + "@member.test", true);
    try {
      PROVIDER.tokens("another-site", "", 300);
      refused();
      PROVIDER.tokens("metacluster", "https://issuer.test", 300);
      refused();
      PROVIDER.tokens("metacluster", "", -86_400);
      refused();
    } finally {
      PROVIDER.tokens("metacluster", "", 300);
    }
  }

  private void refused() throws Exception {
    HttpClient client = client();
    HttpResponse<String> end = get(client, "/oauth2/authorization/house");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("did not work");
    assertThat(get(client, "/desk").uri().getPath()).isEqualTo("/sign-in");
  }

  /** Whoever planted a session before the sign-in is not in the one after it. */
  @Test
  void aPlantedSessionIsLeftBehind() throws Exception {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    PROVIDER.person(person.account() + "@member.test", true);
    CookieManager cookies = new CookieManager();
    HttpClient victim =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    HttpResponse<String> away = get(victim, "/oauth2/authorization/house");
    String before = session(cookies);
    HttpResponse<String> there = go(victim, away.headers().firstValue("Location").orElseThrow());
    HttpResponse<String> back = go(victim, there.headers().firstValue("Location").orElseThrow());
    assertThat(back.headers().firstValue("Location")).contains("/desk");
    assertThat(session(cookies)).isNotEqualTo(before);
    HttpResponse<String> planted =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/desk"))
                    .header("Cookie", "SESSION=" + before)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(planted.headers().firstValue("Location").orElse("")).contains("/sign-in");
  }

  private static String session(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("SESSION"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> go(HttpClient client, String place)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(place)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void nobodyIsSentElsewhereByWhatIsAddedToTheAddress() throws Exception {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    PROVIDER.person(person.account() + "@member.test", true);
    HttpResponse<String> end =
        get(
            client(),
            "/oauth2/authorization/house?redirect_uri=https://evil.test/&back=https://evil.test/"
                + "&continue=//evil.test");
    assertThat(end.uri().toString()).isEqualTo("http://localhost:" + port + "/desk");
  }

  @Test
  void aProviderThatIsAwayIsSaidToBe() throws Exception {
    HttpResponse<String> end = get(client(), "/oauth2/authorization/away");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("does not answer");
    assertThat(get(client(), "/oauth2/authorization/nobody").uri().getPath()).isEqualTo("/sign-in");
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.ALWAYS)
        .build();
  }

  private HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept-Language", "en")
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
