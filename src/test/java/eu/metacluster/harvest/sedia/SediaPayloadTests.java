package eu.metacluster.harvest.sedia;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form in which the portal's topics were saved comes out as the claims that it states. */
class SediaPayloadTests {

  private static final String CALLS = "funding-calls/sedia-";
  private final SediaFileConnector connector = new SediaFileConnector();
  @TempDir private Path folder;

  private Recorder read(String payload) throws IOException {
    return read(SharedData.at(payload));
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
  void anAnswerOfTheSearchHasItsJsonWithinTextsRead() throws IOException {
    Recorder read = read("payloads/sedia/call_search_10_06_24.json");
    assertThat(read.findings).hasSize(1);
    Finding topic = read.one(RecordKind.CALL, "EUAF-2023-TRAI-03");
    assertThat(topic.identifiers())
        .containsExactly(Identifier.of(Scheme.TOPIC, "EUAF-2023-TRAI-03"));
    assertThat(of(topic, Field.TITLE)).containsExactly("Staff exchanges");
    assertThat(of(topic, Field.STATUS)).containsExactly("closed");
    assertThat(of(topic, Field.START_DATE)).containsExactly("2023-03-09");
    assertThat(of(topic, Field.DEADLINE)).containsExactly("2023-05-11");
    assertThat(of(topic, Field.BUDGET)).containsExactly("900000 EUR 2023");
    assertThat(of(topic, Field.SCHEME)).containsExactly("EUAF-PJG");
    assertThat(of(topic, Field.MASTER_CALL)).containsExactly("EUAF-2023-TRAI");
    assertThat(of(topic, Field.KEYWORDS)).containsExactly("Staff exchanges, Fraud prevention");
    assertThat(of(topic, Field.SUMMARY))
        .singleElement()
        .asString()
        .startsWith("Scope:\n")
        .contains("Expected Impact:")
        .doesNotContain("<");
    assertThat(of(topic, Field.DETAIL))
        .contains(
            "Type of action: EUAF Project Grants",
            "Deadline model: single-stage",
            "Call: Training, conferences, staff exchanges and studies");
    assertThat(topic.at().offset()).isPositive();
  }

  @Test
  void theDetailsOfATopicKnowTheHourAndTheProgramme() throws IOException {
    Finding synergy =
        read("payloads/sedia/call_details_dto_10_12_24.json").one(RecordKind.CALL, "ERC-2025-SyG");
    assertThat(of(synergy, Field.DEADLINE)).containsExactly("2024-11-06T17:00:00+01:00");
    assertThat(of(synergy, Field.BUDGET)).containsExactly("500000000 EUR 2025");
    assertThat(of(synergy, Field.FRAMEWORK)).containsExactly("HORIZON");
    assertThat(of(synergy, Field.PROGRAMME)).contains("HORIZON.1.1");
    assertThat(of(synergy, Field.DETAIL))
        .contains("Contribution per project: 14000000 EUR", "Expected grants: 48");

    Finding teaming =
        read("payloads/sedia/call_details_dto_10_06_24.json")
            .one(RecordKind.CALL, "HORIZON-WIDERA-2025-ACCESS-01-01-two-stage");
    assertThat(of(teaming, Field.DEADLINE)).containsExactly("2025-04-10", "2026-01-20");
    assertThat(of(teaming, Field.BUDGET)).containsExactly("270000000 EUR 2025");
    assertThat(of(teaming, Field.STATUS)).containsExactly("forthcoming");
    assertThat(of(teaming, Field.DETAIL))
        .contains("Contribution per project: 8000000 to 15000000 EUR");

    Finding migration =
        read("payloads/sedia/call_details_dto_10_12_24_2.json")
            .one(RecordKind.CALL, "MIGRATION-05-2018-2020");
    assertThat(of(migration, Field.BUDGET))
        .as("its own lines of the call's overview")
        .containsExactlyInAnyOrder("6000000 EUR 2018", "9000000 EUR 2020");
    assertThat(of(migration, Field.DEADLINE)).containsExactly("2018-03-13", "2020-03-19");
    assertThat(of(migration, Field.SCHEME)).as("two types of action").isEmpty();
  }

  @Test
  void allRecordedFormsAreReadAndNoneByHalf() throws IOException {
    Recorder read = read("payloads/sedia");
    assertThat(read.problems)
        .extracting(problem -> problem.reason())
        .as("four parts of requests and a budget without topic")
        .containsOnly(Reason.NOT_READ)
        .hasSize(6);
    assertThat(read.byKey(RecordKind.CALL)).hasSize(8);
    assertThat(read.findings)
        .allSatisfy(f -> assertThat(of(f, Field.TITLE)).hasSize(1))
        .allSatisfy(f -> assertThat(of(f, Field.STATUS)).hasSize(1));
  }

  @Test
  void linesOfJsonAreReadWithTheirCharactersRepaired() throws IOException {
    Recorder read = read(CALLS + "open-2026-08-10.jsonl.gz");
    assertThat(read.of(RecordKind.CALL)).hasSize(629);
    assertThat(read.problems).isEmpty();
    Map<String, Integer> status = new TreeMap<>();
    read.findings.forEach(f -> status.merge(of(f, Field.STATUS).getFirst(), 1, Integer::sum));
    assertThat(status).isEqualTo(Map.of("open", 363, "forthcoming", 262, "closed", 4));
    assertThat(read.findings.stream().filter(f -> of(f, Field.FRAMEWORK).contains("HORIZON")))
        .hasSize(460);
    Finding cancer = read.one(RecordKind.CALL, "HORIZON-MISS-2026-02-CANCER-05");
    assertThat(of(cancer, Field.DEADLINE)).containsExactly("2026-09-15");
    assertThat(of(cancer, Field.MASTER_CALL)).containsExactly("HORIZON-MISS-2026-02");
    assertThat(of(cancer, Field.KEYWORDS))
        .containsExactly("Man-machine-interfaces, Mental health, Patient care, Quality-of-life");
    assertThat(of(cancer, Field.URL)).hasSize(1);
    assertThat(read.findings.toString()).doesNotContain("â€™", "â€œ", "\uFEFF");
    assertThat(of(read.one(RecordKind.CALL, "EuropeAid/186246/DD/ACT/NG"), Field.TITLE))
        .containsExactly("Support to Civil Society and Human Rights in Nigeria");
  }

  @Test
  void listsOfChangesNameTopicsAndClaimNothingElse() throws IOException {
    assertThat(read("funding-calls/changelog-closed-2026-08-10.json.gz").byKey(RecordKind.CALL))
        .hasSize(6222);
    Recorder read = read("funding-calls/changelog-open-2026-08-10.json.gz");
    assertThat(read.of(RecordKind.CALL)).hasSize(629);
    Finding topic = read.one(RecordKind.CALL, "HORIZON-MISS-2026-02-CANCER-05");
    assertThat(of(topic, Field.TITLE)).isEmpty();
    assertThat(of(topic, Field.DETAIL)).contains("First seen: 2026-08-10");
  }

  @Test
  void whatChangedBetweenTheSixDatesShowsAsDifferingClaims() throws IOException {
    Map<String, Integer> sizes =
        Map.of(
            "open-2024-06-17", 281,
            "open-2024-08-24", 438,
            "open-2024-10-12", 292,
            "open-2024-10-26", 304,
            "upcoming-2024-06-17", 101,
            "upcoming-2024-09-06", 33,
            "upcoming-2024-10-12", 8);
    Map<String, List<Finding>> versions = new TreeMap<>();
    for (Map.Entry<String, Integer> file : sizes.entrySet()) {
      Recorder read = read(CALLS + file.getKey() + ".csv.gz");
      assertThat(read.of(RecordKind.CALL)).as(file.getKey()).hasSize(file.getValue());
      assertThat(read.problems).isEmpty();
      read.findings.forEach(f -> versions.computeIfAbsent(f.key(), k -> new ArrayList<>()).add(f));
    }
    assertThat(changed(versions, Field.STATUS)).hasSize(108).contains("HORIZON-CL3-2024-BM-01-01");
    assertThat(changed(versions, Field.DEADLINE)).contains("4625COMPETITIVE_CALL");
    assertThat(changed(versions, Field.DETAIL)).contains("HORIZON-CL3-2024-FCT-01-08");
    assertThat(values(versions.getOrDefault("HORIZON-CL3-2024-FCT-01-08", List.of()), Field.DETAIL))
        .contains("Contribution per project: 6000000 EUR", "Contribution per project: 3000000 EUR");
    assertThat(values(versions.getOrDefault("4625COMPETITIVE_CALL", List.of()), Field.DEADLINE))
        .containsExactlyInAnyOrder("2024-06-26T17:00:00+02:00", "2024-11-20T16:00:00+01:00");
    assertThat(values(versions.getOrDefault("HORIZON-CL3-2024-BM-01-01", List.of()), Field.STATUS))
        .containsExactlyInAnyOrder("forthcoming", "open");
    assertThat(values(versions.getOrDefault("I3-2023-CAP2b", List.of()), Field.DEADLINE))
        .as("the same day, once with its hour and once as an export turned it into UTC")
        .containsExactlyInAnyOrder("2024-11-14T17:00:00+01:00", "2024-11-14");
  }

  private static Set<String> changed(Map<String, List<Finding>> versions, Field field) {
    Set<String> changed = new HashSet<>();
    versions.forEach(
        (key, all) -> {
          if (all.stream().map(f -> Set.copyOf(of(f, field))).distinct().count() > 1) {
            changed.add(key);
          }
        });
    return changed;
  }

  private static Set<String> values(List<Finding> versions, Field field) {
    return new HashSet<>(
        versions.stream().map(f -> of(f, field)).flatMap(Collection::stream).toList());
  }

  @Test
  void whatIsBrokenIsALineAndTheRestIsRead() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"topicId\":\"A\",\"title\":\"T\"}\n{\"topicId\n");
    Files.writeString(
        folder.resolve("call_search_1.json"),
        "{\"totalResults\":2,\"results\":[{\"metadata\":{\"identifier\":[\"B\"],\"title\":[\"U\"]}},{\"me");
    Files.writeString(folder.resolve("b.csv"), "identifier,title,deadline\nC,V,soon\nD,,\n");
    Recorder read = read(folder);
    assertThat(read.byKey(RecordKind.CALL)).containsOnlyKeys("A", "B", "C");
    assertThat(read.problems(Reason.MALFORMED)).hasSize(2);
    assertThat(read.problems(Reason.NO_TITLE)).hasSize(1);
  }
}
