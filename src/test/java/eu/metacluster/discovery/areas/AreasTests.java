package eu.metacluster.discovery.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An administrator loads the regions' boundaries, and the map draws them as areas. */
@ProductTest
class AreasTests {

  private static final UUID ME = UUID.randomUUID();
  private static final Authentication ADMINISTRATOR =
      new Identity(ME, "Administrator", Role.ADMINISTRATOR).authentication();
  private static final String NOTICE = "© EuroGeographics for the boundaries <here>";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester web;
  @Autowired Areas areas;

  private final String word = "qa" + Plot.number();

  @AfterEach
  void asBefore() {
    areas.forget(ME, "boundaries");
    areas.forget(ME, "people");
  }

  private MvcTestResult send(String what, byte[] content, Map<String, String> more) {
    var request =
        web.post()
            .uri("/map/areas/" + what)
            .multipart()
            .file(new MockMultipartFile("file", "../" + what + ".gz", "application/gzip", content))
            .with(authentication(ADMINISTRATOR))
            .with(csrf());
    more.forEach(request::param);
    return request.exchange();
  }

  private static byte[] real() throws IOException {
    return Files.readAllBytes(SharedData.at("geography/NUTS_RG_60M_2024_4326.geojson.gz"));
  }

  private String get(String address) throws Exception {
    return web.get()
        .uri(address)
        .header("Accept-Language", "en")
        .exchange()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }

  private void project() {
    Plot plot = new Plot(product);
    Finding berlin = Plot.organisation(Plot.number(), "Clinic " + word, "DE", "DE300");
    Finding spain = Plot.organisation(Plot.number(), "Hospital " + word, "ES", "ES");
    String grant = Plot.number();
    Finding london = Plot.organisation(Plot.number(), "College " + word, "GB", "UKI31");
    Finding project =
        Plot.project(grant, Map.of(Field.TITLE, "Across " + word), List.of(berlin, spain, london));
    plot.stated(berlin, spain, london, project);
    plot.published(grant);
  }

  @Test
  void regionsAreDrawnAsAreas() throws Exception {
    project();
    assertThat(get("/map?q=" + word + "&table=regions")).doesNotContain("/map/areas/2.svg");
    assertThat(send("boundaries", real(), Map.of("notice", NOTICE, "allowed", "true")))
        .hasRedirectedUrl("/map/areas");

    String page = get("/map?q=" + word + "&table=regions");
    assertThat(page)
        .contains("Regions of Europe (NUTS 2) shaded by")
        .doesNotContain("No boundaries");
    assertThat(page).contains("#DE30\"");
    Matcher shape = Pattern.compile("href=\"(/map/areas/2\\.svg\\?v=\\w+)#DE30\"").matcher(page);
    assertThat(shape.find()).isTrue();
    assertThat(page)
        .contains("aria-label=\"Berlin: 1\"", "© EuroGeographics for the boundaries &lt;here&gt;")
        .contains("aria-label=\"Cataluña: no data\"", "aria-label=\"United Kingdom: no data\"")
        .doesNotContain("#FR10\"")
        .doesNotContain("Circles:");
    MvcTestResult svg = web.get().uri(shape.group(1)).exchange();
    assertThat(svg).hasStatusOk().hasContentType("image/svg+xml");
    assertThat(svg.getResponse().getHeader("Cache-Control")).contains("immutable");
    assertThat(svg.getResponse().getContentAsString(StandardCharsets.UTF_8))
        .contains("<path id=\"DE30\" d=\"M", "<path id=\"FR10\"")
        .doesNotContain("id=\"DE300\"");
    assertThat(get("/map?q=" + word)).contains("Circles:").doesNotContain("/map/areas/");
  }

  @Test
  void perMillionInhabitants() throws Exception {
    project();
    String countries = get("/map?q=" + word + "&per=million");
    assertThat(countries).contains("per million inhabitants", "Inhabitants of 2024");
    assertThat(send("boundaries", real(), Map.of("notice", NOTICE, "allowed", "true")))
        .hasStatus3xxRedirection();
    String asked = "/map?q=" + word + "&table=regions&per=million";
    assertThat(get(asked)).contains("aria-label=\"Berlin: no data\"");
    byte[] people =
        "geo,TIME_PERIOD,OBS_VALUE\nDE30,2023,250000\n".getBytes(StandardCharsets.UTF_8);
    assertThat(send("people", people, Map.of())).hasRedirectedUrl("/map/areas");
    assertThat(get(asked)).contains("aria-label=\"Berlin: 4.0\"", "Inhabitants of 2023");
  }

  @Test
  void filesThatAreNoneChangeNothing() throws Exception {
    Map<String, String> allowed = Map.of("notice", NOTICE, "allowed", "true");
    assertThat(send("boundaries", real(), allowed)).hasStatus3xxRedirection();
    String before = get("/map/areas/3.svg");
    assertThat(send("boundaries", "nothing".getBytes(StandardCharsets.UTF_8), allowed))
        .hasStatus(400)
        .bodyText()
        .contains("MC-1661");
    assertThat(send("boundaries", real(), Map.of("notice", NOTICE)))
        .hasStatus(400)
        .bodyText()
        .contains("MC-1663");
    assertThat(send("boundaries", new byte[0], allowed)).hasStatus(400).bodyText().contains("1664");
    assertThat(get("/map/areas/3.svg")).isEqualTo(before);
    assertThat(web.get().uri("/map/areas/7.svg").exchange()).hasStatus(404);
    assertThat(web.get().uri("/map/areas/x.svg").exchange().getResponse().getStatus())
        .isBetween(400, 404);
  }
}
