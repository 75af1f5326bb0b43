package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Project XML that is broken, or that wants more than to be read. */
class BadXmlTests {

  @TempDir Path folder;

  @Test
  void entitiesOfAnyKindAreNeverOpened() throws IOException {
    SmallBundle.file(folder, "secret.txt", "TOP SECRET");
    SmallBundle.file(
        folder,
        "a.xml",
        "<!DOCTYPE project [<!ENTITY x SYSTEM \"secret.txt\">]>\n"
            + "<project><id>1</id><title>&x;</title></project>");
    SmallBundle.file(
        folder,
        "b.xml",
        "<!DOCTYPE project [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            + "<project><id>2</id><title>&b;</title></project>");
    SmallBundle.file(folder, "c.xml", "<project><id>3</id><title>&x;</title></project>");
    SmallBundle.file(
        folder, "d.xml", "<project><id>4</id><title>Good &amp; well</title></project>");
    Recorder read = read(folder);
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("4");
    assertThat(read.problems(Reason.DOCTYPE))
        .extracting(p -> p.file())
        .containsExactly("a.xml", "b.xml");
    assertThat(read.problems(Reason.BAD_XML)).extracting(p -> p.file()).containsExactly("c.xml");
    assertThat(read.findings.toString()).doesNotContain("SECRET");
  }

  @Test
  void brokenForeignAndRepeatedFilesAreSaid() throws IOException {
    SmallBundle.file(folder, "a.xml", "<project><id>1</id><title>A</title></project>");
    SmallBundle.file(folder, "b.xml", "<project><id>1</id><title>B</title></project>");
    SmallBundle.file(folder, "c.xml", "<project><id>2</id><title>cut");
    SmallBundle.file(folder, "d.xml", "<result><id>3</id></result>");
    SmallBundle.file(folder, "e.xml", "<project><title>nameless</title></project>");
    Recorder read = read(folder);
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("1");
    assertThat(read.problems(Reason.DUPLICATE)).hasSize(1);
    assertThat(read.problems(Reason.BAD_XML)).hasSize(1);
    assertThat(read.problems(Reason.NOT_READ)).hasSize(1);
    assertThat(read.problems(Reason.NO_ID)).hasSize(1);
  }

  @Test
  void theWireFormatWithNamespaceAndCommentsIsRead() throws IOException {
    Recorder read = read(SharedData.at("payloads/cordis/project-101190685.xml"));
    assertThat(read.of(RecordKind.PROJECT))
        .singleElement()
        .satisfies(
            project -> {
              assertThat(project.key()).isEqualTo("101190685");
              assertThat(project.partners()).hasSizeGreaterThan(3);
              assertThat(project.facts())
                  .anyMatch(f -> f.field() == Field.ACRONYM && f.value().equals("3SI-CONTROL"))
                  .anyMatch(f -> f.field() == Field.PROGRAMME)
                  .anyMatch(f -> f.field() == Field.SCHEME)
                  .anyMatch(f -> f.field() == Field.CALL);
            });
    assertThat(read.problems).isEmpty();
  }

  @Test
  void valuesThatCannotBeAreSaidAndTheRestComesIn() throws IOException {
    SmallBundle.file(
        folder,
        "a.xml",
        "<project><id>1</id><rcn>%s</rcn><title>&lt;b&gt;Bold\u202e&lt;/b&gt;</title><startDate>31.02.2023</startDate><totalCost>-5</totalCost></project>"
            .formatted("1".repeat(10_000)));
    Recorder read = read(folder);
    assertThat(read.problems)
        .extracting(p -> p.reason())
        .contains(Reason.TOO_LONG, Reason.BAD_DATE, Reason.NEGATIVE);
    assertThat(read.problems)
        .allSatisfy(p -> assertThat(p.file()).isEqualTo("a.xml"))
        .allSatisfy(p -> assertThat(p.value()).hasSizeLessThan(300));
    assertThat(read.of(RecordKind.PROJECT).getFirst().facts())
        .extracting(Finding.Fact::field)
        .contains(Field.TITLE)
        .doesNotContain(Field.RCN, Field.START_DATE, Field.TOTAL_COST);
  }

  private static Recorder read(Path payload) throws IOException {
    Recorder recorder = new Recorder();
    new XmlConnector().read(payload, recorder);
    return recorder;
  }
}
