package eu.metacluster.people.providers;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A real Keycloak says who somebody is, by two realms, as two providers of their own would. */
@ProductTest
@Tag("keycloak")
@DirtiesContext
@EnabledIf("eu.metacluster.people.providers.Keycloak#there")
class KeycloakTests {

  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

  private static @Nullable Keycloak keycloak;
  private static @Nullable Loopback liar;

  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private Identity maria;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new LocalCookies())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();

  @DynamicPropertySource
  static void providers(DynamicPropertyRegistry settings) throws Exception {
    keycloak = Keycloak.start();
    Loopback lying = new Loopback();
    liar = lying;
    String here = lying.at("/liar").toString();
    lying.on(
        "/liar/.well-known/openid-configuration",
        "application/json",
        documentOf("house")
            .replaceFirst("\"issuer\":\"[^\"]+\"", "\"issuer\":\"" + here + "\"")
            .getBytes(StandardCharsets.UTF_8));
    add(settings, "house", issuer("house"), "house-secret");
    add(settings, "lab", issuer("lab"), "lab-secret");
    add(settings, "liar", here, "house-secret");
    add(settings, "mistyped", issuer("lab"), "not the secret");
  }

  private static String issuer(String realm) {
    return Objects.requireNonNull(keycloak).issuer(realm);
  }

  private static void add(
      DynamicPropertyRegistry settings, String id, String issuer, String secret) {
    settings.add("metacluster.oidc." + id + ".name", () -> "The " + id);
    settings.add("metacluster.oidc." + id + ".issuer", () -> issuer);
    settings.add("metacluster.oidc." + id + ".client-id", () -> "metacluster");
    settings.add("metacluster.oidc." + id + ".client-secret", () -> secret);
  }

  private static String documentOf(String realm) throws IOException, InterruptedException {
    try (HttpClient plain = HttpClient.newHttpClient()) {
      URI place = URI.create(issuer(realm) + "/.well-known/openid-configuration");
      return plain
          .send(HttpRequest.newBuilder(place).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(keycloak).close();
    Objects.requireNonNull(liar).close();
  }

  @BeforeEach
  void people() {
    jdbc.sql("delete from people.account where email like '%.test' and name like 'Maria of%'")
        .update();
    maria = account("maria@house.test", "Maria of the house");
  }

  private Identity account(String address, String name) {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    jdbc.sql("update people.account set email = ?, name = ? where id = ?")
        .params(address, name, person.account())
        .update();
    return person;
  }

  @Test
  void whoSignsInThereIsSignedInHereAsTheSamePerson() throws Exception {
    assertThat(get("/sign-in").body()).contains("Sign in with The house", "Sign in with The lab");
    HttpResponse<String> end = signIn("house", "maria", "of the house");
    assertThat(end.uri().getPath()).as(end.body()).isEqualTo("/desk");
    assertThat(end.body()).contains("Signed in as Maria of the house");
    assertThat(get("/account").body()).contains("maria@house.test");
    assertThat(
            jdbc.sql(
                    """
                    select data from journal.entry where kind = 'people.signed-in' and subject = ?""")
                .param(maria.account())
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("PROVIDER");
  }

  @Test
  void aSecondProviderOpensTheAccountOfItsOwnAddress() throws Exception {
    account("maria@lab.test", "Maria of the lab");
    HttpResponse<String> end = signIn("lab", "maria", "of the lab");
    assertThat(end.uri().getPath()).as(end.body()).isEqualTo("/desk");
    assertThat(end.body()).contains("Signed in as Maria of the lab");
  }

  @Test
  void aWrongPasswordStaysThereAndAnUnverifiedAddressOpensNothing() throws Exception {
    HttpResponse<String> there = signIn("house", "maria", "of the lab");
    assertThat(there.uri().toString()).startsWith(issuer("house"));
    account("mallory@lab.test", "Maria of nowhere");
    HttpResponse<String> end = signIn("lab", "mallory", "of the lab");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("has no account here");
    assertThat(get("/desk").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void aTokenOfAnotherIssuerOpensNothing() throws Exception {
    HttpResponse<String> end = signIn("liar", "maria", "of the house");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("did not work");
    assertThat(get("/desk").uri().getPath()).isEqualTo("/sign-in");
  }

  @Test
  void aSecretThatItDoesNotKnowOpensNothing() throws Exception {
    account("maria@lab.test", "Maria of the lab");
    HttpResponse<String> end = signIn("mistyped", "maria", "of the lab");
    assertThat(end.uri().getPath()).isEqualTo("/sign-in");
    assertThat(end.body()).contains("did not work");
  }

  /** Follows the product to the provider's form, fills it in, and follows it back. */
  private HttpResponse<String> signIn(String provider, String name, String password)
      throws Exception {
    HttpResponse<String> form = get("/oauth2/authorization/" + provider);
    Matcher action = ACTION.matcher(form.body());
    assertThat(action.find()).as(form.uri() + "\n" + form.body()).isTrue();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept-Language", "en")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "username=" + encoded(name) + "&password=" + encoded(password)))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** As browsers do, sends cookies that want a secure way to this machine itself, too. */
  private static final class LocalCookies extends CookieManager {

    @Override
    public void put(URI place, Map<String, List<String>> headers) throws IOException {
      Map<String, List<String>> plain = new HashMap<>(headers);
      plain.replaceAll(
          (name, values) ->
              name.equalsIgnoreCase("set-cookie")
                  ? values.stream().map(one -> one.replaceAll("(?i);\\s*secure", "")).toList()
                  : values);
      super.put(place, plain);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept-Language", "en")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
