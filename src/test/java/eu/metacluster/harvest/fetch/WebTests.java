package eu.metacluster.harvest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.platform.Reach;
import eu.metacluster.support.Loopback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a server can fail ends in its own line, within its limits. */
class WebTests {

  private static final Manner POLITE = new Manner(true, Duration.ZERO, Duration.ofSeconds(5));
  private static final FetchLimits SHORT =
      new FetchLimits(1 << 20, Duration.ofMillis(600), Duration.ofSeconds(2));

  private final Web web = Remotely.web();
  private Loopback server;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer get(String path) throws IOException {
    return web.get(server.at(path), SHORT, POLITE, folder);
  }

  private Trouble trouble(String path) {
    return trouble(server.at(path));
  }

  private Trouble trouble(URI address) {
    try {
      Answer answer = web.get(address, SHORT, POLITE, folder);
      throw new AssertionError("answered " + answer);
    } catch (FetchException e) {
      return e.trouble();
    }
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void anAnswerIsUnpackedAndReadInItsCharset() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write("Zażółć".getBytes("ISO-8859-2"));
    }
    server.on(
        "/text",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Loopback.send(exchange, 200, "text/plain; charset=iso-8859-2", packed.toByteArray());
        });
    assertThat(get("/text").text()).isEqualTo("Zażółć");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html,'<html><meta charset=windows-1250><p>',windows-1250",
    "text/xml,'<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>',iso-8859-2",
    "text/html,'',windows-1252",
    "text/html; charset=no-such-thing,'',utf-8"
  })
  void theCharsetIsFoundWhereverItIsSaid(String type, String head, String charset)
      throws IOException {
    String text = head + (charset.equals("windows-1252") ? "café" : "ó");
    server.on("/page", type, text.getBytes(charset));
    assertThat(get("/page").text()).isEqualTo(text);
  }

  @Test
  void redirectsAreFollowedAndCirclesAreNot() throws IOException {
    server
        .on("/old", exchange -> redirect(exchange, 301, "/new"))
        .on("/new", "text/plain", "here".getBytes(StandardCharsets.UTF_8))
        .on("/a", exchange -> redirect(exchange, 302, "/b"))
        .on("/b", exchange -> redirect(exchange, 302, "/a"))
        .on("/odd", exchange -> redirect(exchange, 302, "http://[nowhere"))
        .on("/file", exchange -> redirect(exchange, 302, "file:///etc/passwd"))
        .on("/page", exchange -> redirect(exchange, 302, "/user/login?back=page"));
    assertThat(get("/old").text()).isEqualTo("here");
    assertThat(get("/old").address()).isEqualTo(server.at("/new"));
    assertThat(trouble("/a")).isEqualTo(Trouble.REDIRECTS);
    assertThat(trouble("/odd")).isEqualTo(Trouble.REDIRECTS);
    assertThat(trouble("/file")).isEqualTo(Trouble.ADDRESS);
    assertThat(trouble("/page")).isEqualTo(Trouble.LOGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fd00::1]/",
        "http://100.64.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://0.0.0.0/"
      })
  void privateAddressesAreRefused(String address) {
    assertThat(trouble(URI.create(address))).isEqualTo(Trouble.PRIVATE_ADDRESS);
    server.on("/out", exchange -> redirect(exchange, 302, address));
    assertThat(trouble("/out")).isEqualTo(Trouble.PRIVATE_ADDRESS);
  }

  @Test
  void loopbackIsPrivateUnlessItIsAllowed() throws IOException {
    Reach closed = new Reach(false);
    assertThatThrownBy(() -> closed.resolve("127.0.0.1")).isInstanceOf(Reach.PrivateAddress.class);
    assertThatThrownBy(() -> closed.resolve("localhost")).isInstanceOf(Reach.PrivateAddress.class);
    assertThat(Reach.isPublic(InetAddress.getByName("2001:4860:4860::8888"))).isTrue();
    assertThat(Reach.isPublic(InetAddress.getByName("64:ff9b::a00:1"))).isFalse();
    assertThat(Reach.isPublic(InetAddress.getByName("2002:a00:1::"))).isFalse();
  }

  /** A name that is public when it is looked at and private when it is used. */
  @Test
  void aNameThatChangesIsLookedAtForEachConnectionAndOnlyOnce() throws IOException {
    InetAddress open = InetAddress.getByName("127.0.0.1");
    InetAddress inner = InetAddress.getByName("10.0.0.1");
    List<InetAddress[]> answers =
        new ArrayList<>(
            List.of(
                new InetAddress[] {open},
                new InetAddress[] {inner},
                new InetAddress[] {open, inner}));
    List<String> asked = new ArrayList<>();
    Web rebound =
        Remotely.web(
            new Pace.Real(),
            new Reach(
                true,
                host -> {
                  asked.add(host);
                  return answers.removeFirst();
                }));
    Manner rude = new Manner(false, Duration.ZERO, Duration.ZERO);
    server.on(
        "/it",
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          Loopback.send(exchange, 200, "text/plain", "here".getBytes(StandardCharsets.UTF_8));
        });
    URI named = URI.create("http://rebound.example:" + server.at("/it").getPort() + "/it");
    assertThat(rebound.get(named, SHORT, rude, folder).text()).isEqualTo("here");
    assertThat(asked).as("what is checked is what is connected to").hasSize(1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> rebound.get(named, SHORT, rude, folder))
          .isInstanceOfSatisfying(
              FetchException.class,
              e -> assertThat(e.trouble()).isEqualTo(Trouble.PRIVATE_ADDRESS));
    }
    assertThat(server.asked).containsExactly("/it");
  }

  @Test
  void whatIsTooLargeOrABombIsCutOff() throws IOException {
    server.on("/large", "text/plain", new byte[2 << 20]);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new byte[32 << 20]);
    }
    server.on(
        "/bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          Loopback.send(exchange, 200, "text/plain", bomb.toByteArray());
        });
    assertThat(trouble("/large")).isEqualTo(Trouble.TOO_LARGE);
    FetchLimits wide = new FetchLimits(1L << 30, SHORT.idle(), SHORT.total());
    assertThatThrownBy(() -> web.get(server.at("/bomb"), wide, POLITE, folder))
        .isInstanceOfSatisfying(
            FetchException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.BOMB));
  }

  @Test
  void whoeverHangsTricklesOrLiesAboutLengthIsLeft() throws Exception {
    try (ServerSocket odd = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serveOddly(odd));
      URI base = URI.create("http://127.0.0.1:" + odd.getLocalPort());
      assertThat(trouble(base.resolve("/hang"))).isEqualTo(Trouble.HANGS);
      assertThat(trouble(base.resolve("/trickle"))).isEqualTo(Trouble.TOO_SLOW);
      assertThat(trouble(base.resolve("/short"))).isEqualTo(Trouble.BROKEN_OFF);
    }
    assertThat(trouble(URI.create("http://no-such-host.invalid/"))).isEqualTo(Trouble.UNKNOWN_HOST);
    assertThat(trouble(URI.create("http://127.0.0.1:1/"))).isEqualTo(Trouble.NO_CONNECTION);
    assertThat(trouble(URI.create("ftp://127.0.0.1/"))).isEqualTo(Trouble.ADDRESS);
  }

  private static void serveOddly(ServerSocket odd) {
    while (!odd.isClosed()) {
      try {
        Socket socket = odd.accept();
        Thread.ofVirtual().start(() -> answerOddly(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void answerOddly(Socket socket) {
    try (socket) {
      byte[] request = new byte[4096];
      int n = socket.getInputStream().read(request);
      String asked = new String(request, 0, Math.max(0, n), StandardCharsets.US_ASCII);
      OutputStream out = socket.getOutputStream();
      if (asked.startsWith("GET /robots.txt")) {
        out.write(
            "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else if (asked.startsWith("GET /short")) {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"
                .getBytes(StandardCharsets.US_ASCII));
      } else if (asked.startsWith("GET /trickle")) {
        out.write(
            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 200; i++) {
          out.write('x');
          out.flush();
          Thread.sleep(200);
        }
      } else {
        Thread.sleep(5_000);
      }
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aServerThatAsksToComeBackIsAskedAgain() throws IOException {
    AtomicInteger times = new AtomicInteger();
    server.on(
        "/busy",
        exchange -> {
          boolean busy = times.incrementAndGet() < 3;
          exchange.getResponseHeaders().set("Retry-After", "1");
          Loopback.send(exchange, busy ? 503 : 200, "text/plain", new byte[] {'x'});
        });
    server.on(
        "/closed",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "3600");
          Loopback.send(exchange, 429, "text/plain", new byte[0]);
        });
    assertThat(get("/busy").text()).isEqualTo("x");
    assertThat(times).hasValue(3);
    assertThat(trouble("/closed")).isEqualTo(Trouble.LATER);
    assertThat(server.asked.stream().filter("/closed"::equals)).hasSize(1);
  }

  @Test
  void robotsTxtDecides() throws IOException {
    server
        .on(
            "/robots.txt",
            "text/plain",
            "User-agent: metacluster\nDisallow: /private\nAllow: /private/open\n"
                .getBytes(StandardCharsets.US_ASCII))
        .on("/private/x", "text/plain", new byte[] {'x'})
        .on("/private/open", "text/plain", new byte[] {'o'});
    assertThat(trouble("/private/x")).isEqualTo(Trouble.ROBOTS);
    assertThat(get("/private/open").text()).isEqualTo("o");
    Manner waived = new Manner(false, Duration.ZERO, Duration.ZERO);
    assertThat(web.get(server.at("/private/x"), SHORT, waived, folder).text()).isEqualTo("x");
  }

  @Test
  void aBrokenRobotsTxtKeepsUsAway() {
    server
        .on("/robots.txt", exchange -> Loopback.send(exchange, 500, "text/plain", new byte[0]))
        .on("/page", "text/plain", new byte[] {'x'});
    assertThat(trouble("/page")).isEqualTo(Trouble.ROBOTS);
  }

  @Test
  void whatIsGoneOrForbiddenSaysSo() {
    server
        .on("/gone", exchange -> Loopback.send(exchange, 410, "text/plain", new byte[0]))
        .on("/shut", exchange -> Loopback.send(exchange, 403, "text/html", new byte[0]));
    assertThat(trouble("/gone")).isEqualTo(Trouble.GONE);
    assertThat(trouble("/nothing")).isEqualTo(Trouble.GONE);
    assertThat(trouble("/shut")).isEqualTo(Trouble.STATUS);
  }
}
