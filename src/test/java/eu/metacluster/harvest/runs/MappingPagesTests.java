package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.table.TableMapping;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.ProductTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A coordinator says what the columns of a table are. */
@ProductTest
class MappingPagesTests {

  private static final Authentication COORDINATOR =
      new Identity(UUID.randomUUID(), "Coordinator", Role.COORDINATOR).authentication();

  @Autowired MockMvcTester web;
  @Autowired SourceRegister sources;
  @TempDir Path folder;

  private MvcTestResult get(String path) {
    return web.get().uri(path).with(authentication(COORDINATOR)).exchange();
  }

  private MvcTestResult post(String path, Map<String, String> fields) {
    var request = web.post().uri(path).with(authentication(COORDINATOR)).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void columnsAreGuessedShownCorrectedAndKept() throws Exception {
    Path table = folder.resolve("calls.csv");
    Files.writeString(
        table,
        "Ref,Nom,Date limite,Contact\nA,Appel un,31/12/2026,x@y.example\nB,<b>Appel</b> deux,demain,z@y.example\n");
    SourceRow source =
        sources.add("Mapping " + folder.getFileName(), "table", table.toString(), null);
    String page = "/sources/" + source.id() + "/mapping";

    assertThat(get("/sources/" + source.id())).hasStatusOk().bodyText().contains(page);
    assertThat(get(page))
        .hasStatusOk()
        .bodyText()
        .contains("This is not saved yet", "Appel un", "2026-12-31", "No such date")
        .doesNotContain("<b>Appel</b>");

    Map<String, String> fields =
        Map.of(
            "kind",
            "call",
            "id",
            "Ref",
            "order",
            "day",
            "field.1",
            "title",
            "field.2",
            "deadline",
            "separator.1",
            "none");
    MvcTestResult look = post(page, withLook(fields));
    assertThat(look).hasStatusOk().bodyText().contains("This is not saved yet");
    assertThat(sources.get(source.id()).settings()).isEmpty();

    assertThat(post(page, fields)).hasRedirectedUrl("/sources/" + source.id());
    TableMapping kept =
        TableMapping.parse(
            sources.get(source.id()).settings().getOrDefault(TableMapping.SETTING, ""));
    assertThat(kept.kind()).isEqualTo(RecordKind.CALL);
    assertThat(kept.id()).isEqualTo("Ref");
    assertThat(kept.columns()).hasSize(2);
    assertThat(get(page)).bodyText().doesNotContain("This is not saved yet");
    assertThat(post(page, Map.of("kind", "call"))).hasStatus(400).bodyText().contains("MC-1475");
    assertThat(post(page, Map.of("kind", "cat"))).hasStatus(400).bodyText().contains("MC-1473");
  }

  private static Map<String, String> withLook(Map<String, String> fields) {
    Map<String, String> all = new java.util.TreeMap<>(fields);
    all.put("look", "1");
    return all;
  }

  @Test
  void whatIsNoTableSaysSo() {
    SourceRow empty = sources.add("Empty " + folder.getFileName(), "table", null, null);
    assertThat(get("/sources/" + empty.id() + "/mapping"))
        .hasStatusOk()
        .bodyText()
        .contains("There is no table to look at yet");
    SourceRow other = sources.add("Other " + folder.getFileName(), "cordis-csv", null, null);
    assertThat(get("/sources/" + other.id() + "/mapping"))
        .hasStatus(404)
        .bodyText()
        .contains("MC-1476");
  }
}
