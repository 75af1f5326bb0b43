package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Projects of CORDIS by their addresses, from a list of numbers or from a page of links. */
class XmlWebTests {

  private final XmlWebConnector connector = new XmlWebConnector();
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    server.on(
        "/project/id/101190685",
        "application/xml",
        SharedData.at("payloads/cordis/project-101190685.xml"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Recorder read(String path, String numbers) throws IOException {
    String template = server.at("/project/id/").toString() + "{id}";
    return Remotely.read(
        connector, server.at(path), Map.of("template", template, "numbers", numbers));
  }

  @Test
  void projectsAreReadByTheirNumbersAndAMissingOneIsGone() throws IOException {
    Recorder read = read("/", "101190685, 101000000");
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("101190685");
    assertThat(read.of(RecordKind.ORGANISATION)).isNotEmpty();
    assertThat(Recorder.values(read.one(RecordKind.PROJECT, "101190685"), Field.TITLE)).hasSize(1);
    assertThat(read.gone).extracting(stated -> stated.key()).containsExactly("101000000");
    assertThat(read.problems(Reason.NO_ANSWER)).hasSize(1);
    assertThat(read.whole).isTrue();
  }

  @Test
  void aPageOfLinksLeadsToThem() throws IOException {
    byte[] page = "<a href='/project/id/101190685'>x</a>".getBytes(StandardCharsets.UTF_8);
    server.on("/list", "text/html", page);
    assertThat(read("/list", "").of(RecordKind.PROJECT)).hasSize(1);
    assertThat(read("/project/id/101190685", "").of(RecordKind.PROJECT)).hasSize(1);
  }

  @Test
  void nothingToReadSaysSoAndADeadHostIsNotAskedForEver() {
    server.on("/empty", "text/html", "<p>none</p>".getBytes(StandardCharsets.UTF_8));
    assertThat(catchThrowableOfType(Refusal.class, () -> read("/empty", "")).code())
        .isEqualTo("MC-1456");
    for (int i = 1; i < 10; i++) {
      server.on(
          "/project/id/10100000" + i,
          exchange -> Loopback.send(exchange, 403, "text/html", new byte[0]));
    }
    String many = "101000001 101000002 101000003 101000004 101000005 101000006 101000007";
    assertThat(catchThrowableOfType(FetchException.class, () -> read("/", many))).isNotNull();
    assertThat(server.asked).noneMatch(path -> path.endsWith("101000007"));
  }
}
