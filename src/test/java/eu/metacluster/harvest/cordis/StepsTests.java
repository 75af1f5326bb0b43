package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.RealCut;
import eu.metacluster.support.SharedData;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a connector says of its progress is whole at the end, and moves in every part of its work.
 */
class StepsTests {

  @TempDir static Path folder;

  static Stream<Object[]> payloads() throws Exception {
    return Stream.of(
        new Object[] {new CsvBundleConnector(), RealCut.of(folder.resolve("cut"), 0, 120)},
        new Object[] {new XmlConnector(), SharedData.at("cordis/horizon-xml-sample.zip")});
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void stepsMoveInEveryPhaseAndReachTheEnd(FileConnector connector, Path payload) throws Exception {
    Map<RecordKind, TreeSet<Long>> seen = new EnumMap<>(RecordKind.class);
    Recorder recorder =
        new Recorder() {
          @Override
          public void found(Finding finding) {
            super.found(finding);
            seen.computeIfAbsent(finding.kind(), k -> new TreeSet<>()).add(done * 100 / expected);
          }
        };
    connector.read(payload, recorder);
    assertThat(recorder.done).isBetween(recorder.expected * 9 / 10, recorder.expected);
    assertThat(seen.getOrDefault(RecordKind.ORGANISATION, new TreeSet<>()))
        .as("percentages while organisations are handed out")
        .hasSizeGreaterThan(5);
    assertThat(seen.getOrDefault(RecordKind.PROJECT, new TreeSet<>())).hasSizeGreaterThan(10);
    assertThat(seen.getOrDefault(RecordKind.ORGANISATION, new TreeSet<>()).getLast())
        .isLessThanOrEqualTo(seen.getOrDefault(RecordKind.PROJECT, new TreeSet<>()).getFirst());
  }
}
