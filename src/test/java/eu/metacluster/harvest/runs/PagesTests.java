package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.Zip;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a coordinator sees and does, and what others do not. */
@ProductTest
class PagesTests {

  private static final Authentication COORDINATOR =
      new Identity(UUID.randomUUID(), "Coordinator", Role.COORDINATOR).authentication();
  private static final Authentication COMMITTEE =
      new Identity(UUID.randomUUID(), "Committee", Role.COMMITTEE).authentication();

  @Autowired MockMvcTester web;
  @Autowired SourceRegister sources;
  @Autowired Runs runs;
  @Autowired Records records;
  @TempDir Path folder;

  @Test
  void aFileIsHandedInTriedOutRunLookedAtAndTakenBack() throws Exception {
    String name = "Pages " + folder.getFileName();
    MvcTestResult added =
        web.post()
            .uri("/sources")
            .with(authentication(COORDINATOR))
            .with(csrf())
            .param("name", name)
            .param("connector", "cordis-csv")
            .exchange();
    long id = sources.findByName(name).orElseThrow().id();
    assertThat(added).hasRedirectedUrl("/sources/" + id);
    assertThat(get("/sources/" + id)).hasStatusOk().bodyText().contains("Not read yet");

    String page = "/sources/" + id + "/runs/" + upload(id, true);
    assertThat(get(page))
        .hasStatusOk()
        .bodyText()
        .contains("What would change", "HORIZON.2.5", "Second time: ignored", "notes.txt");
    String run = "/sources/" + id + "/runs/" + upload(id, false);
    assertThat(get(run)).hasStatusOk().bodyText().contains("Take this run back");
    assertThat(get("/sources")).hasStatusOk().bodyText().contains(name, "Finished");
    assertThat(get(run + "/rollback")).hasStatusOk().bodyText().contains("Its ");
    assertThat(post(run + "/rollback")).hasRedirectedUrl(run);
    assertThat(get(run)).bodyText().contains("Taken back");
    assertThat(post(run + "/rollback")).hasStatus(409).bodyText().contains("MC-1408");
  }

  @Test
  void theBytesOfAClaimAreShownToWhoMaySeeTheRecord() throws Exception {
    SourceRow source = sources.add("Shown " + folder.getFileName(), "cordis-csv", null, null);
    upload(source.id(), false);
    GridRecord record = records.find(Identifier.of(Scheme.GRANT, "101069359")).orElseThrow();
    ClaimView claim =
        records.claims(record.id()).stream()
            .filter(c -> c.source() == source.id())
            .findFirst()
            .orElseThrow();
    String page =
        "/snapshots/%d?record=%s&claim=%d"
            .formatted(claim.at().snapshot(), record.id(), claim.id());
    assertThat(get(page)).hasStatusOk().bodyText().contains("SHA-256", "<mark>\"101069359");
    assertThat(web.get().uri(page).with(authentication(COMMITTEE))).hasStatusOk();
    assertThat(web.get().uri(page)).as("a candidate is nobody's business").hasStatus(404);
    assertThat(get("/snapshots/" + claim.at().snapshot() + "/raw"))
        .hasStatusOk()
        .hasHeader("Content-Type", "application/octet-stream");
  }

  @Test
  void aTokenIsNeverShownAgainAndStaysWhenItIsNotTypedAnew() {
    SourceRow source =
        sources.add(
            SourceForm.of(
                Map.of(
                    "name", "Brite " + folder.getFileName(),
                    "connector", "eventbrite",
                    "location", "http://example.org/v3/organizers/1/events/",
                    "setting.token", "s3cret-token")),
            null);
    String page = "/sources/" + source.id() + "/edit";
    assertThat(get(page)).hasStatusOk().bodyText().contains("setting.token").doesNotContain("s3cr");
    assertThat(get("/sources/" + source.id())).bodyText().doesNotContain("s3cr");
    assertThat(
            web.post()
                .uri(page)
                .with(authentication(COORDINATOR))
                .with(csrf())
                .param("name", source.name())
                .param("location", "http://example.org/v3/organizers/2/events/")
                .param("setting.token", "")
                .exchange())
        .hasStatus3xxRedirection();
    assertThat(sources.get(source.id()).settings()).containsEntry("token", "s3cret-token");
  }

  @Test
  void onlyCoordinatorsSeeSources() {
    assertThat(web.get().uri("/sources").with(authentication(COMMITTEE))).hasStatus(403);
    assertThat(web.get().uri("/sources"))
        .satisfies(r -> assertThat(r.getResponse().getStatus()).isNotEqualTo(200));
  }

  @Test
  void aPathOutsideTheAllowedFoldersIsRefusedAndWhatWasTypedStays() {
    MvcTestResult refused =
        web.post()
            .uri("/sources")
            .with(authentication(COORDINATOR))
            .with(csrf())
            .param("name", "Outside")
            .param("connector", "cordis-csv")
            .param("location", "/etc/passwd")
            .exchange();
    assertThat(refused).hasStatus(400).bodyText().contains("MC-1409", "/etc/passwd", "Outside");
    assertThat(sources.findByName("Outside")).isEmpty();
  }

  private long upload(long source, boolean dry) throws Exception {
    Path bundle = RealCut.of(folder.resolve("bundle" + dry), 0, 5);
    Files.writeString(bundle.resolve("notes.txt"), "hello");
    Path projects = bundle.resolve("project.csv");
    String text = Files.readString(projects);
    Files.writeString(projects, text + text.lines().skip(1).findFirst().orElse("") + "\n");
    MockMultipartFile zip =
        new MockMultipartFile("file", "../b.zip", "application/zip", Zip.of(bundle));
    MvcTestResult started =
        web.post()
            .uri("/sources/" + source + "/runs")
            .multipart()
            .file(zip)
            .with(authentication(COORDINATOR))
            .with(csrf())
            .param("dry", String.valueOf(dry))
            .exchange();
    String address = String.valueOf(started.getResponse().getRedirectedUrl());
    long run = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    for (int i = 0; i < 600 && runs.get(run).state().open(); i++) {
      assertThat(get(address)).hasStatusOk();
      Thread.sleep(50);
    }
    assertThat(runs.get(run).state()).isEqualTo(RunState.FINISHED);
    return run;
  }

  private MvcTestResult get(String uri) {
    return web.get().uri(uri).with(authentication(COORDINATOR)).exchange();
  }

  private MvcTestResult post(String uri) {
    return web.post().uri(uri).with(authentication(COORDINATOR)).with(csrf()).exchange();
  }
}
