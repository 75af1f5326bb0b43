package eu.metacluster.harvest.table;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of one's own, as people make them. */
class TableTests {

  private static final String FRENCH =
      """
      Liste des projets;;;;;;;
      ;;;;;;;
      Identifiant;Acronyme;Titre du projet;Date de début;Date de fin;Montant (€);Pays;Mots-clés
      P-1;ALPHA;Dépistage du cancer du sein;01/02/2024;31/01/2027;1.250.000,50;Belgique;dépistage;
      P-2;BETA;Biopsie liquide;15/03/2025;bientôt;2,1 M€;Grèce;"sang; plasma; sérum"
      """;

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Recorder read(Path file, String mapping) throws IOException {
    Recorder recorder = new Recorder();
    new TableConnector().read(file, Map.of("mapping", mapping), recorder);
    return recorder;
  }

  private Recorder csv(String text) throws IOException {
    return read(file("t.csv", text.getBytes(StandardCharsets.UTF_8)), "");
  }

  @Test
  void aFrenchListOfProjectsUnderATitle() throws IOException {
    Recorder read = csv(FRENCH);

    assertThat(read.of(RecordKind.PROJECT)).hasSize(2);
    Finding alpha = read.one(RecordKind.PROJECT, "P-1");
    assertThat(values(alpha, Field.ACRONYM)).containsExactly("ALPHA");
    assertThat(values(alpha, Field.TITLE)).containsExactly("Dépistage du cancer du sein");
    assertThat(values(alpha, Field.START_DATE)).containsExactly("2024-02-01");
    assertThat(values(alpha, Field.CONTRIBUTION)).containsExactly("1250000.5");
    assertThat(values(alpha, Field.COUNTRY)).containsExactly("BE");
    Finding beta = read.one(RecordKind.PROJECT, "P-2");
    assertThat(values(beta, Field.COUNTRY)).containsExactly("GR");
    assertThat(values(beta, Field.CONTRIBUTION)).containsExactly("2100000");
    assertThat(values(beta, Field.KEYWORDS)).containsExactly("sang, plasma, sérum");
    assertThat(read.problems(Reason.BAD_DATE))
        .singleElement()
        .matches(p -> "bientôt".equals(p.value()) && p.line() == 5);
    assertThat(read.whole).isTrue();
    assertThat(read.done).isEqualTo(read.expected);
  }

  @Test
  void theSameInAnotherEncoding() throws IOException {
    byte[] latin = FRENCH.getBytes(Charset.forName("windows-1252"));
    Recorder read = read(file("latin.csv", latin), "");
    assertThat(values(read.one(RecordKind.PROJECT, "P-1"), Field.TITLE))
        .containsExactly("Dépistage du cancer du sein");
    assertThat(read.problems(Reason.ENCODING)).hasSize(1);

    Recorder marked =
        read(file("utf16.csv", ('\uFEFF' + FRENCH).getBytes(StandardCharsets.UTF_16LE)), "");
    assertThat(marked.of(RecordKind.PROJECT)).hasSize(2);
  }

  @Test
  void recordedTablesOfEvents() throws IOException {
    Recorder read = read(SharedData.at("payloads/events/misc/events.csv"), "");
    assertThat(read.of(RecordKind.EVENT)).hasSize(3);
    Finding day = read.one(RecordKind.EVENT, "Awesome Training Day 2022-02-12T11:00");
    assertThat(values(day, Field.ENDS_AT)).containsExactly("2022-02-12T12:00");
    assertThat(values(day, Field.CITY)).containsExactly("Melbourne");
    assertThat(values(day, Field.COUNTRY)).containsExactly("AU");
    assertThat(values(day, Field.ATTENDANCE)).containsExactly("online");
    assertThat(values(day, Field.SUMMARY).getFirst()).startsWith("Awesome Training");
    assertThat(day.facts()).noneMatch(f -> f.value().contains("Event Support"));

    Recorder nci = read(SharedData.at("payloads/events/misc/events_NCI.csv"), "");
    assertThat(nci.of(RecordKind.EVENT)).hasSize(14);
    assertThat(nci.findings).allMatch(f -> values(f, Field.STARTS_AT).size() == 1);
    assertThat(nci.findings).noneMatch(f -> f.toString().contains("@anu.edu.au"));
  }

  @Test
  void aMappingIsKeptAndColumnsMayMove() throws IOException {
    TableSample sample = TableSample.of(file("t.csv", FRENCH.getBytes(StandardCharsets.UTF_8)));
    TableMapping mapping = TableMapping.parse(sample.mapping().format());
    assertThat(mapping.kind()).isEqualTo(RecordKind.PROJECT);
    assertThat(mapping.id()).isEqualTo("Identifiant");
    TableMapping.Preview preview = mapping.preview(sample.heading(), sample.rows()).getLast();
    assertThat(preview.key()).isEqualTo("P-2");
    assertThat(preview.values())
        .filteredOn(value -> value.reason() == Reason.BAD_DATE)
        .singleElement()
        .matches(value -> value.field() == Field.END_DATE && value.text().equals("bientôt"));

    Path moved =
        file(
            "moved.csv",
            "Titre du projet;Neu;Identifiant\nA;x;1\nB;y;2\nC;;\n;z;4\nD;;1"
                .getBytes(StandardCharsets.UTF_8));
    Recorder read = read(moved, mapping.format());
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("1", "2");
    assertThat(read.problems(Reason.NO_ID)).hasSize(2);
    assertThat(read.problems(Reason.DUPLICATE)).hasSize(1);
    assertThatThrownBy(() -> read(moved, "{\"kind\":\"cat\"}")).hasMessageContaining("MC-1473");
    assertThatThrownBy(() -> read(moved, "{\"kind\":\"project\",\"columns\":[]}"))
        .hasMessageContaining("MC-1475");
  }

  @Test
  void identifiersByNameAndValue() throws IOException {
    Recorder read =
        csv(
            """
            Legal name,PIC number,Homepage,Contact,NUTS,Wer
            Institut Curie,999990655,www.curie.example/x y,a@b.example,FR101,0000
            Karolinska,999978530,https://ki.example,c@d.example,SE110,0001
            """);
    Finding curie = read.of(RecordKind.ORGANISATION).getFirst();
    assertThat(curie.identifiers()).contains(new Identifier(Identifier.Scheme.PIC, "999990655"));
    assertThat(values(curie, Field.NUTS)).containsExactly("FR101");
    assertThat(curie.facts()).noneMatch(f -> f.value().contains("@"));
  }

  @Test
  void americanDatesAndCurrencies() throws IOException {
    Recorder read =
        csv(
            """
            title\tstart date\tend date\tgrant amount
            A\t12/31/2024\t1/2/2025\t$1,200,000
            B\t2024-05\tMay 2\tSEK 12 500,75
            C\t1/5/2024\t\t-5
            """);
    assertThat(values(read.one(RecordKind.PROJECT, "A"), Field.START_DATE))
        .containsExactly("2024-12-31");
    assertThat(values(read.one(RecordKind.PROJECT, "A"), Field.CONTRIBUTION))
        .containsExactly("1200000 USD");
    assertThat(values(read.one(RecordKind.PROJECT, "B"), Field.START_DATE))
        .containsExactly("2024-05");
    assertThat(values(read.one(RecordKind.PROJECT, "B"), Field.CONTRIBUTION))
        .containsExactly("12500.75 SEK");
    assertThat(values(read.one(RecordKind.PROJECT, "C"), Field.START_DATE))
        .containsExactly("2024-01-05");
    assertThat(read.problems(Reason.NEGATIVE)).hasSize(1);
  }

  private Path workbook(String name, java.util.function.Consumer<Worksheet> fill)
      throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      fill.accept(book.newWorksheet("Projects"));
    }
    return file;
  }

  @Test
  void aWorkbookWithDatesFormulasAndFarAwayCells() throws IOException {
    Path file =
        workbook(
            "t.xlsx",
            sheet -> {
              sheet.value(0, 0, "Title");
              sheet.value(0, 1, "Start date");
              sheet.value(0, 2, "Total cost");
              sheet.value(1, 0, "Alpha");
              sheet.value(1, 1, LocalDate.of(2026, 3, 4));
              sheet.style(1, 1).format("dd/mm/yyyy").set();
              sheet.value(1, 2, 1250000.5);
              sheet.value(1, 16_383, "far away");
              sheet.value(2_000, 0, "Omega");
              sheet.formula(2_000, 2, "1+1");
            });
    Recorder read = read(file, "");
    Finding alpha = read.one(RecordKind.PROJECT, "Alpha");
    assertThat(values(alpha, Field.START_DATE)).containsExactly("2026-03-04");
    assertThat(values(alpha, Field.TOTAL_COST)).containsExactly("1250000.5");
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("Alpha", "Omega");
  }

  @Test
  void aMillionEmptyRowsAreNothing() throws IOException {
    Path file =
        workbook(
            "e.xlsx",
            sheet -> {
              sheet.value(0, 0, "Title");
              sheet.value(0, 1, "Acronym");
              sheet.value(1, 0, "Alpha");
              for (int i = 2; i < 300_000; i++) {
                sheet.value(i, 3, "");
              }
            });
    assertThat(read(file, "").findings).hasSize(1);
  }

  private Path zip(String name, Map<String, InputStream> parts) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, InputStream> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().transferTo(zip);
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void anOpenDocumentSpreadsheet() throws IOException {
    String content =
        """
        <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="A">
          <table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell><table:table-cell><text:p>Deadline</text:p></table:table-cell></table:table-row>
          <table:table-row table:number-rows-repeated="900000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
          <table:table-row><table:table-cell><office:annotation><text:p>note</text:p></office:annotation><text:p>Joint <text:span>call</text:span></text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2026-09-01"><text:p>1 Sept</text:p></table:table-cell></table:table-row>
        </table:table><table:table table:name="B"><table:table-row><table:table-cell><text:p>Other</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>
        """;
    Path file =
        zip(
            "t.ods",
            Map.of(
                "content.xml", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
    Finding call = read(file, "").one(RecordKind.CALL, "Joint call");
    assertThat(values(call, Field.DEADLINE)).containsExactly("2026-09-01");
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path bomb = zip("b.xlsx", Map.of("xl/worksheets/sheet1.xml", new Zeros(64 << 20)));
    assertThatThrownBy(() -> read(bomb, "")).hasMessageContaining("MC-1472");
    Path other = zip("o.xlsx", Map.of("a.txt", new Zeros(10)));
    assertThatThrownBy(() -> read(other, "")).hasMessageContaining("MC-1471");
    Path broken = file("c.xlsx", new byte[] {'P', 'K', 3, 4, 5});
    assertThatThrownBy(() -> read(broken, "")).hasMessageContaining("MC-1471");
    Path old = file("d.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
    assertThatThrownBy(() -> read(old, "")).hasMessageContaining("MC-1470");
    assertThatThrownBy(() -> csv("")).hasMessageContaining("MC-1474");
    assertThatThrownBy(() -> csv("a,b\n")).hasMessageContaining("MC-1474");
  }

  @Test
  void aTableOfTooManyColumnsIsReadUpToSomeOfThem() throws IOException {
    Recorder read = csv("title" + ",c".repeat(16_383) + "\nAlpha" + ",x".repeat(16_383) + "\n");
    assertThat(read.byKey(RecordKind.PROJECT)).containsOnlyKeys("Alpha");
    assertThat(read.problems(Reason.EXTRA_COLUMNS)).hasSize(1);
  }

  /** So many zeros. */
  private static final class Zeros extends InputStream {
    private int left;

    Zeros(int left) {
      this.left = left;
    }

    @Override
    public int read() {
      return left-- > 0 ? 0 : -1;
    }
  }
}
