package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was harvested from another repository says so wherever it is harvested from here. */
@ProductTest
@Import(OpenGrid.class)
class OaiOriginsTests {

  @Autowired OpenGrid grid;
  @Autowired Snapshots snapshots;
  @Autowired OaiOrigins origins;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;

  private final String number = OpenGrid.number();

  private long source(String connector) {
    long source = grid.source("Repository " + connector + number);
    jdbc.sql(
            """
            insert into harvest.source (id, name, connector, location, created_at)
            values (:id, :name, :connector, 'https://elsewhere.example/oai?verb=Identify', now())""")
        .param("id", source)
        .param("name", "Repository " + connector + number)
        .param("connector", connector)
        .update();
    return source;
  }

  private String page() {
    return """
        <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
        <record><header><identifier>oai:elsewhere.example:%s</identifier>
        <datestamp>2026-03-09T10:00:00Z</datestamp></header><metadata>
        <oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><title>x</title>\
        </oai_dc:dc></metadata></record></ListRecords></OAI-PMH>"""
        .formatted(number);
  }

  private Finding.Locator kept(String page) throws Exception {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    long snapshot =
        snapshots.keep("page.xml", "text/xml", () -> new java.io.ByteArrayInputStream(bytes));
    int begin = page.indexOf("<record>");
    return new Finding.Locator(
        snapshot, begin, page.indexOf("</record>") + "</record>".length() - begin);
  }

  private GridRecord taken(long source, Finding.Locator at) {
    String key = "oai:elsewhere.example:" + number;
    Finding finding =
        new Finding(
            RecordKind.OUTPUT,
            key,
            List.of(Identifier.of(Scheme.STARTER, key)),
            List.of(Finding.Fact.of(Field.TITLE, "Harvested elsewhere " + number)),
            List.of(),
            at,
            key.getBytes(StandardCharsets.UTF_8));
    GridRecord record = grid.put(source, finding);
    grid.publish(record);
    return record;
  }

  @Test
  void itIsSaidInTheInterfaceAndInTheContainerOfTheProtocol() throws Exception {
    GridRecord record = taken(source("oai-pmh"), kept(page()));
    String api = text("/api/v1/records/" + record.id() + "?fields=origins");
    assertThat(api)
        .contains("\"base\":\"https://elsewhere.example/oai\"")
        .contains("\"identifier\":\"oai:elsewhere.example:" + number + "\"")
        .contains("\"datestamp\":\"2026-03-09T10:00:00Z\"");
    for (String format : List.of("oai_dc", "oai_datacite", "oai_openaire")) {
      assertThat(
              text(
                  "/oai?verb=GetRecord&metadataPrefix="
                      + format
                      + "&identifier=oai:metacluster.localhost:"
                      + record.id()))
          .contains("<about><provenance")
          .contains("<baseURL>https://elsewhere.example/oai</baseURL>")
          .contains("<identifier>oai:elsewhere.example:" + number + "</identifier>")
          .contains("<datestamp>2026-03-09T10:00:00Z</datestamp>")
          .contains(
              "<metadataNamespace>http://www.openarchives.org/OAI/2.0/oai_dc/</metadataNamespace>");
    }
  }

  private Map<Long, eu.metacluster.harvest.Origins.Origin> of(Map<Long, Finding.Locator> places) {
    return origins.read().of(places);
  }

  @Test
  void otherSourcesAndPlacesThatCannotBeReadSayNothing() throws Exception {
    long repository = source("oai-pmh");
    long feed = source("feed");
    Finding.Locator good = kept(page());
    assertThat(of(Map.of(repository, good, feed, good))).containsOnlyKeys(repository);
    assertThat(of(Map.of(repository, new Finding.Locator(0, 0, 0)))).isEmpty();
    assertThat(of(Map.of(repository, new Finding.Locator(Long.MAX_VALUE, 0, 9)))).isEmpty();
    assertThat(of(Map.of(repository, kept("<record>" + number + "<header></record>")))).isEmpty();
  }

  private String text(String path) {
    return new String(
        mvc.get().uri(path).exchange().getResponse().getContentAsByteArray(),
        StandardCharsets.UTF_8);
  }
}
