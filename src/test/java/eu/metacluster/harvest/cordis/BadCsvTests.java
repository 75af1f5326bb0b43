package eu.metacluster.harvest.cordis;

import static eu.metacluster.harvest.cordis.SmallBundle.ORGANISATION_HEADER;
import static eu.metacluster.harvest.cordis.SmallBundle.PROJECT_HEADER;
import static eu.metacluster.harvest.cordis.SmallBundle.organisation;
import static eu.metacluster.harvest.cordis.SmallBundle.project;
import static eu.metacluster.harvest.cordis.SmallBundle.projects;
import static eu.metacluster.harvest.cordis.SmallBundle.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What strangers send: each oddity becomes a line of the log and the rest comes in. */
class BadCsvTests {

  @TempDir Path folder;

  @Test
  void anotherDelimiterIsFoundAndSaid() throws IOException {
    String content = PROJECT_HEADER + project("1", "A; B, C") + project("2", "D");
    SmallBundle.file(folder, "project.csv", content.replace("\";\"", "\",\""));
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("A; B, C", "D");
    assertThat(read.problems(Reason.DELIMITER))
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo(","));
  }

  @Test
  void aByteOrderMarkDoesNotMatterAndOffsetsStillPointAtTheRecord() throws IOException {
    SmallBundle.file(folder, "project.csv", "\uFEFF" + PROJECT_HEADER + project("1", "Ünïcode"));
    Recorder read = read(folder);
    Finding.Locator at = read.of(RecordKind.PROJECT).getFirst().at();
    byte[] bytes = Files.readAllBytes(folder.resolve("project.csv"));
    int from = (int) at.offset();
    assertThat(new String(bytes, from, at.length(), StandardCharsets.UTF_8) + "\n")
        .isEqualTo(project("1", "Ünïcode"));
  }

  @Test
  void latinBytesAreReadAsWindows1252BesideUtf8() throws IOException {
    byte[] row = project("1", "Zürich caf@ – naïve").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < row.length; i++) {
      row[i] = row[i] == '@' ? (byte) 0xE9 : row[i];
    }
    SmallBundle.file(folder, "project.csv", PROJECT_HEADER.getBytes(StandardCharsets.UTF_8), row);
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("Zürich café – naïve");
    assertThat(read.problems(Reason.ENCODING))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.field()).isEqualTo("title");
              assertThat(p.line()).isEqualTo(2);
              assertThat(p.file()).isEqualTo("project.csv");
            });
  }

  @Test
  void aLineOfAHundredMegabytesIsSkipped() throws IOException {
    byte[] huge = new byte[100 << 20];
    Arrays.fill(huge, (byte) 'x');
    byte[] before =
        (PROJECT_HEADER + project("1", "Before") + "\"2\";\"").getBytes(StandardCharsets.UTF_8);
    byte[] after = ("\"\n" + project("3", "After")).getBytes(StandardCharsets.UTF_8);
    SmallBundle.file(folder, "project.csv", before, huge, after);
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("Before", "After");
    assertThat(read.problems(Reason.TOO_LONG))
        .singleElement()
        .satisfies(p -> assertThat(p.line()).isEqualTo(3));
  }

  @Test
  void missingAndExtraColumnsAreSaidOnce() throws IOException {
    String content =
        "\"id\";\"title\";\"colour\";\"mood\"\n\"1\";\"A\";\"red\";\"good\"\n\"2\";\"B\";\"\";\"\"\n";
    SmallBundle.file(folder, "project.csv", content);
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("A", "B");
    assertThat(read.problems(Reason.MISSING_COLUMN))
        .extracting(Problem::field)
        .contains("acronym", "objective")
        .doesNotHaveDuplicates();
    assertThat(read.problems(Reason.EXTRA_COLUMNS))
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo("colour, mood"));
  }

  @Test
  void withoutTheIdColumnTheFileIsRefused() throws IOException {
    SmallBundle.file(folder, "project.csv", "\"title\"\n\"A\"\n");
    assertThatThrownBy(() -> read(folder)).isInstanceOf(Refusal.class);
  }

  @Test
  void rowsWithTooFewOrTooManyFieldsAreLeftOut() throws IOException {
    projects(folder, project("1", "A"), "\"2\";\"x\"\n", project("3", "C"));
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("A", "C");
    assertThat(read.problems(Reason.MALFORMED)).hasSize(1);
  }

  @Test
  void impossibleDatesAndAmountsAreLeftOut() throws IOException {
    projects(
        folder,
        project("1", "A", "31.02.2023", "-5"),
        project("2", "B", "2023-02-31", "1e999999"),
        project("3", "C", "2023-02-28", "1234,5"));
    Recorder read = read(folder);
    assertThat(values(read, "1", Field.START_DATE)).isEmpty();
    assertThat(values(read, "1", Field.CONTRIBUTION)).isEmpty();
    assertThat(values(read, "2", Field.START_DATE)).isEmpty();
    assertThat(values(read, "2", Field.CONTRIBUTION)).isEmpty();
    assertThat(values(read, "3", Field.CONTRIBUTION)).containsExactly("1234.5");
    assertThat(values(read, "3", Field.TOTAL_COST)).as("0 means unknown").isEmpty();
    assertThat(read.problems(Reason.BAD_DATE))
        .extracting(Problem::value)
        .containsExactly("31.02.2023", "2023-02-31");
    assertThat(read.problems(Reason.NEGATIVE)).hasSize(1);
    assertThat(read.problems(Reason.BAD_NUMBER)).hasSize(1);
  }

  @Test
  void countriesOfTheEuWritingAreKnownAndOthersNot() throws IOException {
    projects(folder, project("1", "A"));
    SmallBundle.file(
        folder,
        "organization.csv",
        ORGANISATION_HEADER
            + organisation("1", "111", "EL", 1)
            + organisation("1", "222", "UK", 2)
            + organisation("1", "333", "XK", 3)
            + organisation("1", "444", "ZZ", 4));
    Recorder read = read(folder);
    assertThat(read.of(RecordKind.PROJECT).getFirst().partners())
        .extracting(Partner::country)
        .containsExactly("GR", "GB", "XK", null);
    assertThat(read.problems(Reason.UNKNOWN_COUNTRY))
        .singleElement()
        .satisfies(p -> assertThat(p.value()).isEqualTo("ZZ"));
  }

  @Test
  void tenThousandPartnersAreFine() throws IOException {
    projects(folder, project("1", "A"));
    StringBuilder rows = new StringBuilder(ORGANISATION_HEADER);
    for (int i = 1; i <= 10_000; i++) {
      rows.append(organisation("1", String.valueOf(900_000_000 + i), "DE", i));
    }
    SmallBundle.file(folder, "organization.csv", rows.toString());
    Recorder read = read(folder);
    assertThat(read.of(RecordKind.PROJECT).getFirst().partners()).hasSize(10_000);
    assertThat(read.of(RecordKind.ORGANISATION)).hasSize(10_000);
  }

  @Test
  void theSecondRowOfAnIdIsIgnored() throws IOException {
    projects(folder, project("1", "First"), project("1", "Second"), project("", "None"));
    Recorder read = read(folder);
    assertThat(titles(read)).containsExactly("First");
    assertThat(read.problems(Reason.DUPLICATE)).hasSize(1);
    assertThat(read.problems(Reason.NO_ID)).hasSize(1);
  }

  @Test
  void markupIsTextAndHiddenCharactersGo() throws IOException {
    projects(
        folder,
        project("1", "<script>alert(1)</script> <b>bold</b>"),
        project("2", "abc\u202Egnp.exe\u2066"),
        project("3", "nul\0 and bell\u0007"));
    Recorder read = read(folder);
    assertThat(titles(read))
        .containsExactly("<script>alert(1)</script> <b>bold</b>", "abcgnp.exe", "nul and bell");
    assertThat(read.problems(Reason.DIRECTION_MARKS)).hasSize(1);
    assertThat(read.problems(Reason.CONTROL_CHARACTERS)).hasSize(1);
  }

  @Test
  void onlyWebAddressesAreAddresses() throws IOException {
    projects(folder, project("1", "A"));
    String link = "\"projectID\";\"type\";\"represents\";\"physUrl\"\n";
    SmallBundle.file(
        folder,
        "webLink.csv",
        link
            + "\"1\";\"relatedWebsite\";\"project\";\"javascript:alert(1)\"\n"
            + "\"1\";\"relatedWebsite\";\"project\";\"https://example.eu/\"\n"
            + "\"1\";\"socialMedia\";\"twitter\";\"https://twitter.com/x\"\n");
    Recorder read = read(folder);
    assertThat(values(read, "1", Field.URL)).containsExactly("https://example.eu/");
    assertThat(read.problems(Reason.BAD_ADDRESS)).hasSize(1);
  }

  @Test
  void whatBelongsToNoProjectAndOtherFilesAreSaid() throws IOException {
    projects(folder, project("1", "A"));
    SmallBundle.file(
        folder, "organization.csv", ORGANISATION_HEADER + organisation("7", "111", "DE", 1));
    SmallBundle.file(folder, "notes.txt", "hello");
    Recorder read = read(folder);
    assertThat(read.problems(Reason.NO_PROJECT)).hasSize(1);
    assertThat(read.problems(Reason.NOT_READ))
        .singleElement()
        .satisfies(p -> assertThat(p.file()).isEqualTo("notes.txt"));
  }

  private static List<String> titles(Recorder read) {
    return read.of(RecordKind.PROJECT).stream().flatMap(f -> values(f, Field.TITLE)).toList();
  }

  private static List<String> values(Recorder read, String key, Field field) {
    return values(read.one(RecordKind.PROJECT, key), field).toList();
  }

  private static java.util.stream.Stream<String> values(Finding finding, Field field) {
    return finding.facts().stream().filter(f -> f.field() == field).map(Fact::value);
  }
}
