package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.RecordText;
import eu.metacluster.shared.Ids;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("speed")
class IndexSpeedTests {

  private static final int ORGANISATIONS = 27_000;

  @TempDir Path folder;

  @Test
  void theWholeOfHorizonEuropeIsIndexedInSecondsAndAnsweredInMilliseconds() throws IOException {
    List<RecordDocument> documents = documents();
    try (var cleanup = new Closing(new GridIndex(folder, false))) {
      GridIndex index = cleanup.index();
      long start = System.nanoTime();
      long seq = 0;
      for (RecordDocument document : documents) {
        index.put(document.record().id(), IndexDocument.of(document, List.of()), false);
        if (++seq % 2_000 == 0) {
          index.show();
          index.commitNowAndThen(seq);
        }
      }
      index.show();
      index.commitNowAndThen(seq);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("indexed %d documents in %.1f s%n", documents.size(), seconds);
      assertThat(seconds).isLessThan(20);
      IndexSearch search = new IndexSearch(index, Nearest.NONE);
      time("everything", () -> search.find(GridQuery.EVERYTHING));
      GridQuery words =
          new GridQuery("liquid biopsy", GridQuery.EVERYTHING.filters(), Sorting.RELEVANCE, 1);
      time("two words", () -> search.find(words));
      time("two words in DE", () -> search.find(words.with(Facet.COUNTRY, "DE")));
      time("map of everything", () -> search.spread(GridQuery.EVERYTHING));
      List<Census.Pair> pairs =
          List.of(
              new Census.Pair(Facet.YEAR, Facet.PILLAR),
              new Census.Pair(Facet.TECHNOLOGY, Facet.CANCER));
      time("census of everything", () -> search.census(GridQuery.EVERYTHING, pairs));
      time("shares of everything", () -> search.shares(GridQuery.EVERYTHING));
      time("figures", () -> search.figures(LocalDate.now().plusDays(System.nanoTime() % 100)));
    }
  }

  private record Closing(GridIndex index) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      index.close();
    }
  }

  private static void time(String what, Runnable work) {
    for (int i = 0; i < 60; i++) {
      work.run();
    }
    long start = System.nanoTime();
    for (int i = 0; i < 40; i++) {
      work.run();
    }
    double millis = (System.nanoTime() - start) / 40e6;
    System.out.printf("%s: %.2f ms%n", what, millis);
    assertThat(millis).as(what).isLessThan(200);
  }

  private static List<RecordDocument> documents() throws IOException {
    List<RecordDocument> documents = new ArrayList<>();
    List<RecordDocument.PartnerLine> lines = new ArrayList<>();
    String[] countries = {"DE", "FR", "ES", "IT", "NL", "BE", "SE", "PL", "GR", "PT"};
    for (int i = 0; i < ORGANISATIONS; i++) {
      UUID id = Ids.next();
      String name = "Universitat Politècnica " + i;
      String country = countries[i % 10];
      lines.add(
          new RecordDocument.PartnerLine(
              id,
              RecordKind.ORGANISATION,
              name,
              "h" + i,
              "participant",
              country,
              country + "30" + i % 9,
              50.0,
              10.0,
              BigDecimal.valueOf(100_000),
              false,
              RecordState.PUBLISHED));
      documents.add(
          document(id, RecordKind.ORGANISATION, name, null, null, null, country, List.of()));
    }
    Path file = SharedData.at("cordis/horizon/project.csv.gz");
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      int n = 0;
      for (NamedCsvRecord row : csv) {
        int from = (n * 7) % (ORGANISATIONS - 7);
        documents.add(
            document(
                Ids.next(),
                RecordKind.PROJECT,
                row.getField("title"),
                row.getField("acronym"),
                row.getField("objective"),
                row.getField("startDate"),
                null,
                lines.subList(from, from + 6)));
        n++;
      }
    }
    return documents;
  }

  private static RecordDocument document(
      UUID id,
      RecordKind kind,
      String title,
      @org.jspecify.annotations.Nullable String acronym,
      @org.jspecify.annotations.Nullable String summary,
      @org.jspecify.annotations.Nullable String start,
      @org.jspecify.annotations.Nullable String country,
      List<RecordDocument.PartnerLine> partners) {
    GridRecord record =
        new GridRecord(
            id,
            kind,
            "x-" + id,
            RecordState.PUBLISHED,
            null,
            title,
            acronym,
            "SIGNED",
            start == null || start.isBlank() ? null : LocalDate.parse(start),
            null,
            null,
            BigDecimal.TEN,
            "HORIZON",
            "HORIZON-RIA",
            List.of("HORIZON.2.1"),
            List.of(),
            null,
            "Berlin",
            country,
            null,
            50.0,
            10.0,
            List.of("diagnosis"),
            List.of("ai"),
            List.of("any"),
            Instant.EPOCH,
            Instant.EPOCH,
            Instant.EPOCH,
            LocalDate.EPOCH,
            null,
            false);
    return new RecordDocument(
        record,
        new RecordText(id, kind, title, acronym, summary, null),
        null,
        partners,
        List.of(Identifier.of(Identifier.Scheme.GRANT, id.toString())),
        List.of(),
        List.of(),
        List.of(),
        java.util.Map.of());
  }
}
