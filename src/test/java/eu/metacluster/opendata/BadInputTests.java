package eu.metacluster.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.opendata.dumps.DumpForTests;
import eu.metacluster.support.ProductTest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Whatever is sent to any road, it is answered soon and in the road's own words. */
@ProductTest
@Import({OpenGrid.class, DumpForTests.class})
class BadInputTests {

  private static final List<String> SEARCHES =
      List.of(
          "/api/v1/search",
          "/grid.csv",
          "/grid.json",
          "/grid.jsonl",
          "/grid.atom",
          "/feeds/new.atom",
          "/feeds/new.json",
          "/embed/list",
          "/embed/map",
          "/embed/figure",
          "/data/embed");

  private static final List<String> HEADERS =
      List.of(
          "*/*;q=abc",
          "text/turtle;q=1.5, application/ld+json;q=-1",
          "text/turtle;q=0.0000000000000001,*;q=0",
          ";;;,,,///",
          "text/",
          "a/b;c=\"unclosed",
          "text/turtle, ".repeat(600),
          "x".repeat(7_000),
          "application/rdf+xml;charset=../../etc/passwd",
          "<script>alert(1)</script>",
          "\u00e9\u00e8/\u00ff");

  @Autowired OpenGrid grid;
  @Autowired DumpForTests dumps;
  @LocalServerPort int port;

  private String exchange(String request) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int status(String path, String... headers) throws Exception {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    String answer = exchange(request.append("Connection: close\r\n\r\n").toString());
    assertThat(answer).as(path).startsWith("HTTP/1.1 ");
    return Integer.parseInt(answer.substring(9, 12));
  }

  @Test
  void tenThousandTermsAreAnsweredOrRefused() throws Exception {
    grid.project("TERMS" + OpenGrid.number(), "With terms");
    StringBuilder terms = new StringBuilder("?kind=project");
    for (int i = 0; i < 10_000; i++) {
      terms.append("&country=").append(Integer.toString(i, 36));
    }
    String some = terms.substring(0, 7_000);
    for (String road : SEARCHES) {
      Instant begin = Instant.now();
      assertThat(status(road + terms)).as(road).isIn(400, 413, 414, 431);
      assertThat(status(road + some.substring(0, some.lastIndexOf('&')))).as(road).isIn(200, 400);
      assertThat(status(road + "?q=" + "a+OR+".repeat(1_400) + "a")).as(road).isIn(200, 400);
      assertThat(Duration.between(begin, Instant.now())).as(road).isLessThan(Duration.ofSeconds(9));
    }
  }

  @Test
  void unicodeIsAnsweredEverywhere() throws Exception {
    GridRecord project = grid.project("UNI" + OpenGrid.number(), "\u202eעברית 🧬 é\u0301 \ufdd0 ﷺ");
    List<String> words =
        List.of(
            "%F0%9F%A7%AC",
            "%E2%80%AE%D7%A2", "e%CC%81", "%00", "%FF%FE", "%ED%A0%80", "%EF%B7%90");
    for (String road : SEARCHES) {
      for (String word : words) {
        assertThat(status(road + "?q=" + word + "&country=" + word)).as(road + word).isIn(200, 400);
      }
    }
    for (String word : words) {
      for (String road :
          List.of(
              "/id/", "/api/v1/records/", "/api/v1/records/projects/", "/dumps/", "/projects/")) {
        assertThat(status(road + word)).as(road + word).isIn(400, 404);
      }
      assertThat(status("/oai?verb=" + word)).isEqualTo(200);
      assertThat(status("/sparql?format=csv&query=" + word)).isEqualTo(400);
    }
    for (String path :
        List.of(
            "/api/v1/records/" + project.id(), "/id/" + project.id() + ".rdf", project.path())) {
      assertThat(status(path)).isEqualTo(200);
    }
  }

  @Test
  void hostileHeadersGetAnAnswer() throws Exception {
    GridRecord project = grid.project("HEADERS" + OpenGrid.number(), "With headers");
    String dump = "/dumps/" + dumps.make() + "/records.csv.gz";
    for (String value : HEADERS) {
      for (String path :
          List.of(
              "/catalog",
              "/id/" + project.id(),
              "/sparql?query=ASK%7B%7D",
              "/api/v1/records/" + project.id(),
              "/feeds/new.atom",
              "/embed/list")) {
        assertThat(status(path, "Accept: " + value, "Accept-Language: " + value))
            .as(path + " " + value)
            .isIn(200, 303, 400, 406);
        assertThat(status(path, "If-None-Match: " + value, "Accept-Encoding: " + value))
            .as(path + " " + value)
            .isIn(200, 303, 304, 400, 406);
      }
      assertThat(status(dump, "Range: " + value)).as(value).isIn(200, 206, 400, 416);
    }
    for (String range :
        List.of(
            "bytes=9-1",
            "bytes=-0",
            "bytes=99999999999999999999-",
            "bytes=" + "0-1,".repeat(500))) {
      assertThat(status(dump, "Range: " + range)).as(range).isIn(200, 206, 400, 416);
    }
  }

  @Test
  void whoStopsReadingInTheMiddleHoldsNobodyUp() throws Exception {
    for (int i = 0; i < 40; i++) {
      grid.project("STOP" + OpenGrid.number(), "Stopped " + "x".repeat(4_000));
    }
    List<Socket> sockets = new ArrayList<>();
    for (String path :
        List.of("/grid.jsonl", "/grid.csv", "/api/v1/records?limit=500", "/feeds/new.json")) {
      for (int i = 0; i < 8; i++) {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2_048);
        socket.connect(new java.net.InetSocketAddress("localhost", port));
        socket
            .getOutputStream()
            .write(
                ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        socket.getInputStream().readNBytes(500);
        sockets.add(socket);
      }
    }
    assertThat(status("/api/v1/search?q=stopped")).isEqualTo(200);
    assertThat(status("/oai?verb=Identify")).isEqualTo(200);
    assertThat(status("/grid?q=stopped")).isEqualTo(200);
    for (Socket socket : sockets) {
      socket.close();
    }
    assertThat(status("/grid.jsonl?q=stopped")).isEqualTo(200);
  }
}
