package eu.metacluster.harvest.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The indexes of the literature say the same of the same article. */
class LiteraturePayloadTests {

  private static final Map<String, String> MELANOMA = Map.of("query", "melanoma");
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void text(String path, String body) {
    server.on(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private String last() {
    return URLDecoder.decode(server.asked.getLast(), StandardCharsets.UTF_8);
  }

  private static List<String> of(Finding finding, Field field) {
    return Recorder.values(finding, field);
  }

  @Test
  void europePmcIsReadInItsShortForm() throws IOException {
    WebConnector connector = new EuropePmcConnector();
    server.on(
        "/search",
        "application/json",
        SharedData.at("payloads/literature/europepmc/search_pmid_22663011.json"));
    Recorder read = Remotely.read(connector, server.at("/search"), MELANOMA);
    assertThat(read.findings).hasSize(1);
    assertThat(read.whole).isTrue();
    Finding article = read.one(RecordKind.OUTPUT, "MED:22663011");
    assertThat(article.identifiers())
        .containsExactly(
            Identifier.of(Scheme.DOI, "10.1056/nejmoa1203421"),
            Identifier.of(Scheme.PMID, "22663011"));
    assertThat(of(article, Field.TITLE))
        .containsExactly("Improved survival with MEK inhibition in BRAF-mutated melanoma");
    assertThat(of(article, Field.AUTHOR)).contains("Flaherty KT", "METRIC Study Group").hasSize(26);
    assertThat(of(article, Field.PUBLISHED_ON)).containsExactly("2012-06-04");
    assertThat(of(article, Field.SORT)).containsExactly("journal article");
    assertThat(of(article, Field.CONTAINER)).containsExactly("N Engl J Med");
    assertThat(last()).contains("query=melanoma&format=json&resultType=core", "cursorMark=*");

    Recorder second =
        Remotely.read(
            connector,
            server.at("/search"),
            MELANOMA,
            read.next(),
            Instant.now().plusSeconds(86_400));
    assertThat(last()).contains("query=(melanoma) AND FIRST_IDATE:[");
    assertThat(second.whole).isFalse();
  }

  @Test
  void europePmcIsReadInItsFullFormWithGrants() throws IOException {
    text(
        "/search",
        """
        {"hitCount":1,"nextCursorMark":"","resultList":{"result":[{"id":"1","source":"MED","doi":"10.1/ab",
        "title":"T.","abstractText":"<h4>Aim</h4>To see.","language":"eng","license":"cc by-nc",
        "authorList":{"author":[{"firstName":"Ada","lastName":"L"},{"collectiveName":"The Group"}]},
        "journalInfo":{"journal":{"title":"The Journal"}},"pubTypeList":{"pubType":["Review","Journal Article"]},
        "grantsList":{"grant":[{"grantId":"667661","agency":"European Research Council"},
        {"grantId":"123456","agency":"NIH HHS"}]}}]}}
        """);
    Recorder read = Remotely.read(new EuropePmcConnector(), server.at("/search"), MELANOMA);
    Finding work = read.one(RecordKind.OUTPUT, "MED:1");
    assertThat(of(work, Field.FUNDED_BY)).containsExactly("667661");
    assertThat(of(work, Field.LICENCE)).containsExactly("CC-BY-NC");
    assertThat(of(work, Field.SUMMARY)).containsExactly("Aim\nTo see.");
    assertThat(of(work, Field.AUTHOR)).containsExactly("Ada L", "The Group");
    assertThat(of(work, Field.SORT)).containsExactly("review");
    assertThat(of(work, Field.CONTAINER)).containsExactly("The Journal");
  }

  @Test
  void pubMedGivesNumbersAndThenCitations() throws IOException {
    server
        .on(
            "/eutils/esearch.fcgi",
            "application/json",
            SharedData.at("payloads/literature/pubmed/esearch_braf.json"))
        .on(
            "/eutils/efetch.fcgi",
            "text/xml",
            SharedData.at("payloads/literature/pubmed/efetch_citation_22663011.xml"));
    Recorder read =
        Remotely.read(new PubMedConnector(), server.at("/eutils/esearch.fcgi"), MELANOMA);
    assertThat(last()).endsWith("efetch.fcgi?db=pubmed&retmode=xml&id=123,456");
    assertThat(read.findings).hasSize(1);
    Finding article = read.one(RecordKind.OUTPUT, "22663011");
    assertThat(article.identifiers())
        .containsExactlyInAnyOrder(
            Identifier.of(Scheme.DOI, "10.1056/nejmoa1203421"),
            Identifier.of(Scheme.PMID, "22663011"));
    assertThat(of(article, Field.TITLE))
        .containsExactly("Improved survival with MEK inhibition in BRAF-mutated melanoma");
    assertThat(of(article, Field.PUBLISHED_ON)).containsExactly("2012-07-12");
    assertThat(of(article, Field.CONTAINER)).containsExactly("The New England journal of medicine");
    assertThat(of(article, Field.AUTHOR)).contains("Keith T Flaherty", "METRIC Study Group");
    assertThat(of(article, Field.LANGUAGE)).containsExactly("en");
    assertThat(of(article, Field.DETAIL)).contains("Trial: NCT01245062");
    assertThat(of(article, Field.SUMMARY))
        .singleElement()
        .asString()
        .startsWith("BACKGROUND: Activating")
        .contains("\n\nMETHODS: ");
    assertThat(article.at().offset()).isPositive();
    assertThat(read.findings.toString()).as("affiliations").doesNotContain("partners.org");
  }

  @Test
  void crossrefIsReadUntilAPageBringsNothingNew() throws IOException {
    text(
        "/works",
        """
        {"status":"ok","message-type":"work-list","message":{"total-results":1,"next-cursor":"abc",
        "items":[{"DOI":"10.1093/AJE/kwx278","title":["The <i>Mental</i> Health"],"type":"journal-article",
        "author":[{"given":"Emilie","family":"Courtin"},{"name":"A Group"}],
        "container-title":["American Journal of Epidemiology"],"publisher":"OUP",
        "published":{"date-parts":[[2017,9]]},"abstract":"<jats:p>Words</jats:p>",
        "license":[{"URL":"https://creativecommons.org/licenses/by/4.0/","content-version":"vor"}],
        "funder":[{"name":"European Commission","DOI":"10.13039/501100000780","award":["667661"]},
        {"name":"Somebody","award":["123456"]}],"URL":"https://doi.org/10.1093/aje/kwx278"}]}}
        """);
    Recorder read = Remotely.read(new CrossrefConnector(), server.at("/works"), MELANOMA);
    assertThat(read.findings).hasSize(1);
    assertThat(read.whole).isTrue();
    Finding work = read.one(RecordKind.OUTPUT, "10.1093/aje/kwx278");
    assertThat(of(work, Field.TITLE)).containsExactly("The Mental Health");
    assertThat(of(work, Field.PUBLISHED_ON)).containsExactly("2017-09");
    assertThat(of(work, Field.SUMMARY)).containsExactly("Words");
    assertThat(of(work, Field.LICENCE)).containsExactly("CC-BY-4.0");
    assertThat(of(work, Field.FUNDED_BY)).containsExactly("667661");
    assertThat(of(work, Field.AUTHOR)).containsExactly("Emilie Courtin", "A Group");
    assertThat(of(work, Field.SORT)).containsExactly("journal article");
    assertThat(last()).contains("cursor=abc");
  }

  @Test
  void whatIsNoAnswerSaysSo() {
    text("/x", "{\"error\":true}");
    assertThat(code(new EuropePmcConnector())).isEqualTo("MC-1453");
    assertThat(code(new CrossrefConnector())).isEqualTo("MC-1454");
    text("/x/esearch.fcgi", "<html/>");
    assertThat(code(new PubMedConnector())).isEqualTo("MC-1455");
  }

  private String code(WebConnector connector) {
    return catchThrowableOfType(
            Refusal.class, () -> Remotely.read(connector, server.at("/x"), MELANOMA))
        .code();
  }
}
