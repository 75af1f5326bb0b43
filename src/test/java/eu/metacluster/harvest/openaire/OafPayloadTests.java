package eu.metacluster.harvest.openaire;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of OpenAIRE's dumps come out as the claims that they state. */
class OafPayloadTests {

  private final OafConnector connector = new OafConnector();
  @TempDir private Path folder;

  private Recorder read(Path payload) throws IOException {
    Recorder recorder = new Recorder();
    connector.read(payload, recorder);
    return recorder;
  }

  @Test
  void hundredPublicationsComeWithTheirProjects() throws IOException {
    Recorder read = read(SharedData.at("payloads/openaire-oaf/h2020-results-100.zip"));
    assertThat(read.of(RecordKind.OUTPUT)).hasSize(100);
    assertThat(read.problems).isEmpty();
    Finding first = read.one(RecordKind.OUTPUT, "dedup_wf_001::685e2587f6e6a64115f1c3c1ace9243a");
    assertThat(first.identifiers())
        .containsExactlyInAnyOrder(
            Identifier.of(Scheme.DOI, "10.1155/2016/6189349"),
            Identifier.of(Scheme.PMID, "27656295"));
    assertThat(Recorder.values(first, Field.FUNDED_BY)).containsExactly("658244");
    assertThat(Recorder.values(first, Field.CONTAINER))
        .containsExactly("Journal of Aging Research");
    assertThat(Recorder.values(first, Field.PUBLISHED_ON)).containsExactly("2016-08-01");
    assertThat(Recorder.values(first, Field.AUTHOR))
        .containsExactly("Evangelia Chrysikou", "Richard Rabnett", "Chariklia Tziraki");
    assertThat(Recorder.values(first, Field.SORT)).containsExactly("journal article");
    assertThat(Recorder.values(first, Field.SUMMARY))
        .singleElement()
        .asString()
        .startsWith("Research has demonstrated")
        .doesNotContain("jats");
    assertThat(read.of(RecordKind.OUTPUT))
        .allSatisfy(f -> assertThat(Recorder.values(f, Field.TITLE)).hasSize(1))
        .filteredOn(f -> !Recorder.values(f, Field.FUNDED_BY).isEmpty())
        .hasSize(100);
    assertThat(read.of(RecordKind.OUTPUT))
        .filteredOn(f -> f.identifiers().stream().anyMatch(i -> i.scheme() == Scheme.DOI))
        .hasSizeGreaterThan(80);
  }

  @Test
  void singleRecordsOfEachSortAreRead() throws IOException {
    Path all = SharedData.at("payloads/openaire-oaf");
    for (Path file :
        List.of(
            all.resolve("result-one_project.xml"),
            all.resolve("result-multiple_projects.xml"),
            all.resolve("result-5dbc230696a3706d45b5a2ff.xml"),
            all.resolve("oai-project-02.xml"))) {
      Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
    Files.writeString(folder.resolve("broken.xml"), "<record><result>");
    Files.writeString(folder.resolve("other.xml"), "<html/>");
    Recorder read = read(folder);
    assertThat(read.of(RecordKind.OUTPUT)).hasSize(3);
    assertThat(read.of(RecordKind.PROJECT)).hasSize(1);
    assertThat(read.problems(Reason.BAD_XML)).hasSize(1);
    assertThat(read.problems(Reason.NOT_READ)).hasSize(1);
    Finding one = read.one(RecordKind.OUTPUT, "dedup_wf_001::2c8a49a95bef402a688853c31412a30f");
    assertThat(Recorder.values(one, Field.DOI)).containsExactly("10.1093/aje/kwx278");
    assertThat(Recorder.values(one, Field.FUNDED_BY)).containsExactly("667661");
    assertThat(read.of(RecordKind.OUTPUT))
        .as("of several projects, those of the Union")
        .anySatisfy(f -> assertThat(Recorder.values(f, Field.FUNDED_BY)).containsExactly("731944"));
  }
}
