package eu.metacluster.harvest.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.LookUp;
import eu.metacluster.harvest.LookUp.Trouble;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each register is asked once by a name that it gave; whoever does not answer is left. */
@ProductTest
class LookUpTests {

  @Autowired Readers readers;
  @TempDir private Path data;
  private Loopback server;
  private LookUp lookUp;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
    lookUp = lookUp(server.at("").toString(), Duration.ofSeconds(10), true);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    if (Files.exists(data.resolve("lookup"))) {
      await().untilAsserted(() -> assertThat(data.resolve("lookup")).isEmptyDirectory());
    }
  }

  private LookUp lookUp(String base, Duration longest, boolean anyPort) {
    return new LookUps(readers).at(base, data, longest, anyPort);
  }

  private LookUp.Result ask(Scheme scheme, String name) {
    return lookUp.of(Identifier.of(scheme, name));
  }

  private Finding thing(Scheme scheme, String name) {
    LookUp.Result result = ask(scheme, name);
    assertThat(result.trouble()).isNull();
    assertThat(result.found()).isNotNull();
    return Objects.requireNonNull(result.found()).thing();
  }

  private static String value(Finding finding, Field field) {
    return Recorder.values(finding, field).getFirst();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aGrantNumberIsAskedAtCordisAndOnlyOnce() throws IOException {
    server.on(
        "/cordis/101190685",
        "application/xml",
        SharedData.at("payloads/cordis/project-101190685.xml"));
    Finding project = thing(Scheme.GRANT, "101190685");
    assertThat(project.kind()).isEqualTo(RecordKind.PROJECT);
    assertThat(value(project, Field.GRANT)).isEqualTo("101190685");
    assertThat(value(project, Field.START_DATE)).matches("\\d{4}-\\d{2}-\\d{2}");
    assertThat(project.partners()).isNotEmpty();
    LookUp.Found found = Objects.requireNonNull(ask(Scheme.GRANT, "101190685").found());
    assertThat(found.source()).isEqualTo("CORDIS");
    assertThat(found.findings()).anyMatch(one -> one.kind() == RecordKind.ORGANISATION);
    assertThat(server.asked.stream().filter(path -> path.startsWith("/cordis/"))).hasSize(1);
  }

  @Test
  void aPageOfCordisThatIsNoProjectLeadsNowhere() {
    String links = "<a href='/project/id/101000001'>1</a><a href='/project/id/101000002'>2</a>";
    server.on("/cordis/101999999", "text/html", utf8("<html>" + links + "</html>"));
    assertThat(ask(Scheme.GRANT, "101999999").trouble()).isEqualTo(Trouble.UNKNOWN);
    assertThat(server.asked).noneMatch(path -> path.contains("10100000"));
  }

  @Test
  void aTrialIsAskedAtItsRegister() throws IOException {
    server.on(
        "/trials/NCT02576665",
        "application/json",
        SharedData.at("payloads/clinicaltrials-v2/get_nct02576665_20260811.json"));
    Finding trial = thing(Scheme.NCT, "nct02576665");
    assertThat(trial.identifiers()).contains(Identifier.of(Scheme.NCT, "NCT02576665"));
    assertThat(value(trial, Field.TITLE)).isNotBlank();
  }

  @Test
  void aDoiIsAskedAtCrossrefAndThenAtDataCite() {
    server.on(
        "/crossref/10.1000/one",
        "application/json",
        utf8(
            """
            {"status":"ok","message-type":"work","message":{"DOI":"10.1000/One","type":
            "journal-article","title":["Circulating DNA in early cancer"],"URL":
            "https://doi.org/10.1000/one","published":{"date-parts":[[2024,5,2]]}}}"""));
    assertThat(value(thing(Scheme.DOI, "10.1000/One"), Field.TITLE)).startsWith("Circulating DNA");
    server.on(
        "/datacite/10.9999/two",
        "application/json",
        utf8(
            """
            {"data":{"id":"10.9999/two","attributes":{"doi":"10.9999/two","titles":[{"title":
            "Panel sequencing data"}],"creators":[{"name":"Doe, Jane"}],"publisher":"Some archive",
            "publicationYear":2025,"types":{"resourceTypeGeneral":"Dataset"},"descriptions":
            [{"descriptionType":"Abstract","description":"Reads of 20 panels."}]}}}"""));
    Finding data = thing(Scheme.DOI, "10.9999/two");
    assertThat(value(data, Field.SUMMARY)).isEqualTo("Reads of 20 panels.");
    assertThat(value(data, Field.DOI)).isEqualTo("10.9999/two");
    assertThat(ask(Scheme.DOI, "10.9999/nobody").trouble()).isEqualTo(Trouble.UNKNOWN);
  }

  @Test
  void aDoiOfZenodoIsAskedThere() throws IOException {
    server.on("/zenodo", "application/json", SharedData.at("payloads/zenodo-rest/zenodo_abt.json"));
    assertThat(value(thing(Scheme.DOI, "10.5281/zenodo.7000001"), Field.TITLE)).isNotBlank();
    assertThat(server.asked).anyMatch(path -> path.startsWith("/zenodo?q=doi:"));
    assertThat(server.asked).noneMatch(path -> path.startsWith("/crossref"));
  }

  @Test
  void anOrganisationIsAskedAtRor() {
    server.on(
        "/ror/05f950310",
        "application/json",
        utf8(
            """
            {"id":"https://ror.org/05f950310","status":"active","types":["education"],
            "names":[{"value":"KU Leuven","types":["ror_display","label"]}],
            "links":[{"type":"website","value":"https://www.kuleuven.be"}],
            "locations":[{"geonames_details":{"country_code":"BE","name":"Leuven"}}]}"""));
    Finding organisation = thing(Scheme.ROR, "https://ror.org/05f950310");
    assertThat(value(organisation, Field.TITLE)).isEqualTo("KU Leuven");
    assertThat(value(organisation, Field.COUNTRY)).isEqualTo("BE");
  }

  @Test
  void aPageIsReadByItselfAndItsSiteIsLeftAlone() {
    server.on(
        "/event",
        "text/html",
        utf8(
            """
            <!doctype html><html lang="en"><head><title>School | Site</title>
            <script type="application/ld+json">{"@context":"https://schema.org","@type":"Event",
            "name":"School on liquid biopsy","startDate":"2027-03-01T09:00:00+01:00",
            "location":{"@type":"Place","name":"Hall 1"}}</script></head>
            <body><h1>School</h1><a href="/other">other</a></body></html>"""));
    Finding event = thing(Scheme.URL, server.at("/event").toString());
    assertThat(event.kind()).isIn(RecordKind.EVENT, RecordKind.TRAINING);
    assertThat(value(event, Field.TITLE)).isEqualTo("School on liquid biopsy");
    assertThat(server.asked).containsExactly("/robots.txt", "/event");
    server.on(
        "/plain",
        "text/html",
        utf8(
            """
            <html><head><meta property="og:title" content="Mobile screening units">
            <meta property="og:description" content="Vans that bring tests to villages.">
            </head><body><p>.</p></body></html>"""));
    Finding page = thing(Scheme.URL, server.at("/plain").toString());
    assertThat(value(page, Field.TITLE)).isEqualTo("Mobile screening units");
    assertThat(value(page, Field.SUMMARY)).contains("villages");
  }

  @Test
  void whatTheSiteForbidsOrCannotBeReadIsSaid() {
    server
        .on("/robots.txt", "text/plain", utf8("User-agent: *\nDisallow: /closed\n"))
        .on("/closed", "text/html", utf8("<html><h1>closed</h1></html>"))
        .on("/numbers", "application/octet-stream", new byte[] {0, 1, 2})
        .on(
            "/cordis/101000009",
            "application/xml",
            utf8("<project xmlns='http://cordis.europa.eu'"))
        .on("/trials/NCT00000001", "application/json", utf8("{\"protocolSection\":"));
    assertThat(page("/closed")).isEqualTo(Trouble.CLOSED);
    assertThat(page("/numbers")).isIn(Trouble.UNKNOWN, Trouble.UNREADABLE);
    assertThat(page("/nothing")).isEqualTo(Trouble.UNKNOWN);
    assertThat(ask(Scheme.GRANT, "101000009").trouble()).isIn(Trouble.UNKNOWN, Trouble.UNREADABLE);
    assertThat(ask(Scheme.NCT, "NCT00000001").trouble()).isNotNull();
    assertThat(ask(Scheme.GRANT, "KWF-2020-1").trouble()).isEqualTo(Trouble.NO_REGISTER);
  }

  private @Nullable Trouble page(String path) {
    return ask(Scheme.URL, server.at(path).toString()).trouble();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://[fd00::1]/",
        "http://user:secret@example.org/",
        "ftp://example.org/x",
        "http://[nowhere"
      })
  void privateAddressesAreNotAsked(String address) {
    assertThat(ask(Scheme.URL, address).trouble()).isEqualTo(Trouble.NOT_PUBLIC);
  }

  @Test
  void anOddPortIsNotAsked() {
    LookUp strict = lookUp(server.at("").toString(), Duration.ofSeconds(5), false);
    server.on("/page", "text/html", utf8("<html><h1>page</h1></html>"));
    Identifier page = Identifier.of(Scheme.URL, server.at("/page").toString());
    assertThat(strict.of(page).trouble()).isEqualTo(Trouble.NOT_PUBLIC);
    assertThat(server.asked).isEmpty();
  }

  @Test
  void whoeverHangsIsLeftInTime() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String base = "http://127.0.0.1:" + mute.getLocalPort();
      LookUp impatient = lookUp(base, Duration.ofMillis(900), true);
      Instant before = Instant.now();
      for (Map.Entry<Scheme, String> one :
          Map.of(Scheme.NCT, "NCT00000002", Scheme.URL, base + "/page").entrySet()) {
        LookUp.Result result = impatient.of(Identifier.of(one.getKey(), one.getValue()));
        assertThat(result.trouble()).isIn(Trouble.UNREACHABLE, Trouble.CLOSED);
        assertThat(result.source()).isNotBlank();
      }
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
    Identifier dead = Identifier.of(Scheme.ROR, "05f950310");
    LookUp nobody = lookUp("http://127.0.0.1:1", Duration.ofSeconds(5), true);
    assertThat(nobody.of(dead).trouble()).isEqualTo(Trouble.UNREACHABLE);
  }
}
