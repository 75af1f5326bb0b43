package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same real projects, once as CSV and once as XML, must say the same. */
class CsvAgainstXmlTests {

  @Test
  void eachSampleProjectSaysTheSameInBothFormats() throws IOException {
    Recorder csv = new Recorder();
    new CsvBundleConnector().read(SharedData.at("cordis/horizon"), csv);
    Recorder xml = new Recorder();
    new XmlConnector().read(SharedData.at("cordis/horizon-xml-sample.zip"), xml);

    Map<String, Finding> fromCsv = csv.byKey(RecordKind.PROJECT);
    List<Finding> fromXml = xml.of(RecordKind.PROJECT);
    assertThat(fromXml).hasSize(528);
    for (Finding project : fromXml) {
      Finding same = Objects.requireNonNull(fromCsv.get(project.key()));
      assertThat(difference(project, same)).as(project.key()).isEmpty();
      assertThat(project.digest()).isEqualTo(same.digest());
    }
  }

  @Test
  void theWholeExportSaysTheSameInBothFormats() throws IOException {
    Recorder csv = new Recorder();
    new CsvBundleConnector().read(SharedData.at("cordis/horizon"), csv);
    Recorder xml = new Recorder();
    new XmlConnector().read(SharedData.at("cordis/horizon-xml-20251206.tar.xz"), xml);

    for (RecordKind kind :
        List.of(
            RecordKind.PROGRAMME, RecordKind.CALL, RecordKind.ORGANISATION, RecordKind.PROJECT)) {
      Map<String, Finding> fromCsv = csv.byKey(kind);
      Map<String, Finding> fromXml = xml.byKey(kind);
      assertThat(fromXml.keySet()).isEqualTo(fromCsv.keySet());
      fromXml.forEach(
          (key, finding) ->
              assertThat(difference(finding, Objects.requireNonNull(fromCsv.get(key))))
                  .as(key)
                  .isEmpty());
    }
    assertThat(xml.of(RecordKind.PROJECT)).hasSize(15_315);
    assertThat(xml.of(RecordKind.PROJECT).stream().mapToInt(p -> p.partners().size()).sum())
        .isEqualTo(94_872);
  }

  private static TreeSet<String> difference(Finding one, Finding other) {
    TreeSet<String> difference = content(one);
    TreeSet<String> rest = content(other);
    for (String line : content(other)) {
      if (difference.remove(line)) {
        rest.remove(line);
      }
    }
    difference.addAll(rest);
    return difference;
  }

  private static TreeSet<String> content(Finding finding) {
    TreeSet<String> lines = new TreeSet<>();
    finding.facts().forEach(f -> lines.add(f.field().key() + " = " + f.value()));
    finding.identifiers().stream().map(Identifier::toString).forEach(lines::add);
    finding.partners().stream()
        .map(
            p ->
                Stream.of(
                        p.organisation().value(),
                        p.role(),
                        p.contribution(),
                        p.net(),
                        p.totalCost(),
                        p.country(),
                        p.nuts(),
                        p.ended(),
                        p.position())
                    .map(String::valueOf)
                    .toList()
                    .toString())
        .forEach(lines::add);
    return lines;
  }
}
