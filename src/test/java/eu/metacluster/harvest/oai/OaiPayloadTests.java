package eu.metacluster.harvest.oai;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded repositories come out as the claims that they state. */
class OaiPayloadTests {

  private static final String LIST = "/oai?verb=ListRecords&";
  private final OaiConnector connector = new OaiConnector();
  private Loopback server;

  @BeforeEach
  void start() throws IOException {
    server = new Loopback();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serve(String request, String file) throws IOException {
    Path path = SharedData.at("payloads/" + file);
    server.on(request, "text/xml;charset=UTF-8", path);
  }

  @Test
  void aListOfFourPagesIsReadToItsEnd() throws IOException {
    serve("/oai?verb=Identify", "oai-pmh/Identify.xml");
    serve(LIST + "metadataPrefix=oai_dc", "oai-pmh/ListRecords.xml");
    for (int page = 2; page <= 4; page++) {
      serve(
          LIST + "resumptionToken=ListRecords" + page + ".xml",
          "oai-pmh/ListRecords" + page + ".xml");
    }
    Recorder read = Remotely.read(connector, server.at("/oai"), Map.of());
    assertThat(server.asked).hasSize(6);
    assertThat(read.whole).isTrue();
    assertThat(read.memory)
        .containsEntry("from", "2013-02-27T10:01:15Z")
        .containsEntry("asked", "oai_dc  ");
    assertThat(read.findings)
        .extracting(Finding::key)
        .contains("oai:test.example.com:1585322")
        .hasSize(4);
    assertThat(read.gone)
        .filteredOn(stated -> stated.kind() == RecordKind.OUTPUT)
        .extracting(stated -> stated.key())
        .contains("oai:test.example.com:1585310")
        .hasSize(3);
    assertThat(read.problems(Reason.NO_ID)).as("a header without identifier").hasSize(1);
    Finding one = read.one(RecordKind.OUTPUT, "oai:test.example.com:1585322");
    assertThat(Recorder.values(one, Field.TITLE)).containsExactly("Sample Title");
    assertThat(Recorder.values(one, Field.AUTHOR)).containsExactly("John Doe");
    assertThat(Recorder.values(one, Field.PUBLISHER)).containsExactly("Sample Publisher");
    assertThat(Recorder.values(one, Field.PUBLISHED_ON)).containsExactly("2010");
    assertThat(Recorder.values(one, Field.SORT)).containsExactly("journal article");
    assertThat(Recorder.values(one, Field.LANGUAGE)).containsExactly("en");
    assertThat(Recorder.values(one, Field.CONTAINER)).containsExactly("Sample Source");
    assertThat(Recorder.values(one, Field.URL))
        .containsExactly("http://test.example.com/publication/1585322");
    assertThat(Recorder.values(one, Field.SUMMARY)).singleElement().asString().startsWith("Lorem");
  }

  @Test
  void thePlaceOfARecordIsItsBytes() throws IOException {
    serve("/oai?verb=Identify", "oai-pmh/Identify.xml");
    serve(LIST + "metadataPrefix=oai_dc", "oai-pmh/ListRecords4.xml");
    Recorder read = Remotely.read(connector, server.at("/oai"), Map.of());
    Finding one = read.one(RecordKind.OUTPUT, "oai:test.example.com:1585322");
    byte[] bytes = Files.readAllBytes(SharedData.at("payloads/oai-pmh/ListRecords4.xml"));
    int begin = (int) one.at().offset();
    String text =
        new String(
            Arrays.copyOfRange(bytes, begin, begin + one.at().length()), StandardCharsets.UTF_8);
    assertThat(text).startsWith("<record>").endsWith("</record>").contains("1585322");
  }

  @Test
  void trainingMaterialComesAsTraining() throws IOException {
    serve("/oai?verb=Identify", "oai-pmh/tess_oai_pmh_identify.xml");
    serve(LIST + "metadataPrefix=rdf", "oai-pmh/tess_oai_pmh_listrecords.xml");
    Recorder read = Remotely.read(connector, server.at("/oai"), Map.of("prefix", "rdf"));
    assertThat(read.of(RecordKind.TRAINING)).hasSize(2);
    Finding second = read.one(RecordKind.TRAINING, "oai:tesshub.space:3932");
    assertThat(Recorder.values(second, Field.TITLE)).containsExactly("Another Material");
    assertThat(Recorder.values(second, Field.AUTHOR))
        .containsExactly("Jose Gonzales", "Amelie Martin");
    assertThat(Recorder.values(second, Field.LICENCE)).containsExactly("MIT");
    assertThat(Recorder.values(second, Field.KEYWORDS)).containsExactly("testing, example");
    assertThat(Recorder.values(second, Field.URL))
        .containsExactly("https://example.com/materials/another-material");
  }

  @Test
  void projectsOfOpenAireComeWithTheirGrants() throws IOException {
    serve("/oai?verb=Identify", "oai-pmh/tess_oai_pmh_identify.xml");
    StringBuilder list = new StringBuilder("<OAI-PMH><ListRecords>");
    for (String name : projects()) {
      list.append(Files.readString(SharedData.at("payloads/openaire-oaf/" + name)));
    }
    list.append("</ListRecords></OAI-PMH>");
    server.on(
        LIST + "metadataPrefix=oaf",
        "text/xml",
        list.toString().replaceAll("<\\?xml[^>]*>", "").getBytes(StandardCharsets.UTF_8));
    Recorder read = Remotely.read(connector, server.at("/oai"), Map.of("prefix", "oaf"));
    assertThat(read.of(RecordKind.PROJECT)).hasSize(15);
    Finding project =
        read.one(RecordKind.PROJECT, "oai:dnet:corda_______::8f56b9d83860cd434403ff98b17a0b2e");
    assertThat(project.identifiers()).containsExactly(Identifier.of(Scheme.GRANT, "242928"));
    assertThat(Recorder.values(project, Field.ACRONYM)).containsExactly("REPSUBREP");
    assertThat(Recorder.values(project, Field.START_DATE)).containsExactly("2009-10-01");
    assertThat(Recorder.values(project, Field.FRAMEWORK)).containsExactly("FP7");
    assertThat(Recorder.values(project, Field.MASTER_CALL)).containsExactly("ERC-2009-StG");
    assertThat(Recorder.values(project, Field.FUNDER)).containsExactly("European Commission");
    Finding foreign =
        read.one(RecordKind.PROJECT, "oai:dnet:arc_________::16334a30683a15c1f16c33c4a39d2142");
    assertThat(foreign.identifiers()).isEmpty();
    assertThat(Recorder.values(foreign, Field.FUNDER))
        .containsExactly("Australian Research Council (ARC)");
    assertThat(read.findings.toString())
        .as("contact persons stay outside")
        .doesNotContain("ifom.eu", "Raimondi", "UNKNOWN");
  }

  private static List<String> projects() throws IOException {
    try (var files = Files.list(SharedData.at("payloads/openaire-oaf"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("(oai-project|sqlite-grants).*"))
          .sorted()
          .toList();
    }
  }
}
