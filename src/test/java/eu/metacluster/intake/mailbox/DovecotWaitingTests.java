package eu.metacluster.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.metacluster.intake.mailbox.MailboxPoller.Pace;
import eu.metacluster.support.DovecotServer;
import eu.metacluster.support.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Waiting at a real Dovecot: when it goes away, when it cannot say that something came, by token.
 */
class DovecotWaitingTests extends WaitingStory {

  private static final Pace TOLD =
      new Pace(NEVER, Duration.ofMillis(50), Duration.ofMillis(500), NEVER);

  private @Nullable DovecotServer server;

  @Override
  MailBox start() throws IOException {
    DovecotServer started = DovecotServer.start();
    server = started;
    return MailBox.of(started);
  }

  private DovecotServer server() {
    return Objects.requireNonNull(server);
  }

  private void another(DovecotServer other) {
    server().close();
    server = other;
    box = MailBox.of(other);
  }

  @Test
  void aServerThatWentAwayIsFoundAgain() throws Exception {
    wait(TOLD);
    isAnswered();
    server().stop();
    server().again();
    isAnswered();
  }

  @Test
  void aServerWithoutIdleIsLookedAt() throws Exception {
    another(DovecotServer.start("imap_capability = IMAP4rev1 SASL-IR LITERAL+ UIDPLUS"));
    wait(new Pace(Duration.ofMillis(100), Duration.ofMillis(50), Duration.ofSeconds(1), NEVER));
    isAnswered();
    isAnswered();
  }

  @Test
  void aTokenIsAskedForKeptAndReplacedWhenItIsRefused() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    List<String> forms = new CopyOnWriteArrayList<>();
    try (Loopback provider = new Loopback()) {
      provider.on(
          "/token",
          exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            json(
                exchange,
                "{\"access_token\":\"t%d\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"
                    .formatted(tokens.incrementAndGet()));
          });
      provider.on(
          "/info",
          exchange ->
              json(
                  exchange,
                  // the first one was revoked, whatever it says of its life
                  exchange.getRequestURI().getQuery().equals("token=t1")
                      ? "{\"error\":\"invalid_token\"}"
                      : "{\"email\":\"%s\"}".formatted(DovecotServer.USER)));
      another(DovecotServer.with(provider.at("/info?token=").toString()));
      wait(
          TOLD,
          "token-endpoint",
          provider.at("/token").toString(),
          "client-id",
          "metacluster",
          "client-secret",
          "a b&c",
          "password",
          "wrong");
      isAnswered();
      server().stop();
      server().again();
      isAnswered();
      assertThat(provider.asked).contains("/info?token=t1", "/info?token=t2");
      assertThat(tokens).as("the good one is used again").hasValue(2);
      assertThat(forms.getFirst())
          .isEqualTo("grant_type=client_credentials&client_id=metacluster&client_secret=a+b%26c");
    }
  }

  @Test
  void aRefreshTokenIsUsedAndItsSuccessorKept() throws Exception {
    List<String> forms = new CopyOnWriteArrayList<>();
    try (Loopback provider = new Loopback()) {
      provider.on(
          "/token",
          exchange -> {
            forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            json(exchange, "{\"access_token\":\"t\",\"refresh_token\":\"r2\",\"expires_in\":1}");
          });
      AccessTokens tokens =
          new AccessTokens(
              settings(
                  "token-endpoint",
                  provider.at("/token").toString(),
                  "refresh-token",
                  "r1",
                  "scope",
                  "mail"));
      assertThat(tokens.token()).isEqualTo("t");
      await().until(() -> !tokens.token().isEmpty() && forms.size() > 1);
      assertThat(forms.getFirst())
          .isEqualTo("grant_type=refresh_token&refresh_token=r1&scope=mail");
      assertThat(forms.get(1)).contains("refresh_token=r2");
    }
  }

  private static void json(com.sun.net.httpserver.HttpExchange exchange, String body)
      throws IOException {
    Loopback.send(exchange, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }
}
