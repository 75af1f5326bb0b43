package eu.metacluster.harvest.pages;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A site's pages: which are visited, which are not, and when the site changes. */
class SiteTests {

  private static final String WORDS =
      "The consortium brings liquid biopsy to forty hospitals in nine countries, so that patients"
          + " with lung cancer are told within two weeks which of the approved treatments fits"
          + " their tumour, whichever region they live in and whatever their hospital can afford.";

  private final Loopback web = new Loopback();
  private final PagesConnector connector = new PagesConnector();

  SiteTests() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  private void on(String path, String type, String body) {
    web.on(path, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private void page(String path, String title, String around) {
    on(
        path,
        "text/html",
        "<html lang=en><head><title>%s | Institute</title></head><body><nav><a href=/a>%s</a></nav><main><h1>%s</h1><p>%s</p></main><footer>%s</footer></body></html>"
            .formatted(title, around, title, WORDS, around));
  }

  private String map(String... paths) {
    StringBuilder map =
        new StringBuilder(
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
    for (String path : paths) {
      String address = path.startsWith("http") ? path : web.at(path).toString();
      map.append("<url><loc>").append(address).append("</loc></url>");
    }
    return map.append("</urlset>").toString();
  }

  private String index(String... paths) {
    return map(paths)
        .replace("<url>", "<sitemap>")
        .replace("</url>", "</sitemap>")
        .replace("urlset", "sitemapindex");
  }

  private static byte[] packed(byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }

  private Recorder read(String path, Map<String, String> settings) throws IOException {
    return Remotely.read(connector, web.at(path), settings);
  }

  @Test
  void pagesByTheSitemapsThatRobotsNames() throws IOException {
    on(
        "/robots.txt",
        "text/plain",
        "User-agent: *\nDisallow: /private\nSitemap: " + web.at("/index.xml"));
    on("/index.xml", "text/xml", index("/one.xml", "/two.xml.gz", "/gone.xml"));
    on(
        "/one.xml",
        "text/xml",
        map(
            "/news/1",
            "/news/print/1",
            "/other/1",
            "https://elsewhere.example/news/9",
            "http://default/news/3"));
    web.on(
        "/two.xml.gz",
        "application/gzip",
        packed(map("/news/2", "/private/news/4").getBytes(StandardCharsets.UTF_8)));
    on("/", "text/html", "<title>Home</title><h1>Home</h1><p>" + WORDS);
    for (int i = 1; i < 4; i++) {
      page("/news/" + i, "News " + i, "menu");
    }

    Recorder read = read("/", Map.of("include", "/news/*\n/private/*", "exclude", "*/print/*"));

    assertThat(read.byKey(RecordKind.NEWS).keySet())
        .containsExactlyInAnyOrder(
            web.at("/").toString(),
            web.at("/news/1").toString(),
            web.at("/news/2").toString(),
            web.at("/news/3").toString());
    assertThat(read.problems(Reason.NO_ANSWER)).as("the missing map, the private page").hasSize(2);
    assertThat(web.asked).doesNotContain("/private/news/4", "/news/print/1", "/other/1");
  }

  @Test
  void aRecordedSitemap() throws IOException {
    String recorded = Files.readString(SharedData.at("payloads/events/misc/Test-Sitemap.xml"));
    String here = recorded.replace("https://pawsey.org.au", web.at("").toString());
    on("/event-sitemap.xml", "text/xml", here);
    web.on("/", "text/html", SharedData.at("payloads/events/pages/leiden_1.html"));
    long locations = recorded.split("<loc>", -1).length - 1;
    assertThat(locations).isEqualTo(9);

    Recorder read = read("/event-sitemap.xml", Map.of());

    assertThat(read.problems(Reason.NO_ANSWER)).as("all its pages, none of them here").hasSize(9);
    assertThat(read.expected).isEqualTo(9);
  }

  @Test
  void menusAndDatesOfTheDayAreNoFacts() throws IOException {
    page("/n/1", "News", "Today is Monday");
    Recorder first = read("/n/1", Map.of());
    page("/n/1", "News", "Today is Tuesday, 14 visitors, new: other pages");
    Recorder second = Remotely.read(connector, web.at("/n/1"), Map.of(), first.next());

    Finding before = first.findings.getFirst();
    Finding after = second.findings.getFirst();
    assertThat(values(before, Field.SUMMARY)).containsExactly("News\n\n" + WORDS);
    assertThat(after.digest()).isEqualTo(before.digest());
    Recorder third = Remotely.read(connector, web.at("/n/1"), Map.of(), second.next());
    assertThat(third.findings).isEmpty();
    assertThat(third.same).hasSize(1);
  }

  @Test
  void aPageThatIsGoneEndsWhatItStated() throws IOException {
    on("/n/", "text/html", "<title>List</title><a href=1>1</a><p>" + WORDS);
    page("/n/1", "News", "");
    Recorder first = read("/n/", Map.of());
    assertThat(first.byKey(RecordKind.NEWS)).hasSize(2);
    web.on("/n/1", exchange -> Loopback.send(exchange, 410, "text/html", new byte[0]));
    Recorder second = Remotely.read(connector, web.at("/n/"), Map.of(), first.next());
    assertThat(second.gone).singleElement().matches(s -> s.key().endsWith("/n/1"));
  }

  @Test
  void sitemapsOfSitemapsEnd() throws IOException {
    on("/m0.xml", "text/xml", index("/m1.xml", "/m0.xml"));
    on("/m1.xml", "text/xml", index("/m2.xml"));
    on("/m2.xml", "text/xml", index("/m3.xml"));
    on("/m3.xml", "text/xml", map("/never"));
    Recorder read = read("/m0.xml", Map.of());
    assertThat(read.findings).isEmpty();
    assertThat(read.problems(Reason.TOO_DEEP)).hasSize(1);
    assertThat(web.asked).doesNotContain("/m3.xml", "/never");
  }

  @Test
  void aSitemapWithTooMuchIsCut() throws IOException {
    String[] paths = new String[50];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = "/p/" + i;
      page(paths[i], "Page " + i, "");
    }
    on("/map.xml", "text/xml", map(paths));
    Recorder read = read("/map.xml", Map.of("pages", "20"));
    assertThat(read.findings).hasSize(20);
    assertThat(read.problems(Reason.TOO_MANY_PAGES)).isNotEmpty();

    byte[] zeros = new byte[80 << 20];
    byte[] start = "<urlset>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(start, 0, zeros, 0, start.length);
    web.on("/bomb.xml.gz", "application/gzip", packed(zeros));
    assertThat(read("/bomb.xml.gz", Map.of()).problems(Reason.TOO_LARGE)).hasSize(1);

    byte[] whole = packed(map(paths).getBytes(StandardCharsets.UTF_8));
    web.on("/cut.xml.gz", "application/gzip", java.util.Arrays.copyOf(whole, whole.length - 40));
    assertThat(read("/cut.xml.gz", Map.of()).problems(Reason.TRUNCATED)).hasSize(1);
  }

  @Test
  void whatIsNoPageIsRefusedOrALine() throws IOException {
    on("/x", "application/zip", "PK");
    assertThatThrownBy(() -> read("/x", Map.of())).hasMessageContaining("MC-1469");
    assertThatThrownBy(() -> read("/x", Map.of("kind", "cat"))).hasMessageContaining("MC-1468");
    on("/map.xml", "text/xml", map("/x", "/login", "/lost", "/empty"));
    on("/login", "text/html", "<title>Log in | Portal</title><form><input type=password></form>");
    on("/lost", "text/html", "<title>Institut – Page introuvable</title><p>…");
    on("/empty", "text/html", "");
    Recorder read = read("/map.xml", Map.of());
    assertThat(read.findings).isEmpty();
    assertThat(read.problems(Reason.NOT_EXPECTED)).hasSize(2);
    assertThat(read.problems(Reason.NOT_READ)).hasSize(1);
    assertThat(read.problems(Reason.NO_ID)).hasSize(1);
  }
}
