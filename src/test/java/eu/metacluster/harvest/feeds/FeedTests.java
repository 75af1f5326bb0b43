package eu.metacluster.harvest.feeds;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
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
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feeds as they are: real ones, old ones, broken ones. */
class FeedTests {

  private final FeedConnector connector = new FeedConnector();
  private final Loopback web = new Loopback();

  FeedTests() throws IOException {}

  @AfterEach
  void close() {
    web.close();
  }

  private Recorder recorded(String file, String type, String kind) throws IOException {
    web.on("/feed", type, SharedData.at("payloads/feeds/" + file));
    return Remotely.read(connector, web.at("/feed"), Map.of("kind", kind));
  }

  private Recorder read(String body) throws IOException {
    web.on("/feed", "application/xml", body.getBytes(StandardCharsets.UTF_8));
    return Remotely.read(connector, web.at("/feed"), Map.of());
  }

  @Test
  void coursesOfAWordPressSite() throws IOException {
    Recorder read = recorded("dtls_1.rss.xml", "application/rss+xml", "training");

    assertThat(read.findings).hasSize(3).allMatch(f -> f.kind() == RecordKind.TRAINING);
    Finding course = read.one(RecordKind.TRAINING, "https://www.dtls.nl/?post_type=course&p=19311");
    assertThat(values(course, Field.TITLE))
        .containsExactly("Constraint-based modeling: Introduction and advanced topics");
    assertThat(values(course, Field.STARTS_AT)).containsExactly("2023-02-13");
    assertThat(values(course, Field.ENDS_AT)).containsExactly("2023-02-17");
    assertThat(values(course, Field.VENUE)).containsExactly("Wageningen Campus, The Netherlands");
    assertThat(values(course, Field.COUNTRY)).containsExactly("NL");
    assertThat(values(course, Field.PUBLISHED_ON)).containsExactly("2022-03-31");
    assertThat(values(course, Field.LANGUAGE)).containsExactly("en");
    assertThat(values(course, Field.ORGANISER))
        .containsExactly("BioSB research school & Wageningen UR & Maastricht University");
    assertThat(values(course, Field.URL))
        .containsExactly(
            "https://www.dtls.nl/courses/constraint-based-modeling-introduction-and-advanced-topics/");
    assertThat(values(course, Field.SUMMARY).getFirst())
        .startsWith("This course will introduce computational modeling of large (genome-scale)")
        .contains("\n13 -17 Feb 2023, Wageningen\n")
        .doesNotContain("appeared first on")
        .doesNotContain("<")
        .doesNotContain("@");
    assertThat(course.facts()).noneMatch(f -> f.value().contains("Femke Francissen"));
    assertThat(read.whole).as("what falls out of a feed is not gone").isFalse();
  }

  @Test
  void anItemPointsAtItsBytes() throws IOException {
    Recorder read = recorded("dtls_3.rss.xml", "application/rss+xml", "event");

    Finding event = read.findings.getFirst();
    byte[] bytes = Files.readAllBytes(SharedData.at("payloads/feeds/dtls_3.rss.xml"));
    int from = (int) event.at().offset();
    String item =
        new String(
            Arrays.copyOfRange(bytes, from, from + event.at().length()), StandardCharsets.UTF_8);
    assertThat(item).startsWith("<item>").endsWith("</item>");
    assertThat(values(event, Field.STARTS_AT)).containsExactly("2023-02-15T00:00+01:00");
    assertThat(values(event, Field.VENUE)).containsExactly("O2 building, VU Amsterdam");
  }

  @Test
  void feedsThatAreSentAsHtml() throws IOException {
    Recorder uu = recorded("uu_events_rss_served_as_text_html.xml", "text/html", "event");

    assertThat(uu.findings).hasSize(17);
    Finding event = uu.one(RecordKind.EVENT, "150547");
    assertThat(values(event, Field.TITLE))
        .containsExactly(
            "The Unbearable Grip of Ultra-Processed Food – Navigating Towards a Healthier Food System");
    assertThat(values(event, Field.SUMMARY).getFirst()).startsWith("Book launch & symposium on");
    assertThat(values(event, Field.STARTS_AT)).containsExactly("2025-09-03T15:00+02:00");
    assertThat(values(event, Field.ENDS_AT)).containsExactly("2025-09-03T17:30+02:00");
    assertThat(values(event, Field.PUBLISHED_ON)).isEmpty();
    assertThat(uu.findings).allMatch(f -> values(f, Field.STARTS_AT).size() == 1);
    assertThat(uu.problems).isEmpty();

    Recorder wur = recorded("wur_calendar_rss_served_as_text_html.xml", "text/html", "news");
    assertThat(wur.findings).hasSize(25);
    Finding seminar = wur.one(RecordKind.NEWS, "717585");
    assertThat(values(seminar, Field.PUBLISHED_ON)).containsExactly("2023-02-08");
    assertThat(values(seminar, Field.TITLE).getFirst()).startsWith("RHI Seminar: Breaking");
    assertThat(wur.problems).isEmpty();
  }

  @Test
  void aSpanOfTimeIsNoDateOfPublication() throws IOException {
    Recorder uu = recorded("uu_events_rss_served_as_text_html.xml", "text/html", "news");

    assertThat(uu.findings).hasSize(17);
    assertThat(uu.problems(Reason.BAD_DATE)).hasSize(17);
  }

  @Test
  void atomWithItsKindsOfText() throws IOException {
    Recorder read =
        read(
            """
            <?xml version="1.0"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
              <title>Nouvelles</title>
              <link rel="self" href="/feed"/>
              <entry>
                <title type="html">Un &lt;b&gt;appel&lt;/b&gt; &amp;amp; plus</title>
                <link rel="enclosure" href="https://a.example/x.pdf"/>
                <link href="/n/1#top"/>
                <id>urn:uuid:1</id>
                <published>2026-03-01T23:30:00+01:00</published>
                <updated>2026-04-01T00:00:00Z</updated>
                <category term="cancer" label="Cancer du sein"/>
                <author><name>Quelqu'un</name><email>q@a.example</email></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Écrire à
                a.b@c.example ou +33 1 23 45 67 89.</p></div></content>
              </entry>
            </feed>
            """);

    Finding entry = read.one(RecordKind.NEWS, "urn:uuid:1");
    assertThat(values(entry, Field.TITLE)).containsExactly("Un appel & plus");
    assertThat(values(entry, Field.URL)).containsExactly(web.at("/n/1").toString());
    assertThat(values(entry, Field.SUMMARY)).containsExactly("Un.\n\nÉcrire à […] ou […].");
    assertThat(values(entry, Field.PUBLISHED_ON)).containsExactly("2026-03-01");
    assertThat(values(entry, Field.KEYWORDS)).containsExactly("Cancer du sein");
    assertThat(values(entry, Field.LANGUAGE)).containsExactly("fr");
    assertThat(entry.facts()).noneMatch(f -> f.value().contains("Quelqu"));
  }

  @Test
  void oldFeedsAndOnesWithCommentsBeforeTheDeclaration() throws IOException {
    Recorder read =
        read(
            """
            <!-- THEME DEBUG -->
            <!-- BEGIN OUTPUT from 'core/views-view-rss.html.twig' -->
            <?xml version="1.0" encoding="utf-8"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="x"><title>T</title></channel>
              <item rdf:about="https://a.example/1"><title>One &nbsp; &amp; <i>only</i></title>
                <link>https://a.example/1</link><dc:date>2026-05-06</dc:date>
                <dc:subject>Liquid biopsy</dc:subject><dc:creator>N. N.</dc:creator></item>
            </rdf:RDF>
            """);

    Finding one = read.one(RecordKind.NEWS, "https://a.example/1");
    assertThat(values(one, Field.TITLE)).containsExactly("One & only");
    assertThat(values(one, Field.PUBLISHED_ON)).containsExactly("2026-05-06");
    assertThat(values(one, Field.KEYWORDS)).containsExactly("Liquid biopsy");
  }

  private static String item(int number, String date) {
    return "<item><guid>g"
        + number
        + "</guid><title>Item "
        + number
        + "</title><pubDate>"
        + date
        + "</pubDate></item>";
  }

  private static byte[] wordPress(String items) {
    return ("<rss version='2.0'><channel><generator>https://wordpress.org/?v=6.8</generator>"
            + items
            + "</channel></rss>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void olderPagesAreReadOnceAndALaterRunStopsWhereNothingIsNew() throws IOException {
    String type = "application/rss+xml";
    web.on("/feed", type, wordPress(item(3, "Wed, 06 May 2026 10:00:00 +0000")));
    web.on("/feed?paged=2", type, wordPress(item(2, "5 May 26 10:00 GMT")));
    web.on("/feed?paged=3", type, wordPress(item(1, "Mon, 04 May 2026 10:00:00 +0000")));
    web.on("/feed?paged=4", exchange -> Loopback.send(exchange, 404, "text/html", new byte[0]));

    Recorder first = Remotely.read(connector, web.at("/feed"), Map.of());
    assertThat(first.byKey(RecordKind.NEWS)).containsOnlyKeys("g1", "g2", "g3");
    assertThat(first.checkpoints).hasSize(3);
    assertThat(first.memory).containsEntry("newest", "2026-05-06");

    Recorder unchanged = Remotely.read(connector, web.at("/feed"), Map.of(), first.next());
    assertThat(unchanged.findings).isEmpty();

    web.asked.clear();
    String both = item(4, "Thu, 07 May 2026 10:00:00 +0000");
    web.on("/feed", type, wordPress(both + item(3, "Wed, 06 May 2026 10:00:00 +0000")));
    Recorder second = Remotely.read(connector, web.at("/feed"), Map.of(), first.next());
    assertThat(second.byKey(RecordKind.NEWS)).containsOnlyKeys("g2", "g3", "g4");
    assertThat(web.asked).contains("/feed?paged=2").doesNotContain("/feed?paged=3");

    Recorder cut = new Recorder();
    cut.resumesAt = "3 " + web.at("/feed?paged=3");
    assertThat(Remotely.read(connector, web.at("/feed"), Map.of(), cut).byKey(RecordKind.NEWS))
        .containsOnlyKeys("g1");
  }

  @Test
  void aFeedThatGoesOnInACircleEnds() throws IOException {
    String body =
        "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='next' href='%s'/><entry><id>%s</id>"
            + "<title>x</title></entry></feed>";
    web.on(
        "/feed",
        "application/atom+xml",
        body.formatted("/b", "1").getBytes(StandardCharsets.UTF_8));
    web.on(
        "/b",
        "application/atom+xml",
        body.formatted("/feed", "2").getBytes(StandardCharsets.UTF_8));

    Recorder read = Remotely.read(connector, web.at("/feed"), Map.of());
    assertThat(read.findings).hasSize(2);
    assertThat(read.problems(Reason.NOT_EXPECTED)).hasSize(1);
  }

  @Test
  void whatIsBrokenOffOrUnnamedIsALine() throws IOException {
    Recorder read =
        read(
            "<rss><channel>"
                + item(1, "yesterday")
                + item(1, "Wed, 06 May 2026 10:00:00 +0000")
                + "<item></item><item><guid>g9</guid><title>Cut of");

    assertThat(read.byKey(RecordKind.NEWS)).containsOnlyKeys("g1");
    assertThat(read.problems(Reason.BAD_DATE)).hasSize(1);
    assertThat(read.problems(Reason.DUPLICATE)).hasSize(1);
    assertThat(read.problems(Reason.NO_ID)).hasSize(1);
    assertThat(read.problems(Reason.TRUNCATED)).hasSize(1);
  }

  @Test
  void anErrorPageIsNoFeed() {
    assertThatThrownBy(() -> read("<!DOCTYPE html><html><title>Sign in</title></html>"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("MC-1461");
  }

  @Test
  void anUnknownKindIsRefused() {
    assertThatThrownBy(() -> recordedKind("cats")).hasMessageContaining("MC-1460");
  }

  private void recordedKind(String kind) throws IOException {
    web.on("/feed", "text/xml", wordPress(""));
    Remotely.read(connector, web.at("/feed"), Map.of("kind", kind));
  }

  @Test
  void anEndlessFeedIsCutByTheClient() {
    byte[] chunk =
        item(1, "Wed, 06 May 2026 10:00:00 +0000").repeat(1000).getBytes(StandardCharsets.UTF_8);
    web.on(
        "/feed",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("<rss><channel>".getBytes(StandardCharsets.UTF_8));
          for (int i = 0; i < 20_000; i++) {
            exchange.getResponseBody().write(chunk);
          }
          exchange.close();
        });
    assertThatThrownBy(() -> Remotely.read(connector, web.at("/feed"), Map.of()))
        .isInstanceOfSatisfying(
            FetchException.class,
            e -> assertThat(e.trouble()).isEqualTo(FetchException.Trouble.TOO_LARGE));
  }

  @Test
  void feedsAreToldFromPages() throws IOException {
    assertThat(recognises("\uFEFF\n<?xml version='1.0'?><!-- x --><rss version='0.91'>")).isTrue();
    assertThat(recognises("<feed xmlns='http://www.w3.org/2005/Atom'>")).isTrue();
    assertThat(recognises("<!doctype html><html>")).isFalse();
    assertThat(recognises("{\"rss\":1}")).isFalse();
    assertThat(recognises("")).isFalse();
  }

  private static boolean recognises(String body) {
    String root =
        XmlStart.root(
            new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    return java.util.Set.of("rss", "feed").contains(root);
  }
}
