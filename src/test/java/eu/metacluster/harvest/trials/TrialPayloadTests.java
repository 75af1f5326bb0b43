package eu.metacluster.harvest.trials;

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

/** Trials in all five forms come out as the claims that they state. */
class TrialPayloadTests {

  private final TrialsFileConnector connector = new TrialsFileConnector();
  @TempDir private Path folder;

  private Recorder read(String payload) throws IOException {
    return read(SharedData.at("payloads/" + payload));
  }

  private Recorder read(Path payload) throws IOException {
    Recorder recorder = new Recorder();
    connector.read(payload, recorder);
    return recorder;
  }

  private static List<String> of(Finding finding, Field field) {
    return Recorder.values(finding, field);
  }

  @Test
  void theCurrentFormIsRead() throws IOException {
    Recorder read = read("clinicaltrials-v2");
    assertThat(read.byKey(RecordKind.PROJECT)).hasSize(32);
    assertThat(read.problems(Reason.DUPLICATE)).as("studies of several searches").hasSize(6);
    assertThat(read.problems).hasSize(6);
    Finding study = read.one(RecordKind.PROJECT, "NCT02552212");
    assertThat(study.identifiers())
        .containsExactlyInAnyOrder(
            Identifier.of(Scheme.NCT, "NCT02552212"),
            Identifier.of(Scheme.EUDRACT, "2015-001894-41"));
    assertThat(of(study, Field.SORT)).containsExactly("clinical trial");
    assertThat(of(study, Field.PHASE)).containsExactly("Phase 3");
    assertThat(of(study, Field.STATUS)).containsExactly("completed");
    assertThat(of(study, Field.SPONSOR)).containsExactly("UCB BIOSCIENCES GmbH");
    assertThat(of(study, Field.SITE_COUNTRY))
        .containsExactly("AU", "BG", "CA", "CZ", "HU", "PL", "RU", "TW", "US");
    Finding toca = read.one(RecordKind.PROJECT, "NCT02576665");
    assertThat(of(toca, Field.START_DATE)).as("a month is a month").containsExactly("2016-07");
    assertThat(of(toca, Field.END_DATE)).containsExactly("2019-12-20");
    assertThat(of(toca, Field.ENROLMENT)).containsExactly("21");
    assertThat(of(toca, Field.INTERVENTION)).contains("Toca 511").hasSize(2);
    assertThat(of(toca, Field.CONDITION)).contains("Non-Small Cell Lung Cancer");
    assertThat(of(read.one(RecordKind.PROJECT, "NCT06382129"), Field.STATUS))
        .containsExactly("active, not recruiting");
    assertThat(of(read.one(RecordKind.PROJECT, "NCT05431270"), Field.PHASE))
        .containsExactly("Phase 1/Phase 2");
    assertThat(of(read.one(RecordKind.PROJECT, "NCT00763412"), Field.SPONSOR))
        .as("a person")
        .isEmpty();
    assertThat(read.findings.toString()).doesNotContain("Vikram Patel", "Arbelaez");
  }

  @Test
  void theOlderFormsAreRead() throws IOException {
    Recorder read = read("clinicaltrials-legacy");
    assertThat(read.byKey(RecordKind.PROJECT)).hasSize(15);
    assertThat(read.problems(Reason.DUPLICATE)).as("one study in both forms").hasSize(1);
    assertThat(read.problems).hasSize(1);
    Finding study = read.one(RecordKind.PROJECT, "NCT02679963");
    assertThat(study.identifiers()).contains(Identifier.of(Scheme.EUDRACT, "2014-005586-75"));
    assertThat(of(study, Field.ACRONYM)).containsExactly("PIPSeN");
    assertThat(of(study, Field.START_DATE)).containsExactly("2016-01");
    assertThat(of(study, Field.END_DATE)).containsExactly("2021-01");
    assertThat(of(study, Field.PHASE)).containsExactly("Phase 2");
    assertThat(of(study, Field.INTERVENTION)).containsExactly("Olaparib", "Placebo");
    assertThat(of(study, Field.ENROLMENT)).containsExactly("600");
    assertThat(of(study, Field.SITE_COUNTRY)).containsExactly("FR");
    assertThat(of(study, Field.DETAIL))
        .contains("Study type: interventional", "Primary purpose: treatment");
    assertThat(of(read.one(RecordKind.PROJECT, "NCT01642004"), Field.SITE_COUNTRY))
        .as("without the countries that it left")
        .contains("CZ", "FR")
        .doesNotContain("BR", "NO");
    assertThat(of(read.one(RecordKind.PROJECT, "NCT02465060"), Field.SITE_COUNTRY))
        .containsExactly("PR", "US");
    Finding retired = read.one(RecordKind.PROJECT, "NCT04780763");
    assertThat(of(retired, Field.START_DATE)).containsExactly("2021-03-04");
    assertThat(of(retired, Field.SITE_COUNTRY)).containsExactly("BE");
    assertThat(of(retired, Field.SPONSOR)).containsExactly("Danone Research");
    assertThat(read.findings.toString())
        .as("persons stay outside")
        .doesNotContain("gustaveroussy.fr", "Mairot", "HASSOUNA", "danone.com");
  }

  @Test
  void theInstituteNamesBiomarkers() throws IOException {
    Recorder read = read("nci-cts/search_melanoma.json");
    Finding study = read.one(RecordKind.PROJECT, "NCT05929768");
    assertThat(of(study, Field.BIOMARKER))
        .contains("Progesterone Receptor Negative")
        .doesNotContain("Gene", "Finding");
    assertThat(of(study, Field.CONDITION)).contains("Triple-Negative Breast Cancer");
    assertThat(of(study, Field.INTERVENTION)).contains("Pembrolizumab");
    assertThat(of(study, Field.PHASE)).containsExactly("Phase 3");
    assertThat(of(study, Field.SITE_COUNTRY)).containsExactly("MX", "US");
    assertThat(of(study, Field.ENROLMENT)).containsExactly("2400");
    assertThat(read("nci-cts/search_melanoma_20260811.json").findings).hasSize(1);
    assertThat(read.findings.toString()).doesNotContain("peacehealth", "Priyanka");
  }

  @Test
  void aFileThatBreaksOffIsReadUpToThere() throws IOException {
    String whole =
        Files.readString(
            SharedData.at("payloads/clinicaltrials-v2/search_keytruda_limit3_20260811.json"));
    Files.writeString(folder.resolve("NCT1.json"), whole.substring(0, whole.length() - 900));
    String xml = Files.readString(SharedData.at("payloads/clinicaltrials-legacy/NCT02679963.xml"));
    Files.writeString(folder.resolve("NCT2.xml"), xml.substring(0, 5000));
    Files.writeString(folder.resolve("NCT3.xml"), "<html/>");
    Files.writeString(folder.resolve("NCT4.json"), "[1, 2]");
    Recorder read = read(folder);
    assertThat(read.of(RecordKind.PROJECT)).hasSize(2);
    assertThat(read.problems(Reason.TRUNCATED)).hasSize(1);
    assertThat(read.problems(Reason.BAD_XML)).hasSize(1);
    assertThat(read.problems(Reason.NOT_READ)).hasSize(2);
  }
}
