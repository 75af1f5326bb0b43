package eu.metacluster.screening.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.MergeView;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class MergePagesTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Intake intake;
  @Autowired Sources sources;
  @Autowired Records records;

  private GridRecord organisation(String name) {
    String pic = Long.toString(UUID.randomUUID().getMostSignificantBits() & 0xFFFFFFFFFL);
    Identifier identifier = Identifier.of(Scheme.PIC, pic);
    long source = sources.register("Merges", 100, null, null);
    intake.accept(
        new Origin(source, 880_000 + source, Instant.now()),
        List.of(
            new Finding(
                RecordKind.ORGANISATION,
                pic,
                List.of(identifier),
                List.of(Finding.Fact.of(Field.TITLE, name)),
                List.of(),
                new Finding.Locator(0, 0, 0),
                name.getBytes(StandardCharsets.UTF_8))));
    return records.find(identifier).orElseThrow();
  }

  private MvcTestResult post(String path, String... parameters) {
    return post(new Persons(jdbc).with(Role.COORDINATOR), path, parameters);
  }

  private MvcTestResult post(Identity who, String path, String... parameters) {
    var request = mvc.post().uri(path);
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.with(authentication(who.authentication())).with(csrf()).exchange();
  }

  @Test
  void thePageSaysWhoMergedAndWhoTookItBack() throws Exception {
    Persons persons = new Persons(jdbc);
    GridRecord kept = organisation("The clinic that stays");
    GridRecord gone = organisation("The clinic that goes");
    GridRecord other = organisation("The clinic that goes and comes");
    post(persons.with(Role.COMMITTEE), "/merges", "from", gone.path(), "into", kept.path());
    post(persons.with(Role.COMMITTEE), "/merges", "from", other.path(), "into", kept.path());
    UUID merge = records.merges(1).getFirst().id();
    post(persons.with(Role.ADMINISTRATOR), "/merges/" + merge + "/undo");
    post(persons.with(Role.COORDINATOR), "/merges", "from", other.path(), "into", kept.path());

    String page =
        mvc.get()
            .uri("/merges")
            .with(authentication(persons.with(Role.COORDINATOR).authentication()))
            .exchange()
            .getResponse()
            .getContentAsString();
    List<String> rows =
        Stream.of(page.split("<tr>", -1)).filter(row -> row.contains("The clinic that")).toList();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
    assertThat(rows.get(0)).contains("goes and comes", "Chloé Coordinator", "Take it back");
    assertThat(rows.get(1))
        .contains("goes and comes", "Carl Committee", "Taken back on", "Anna Administrator")
        .doesNotContain("Chloé");
    assertThat(rows.get(2)).contains("that goes<", "Carl Committee").doesNotContain("Anna");
  }

  @Test
  void aCoordinatorMergesByAddressAndTakesItBack() {
    GridRecord gone = organisation("Old name of the clinic");
    GridRecord kept = organisation("New name of the clinic");

    assertThat(
            post(
                "/merges",
                "from",
                "https://grid.example" + gone.path() + "?x=1",
                "into",
                kept.path()))
        .hasStatus(303);
    assertThat(records.find(gone.kind(), gone.handle()))
        .get()
        .extracting(GridRecord::id)
        .isEqualTo(kept.id());
    MergeView merge =
        records.merges(50).stream()
            .filter(m -> m.from().id().equals(gone.id()))
            .findFirst()
            .orElseThrow();

    assertThat(post("/merges/" + merge.id() + "/undo")).hasStatus(303);
    assertThat(records.find(gone.kind(), gone.handle()))
        .get()
        .extracting(GridRecord::id)
        .isEqualTo(gone.id());
    assertThat(post("/merges/" + merge.id() + "/undo")).hasStatus(409);
  }

  @Test
  void anUnknownAddressAndARecordWithItselfAreRefusedWithACode() {
    GridRecord alone = organisation("Alone");

    assertThat(post("/merges", "from", "/organisations/nobody", "into", alone.path()))
        .hasStatus(400)
        .bodyText()
        .contains("MC-1530");
    assertThat(post("/merges", "from", alone.path(), "into", alone.path()))
        .hasStatus(409)
        .bodyText()
        .contains("MC-1303");
  }
}
