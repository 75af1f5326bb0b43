package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real node behind TLS with a certificate of the house, which asks who one is. */
class OpenSearchTlsTests {

  private static final String SECRET = "changeit";
  private static final String WHO =
      "Basic " + Base64.getEncoder().encodeToString("grid:pa:ss".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final HttpClient inside = HttpClient.newHttpClient();
  private HttpsServer door;

  @BeforeEach
  void aDoor() throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        "node",
        "-keyalg",
        "EC",
        "-dname",
        "CN=search",
        "-ext",
        "san=ip:127.0.0.1",
        "-storetype",
        "PKCS12",
        "-validity",
        "2");
    keytool("-exportcert", "-alias", "node", "-rfc", "-file", folder + "/ca.pem");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, SECRET.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, SECRET.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    door = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.setHttpsConfigurator(new HttpsConfigurator(context));
    door.createContext("/", this::passOn);
    door.start();
  }

  private void keytool(String... arguments) throws Exception {
    var command = new java.util.ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(java.util.List.of(arguments));
    command.addAll(java.util.List.of("-keystore", folder + "/keys.p12", "-storepass", SECRET));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  /** Lets in who says the right name and password, and hands on what is asked. */
  private void passOn(HttpExchange asked) throws IOException {
    try (asked) {
      if (!WHO.equals(asked.getRequestHeaders().getFirst("Authorization"))) {
        asked.sendResponseHeaders(401, -1);
        return;
      }
      HttpResponse<byte[]> answer =
          inside.send(
              HttpRequest.newBuilder(
                      URI.create(OpenSearchProcess.shared().address() + asked.getRequestURI()))
                  .header("Content-Type", asked.getRequestHeaders().getFirst("Content-Type"))
                  .method(
                      asked.getRequestMethod(),
                      HttpRequest.BodyPublishers.ofByteArray(asked.getRequestBody().readAllBytes()))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      asked.sendResponseHeaders(
          answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
      asked.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void shut() {
    door.stop(0);
    inside.close();
  }

  private String address(String who) {
    return "https://" + who + "127.0.0.1:" + door.getAddress().getPort();
  }

  private SSLContext authority() {
    return TrustedServer.of(folder.resolve("ca.pem"));
  }

  @Test
  void withItsAuthorityAndThePasswordAllIsAsWithout() throws IOException {
    try (OpenSearchIndex index =
        new OpenSearchIndex(
            new OpenSearchServer(address("grid:pa:ss@"), authority()),
            "tls-" + System.nanoTime())) {
      assertThat(index.position()).isZero();
      index.commitNowAndThen(3);
      assertThat(index.position()).isEqualTo(3);
      index.empty();
    }
  }

  @Test
  void aWrongPasswordIsSaidAndIsNoFault() {
    try (OpenSearchServer server = new OpenSearchServer(address("grid:wrong@"), authority())) {
      assertThatThrownBy(() -> server.ask("GET", "/", null))
          .isInstanceOf(OpenSearchServer.Away.class)
          .hasMessageContaining("does not let us in")
          .hasMessageNotContaining("wrong");
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsNotBelieved() {
    try (OpenSearchServer server = new OpenSearchServer(address("grid:pa:ss@"))) {
      assertThatThrownBy(() -> server.ask("GET", "/", null))
          .isInstanceOf(OpenSearchServer.Away.class)
          .hasMessageContaining("SSL");
    }
  }

  @Test
  void whatIsNoCertificateIsToldAtTheStart() throws IOException {
    Path none = Files.writeString(folder.resolve("none.pem"), "hello");
    assertThatThrownBy(() -> TrustedServer.of(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none.pem");
  }
}
