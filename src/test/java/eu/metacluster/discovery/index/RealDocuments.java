package eu.metacluster.discovery.index;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Codebook;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.RecordText;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The first projects of the real export with their organisations, as the index takes them in. */
final class RealDocuments {

  private final Map<String, NamedCsvRecord> projects = new LinkedHashMap<>();
  private final Map<String, List<NamedCsvRecord>> partners = new LinkedHashMap<>();
  private final Map<String, NamedCsvRecord> organisations = new LinkedHashMap<>();
  private final Map<String, List<GridRecord>> projectsOf = new LinkedHashMap<>();
  private final List<RecordDocument> documents = new ArrayList<>();

  /** A document and the public projects of its organisation. */
  record Both(RecordDocument document, List<GridRecord> projects) {}

  static List<Both> of(int many) throws IOException {
    RealDocuments real = new RealDocuments();
    real.read(many);
    real.projects.values().forEach(real::project);
    real.organisations.values().forEach(real::organisation);
    return real.documents.stream()
        .map(
            document ->
                new Both(
                    document, real.projectsOf.getOrDefault(document.record().handle(), List.of())))
        .toList();
  }

  private void read(int many) throws IOException {
    each(
        "project",
        row -> {
          if (projects.size() < many) {
            projects.put(row.getField("id"), row);
          }
        });
    each(
        "organization",
        row -> {
          if (projects.containsKey(row.getField("projectID"))) {
            partners.computeIfAbsent(row.getField("projectID"), id -> new ArrayList<>()).add(row);
            organisations.putIfAbsent(row.getField("organisationID"), row);
          }
        });
  }

  private static void each(String file, Consumer<NamedCsvRecord> taker) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(
                        Files.newInputStream(SharedData.at("cordis/horizon/" + file + ".csv.gz"))),
                    StandardCharsets.UTF_8))) {
      csv.forEach(taker);
    }
  }

  private static UUID id(String number) {
    return UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
  }

  private void project(NamedCsvRecord row) {
    List<PartnerLine> lines =
        partners.getOrDefault(row.getField("id"), List.of()).stream()
            .map(RealDocuments::partner)
            .toList();
    GridRecord record =
        record(
            RecordKind.PROJECT,
            row.getField("id"),
            row.getField("title"),
            row.getField("acronym"),
            row);
    for (PartnerLine line : lines) {
      projectsOf.computeIfAbsent(line.handle(), handle -> new ArrayList<>()).add(record);
    }
    documents.add(
        document(
            record,
            row.getField("objective"),
            row.getField("keywords"),
            null,
            lines,
            List.of(
                Identifier.of(Scheme.GRANT, row.getField("id")),
                Identifier.of(Scheme.DOI, row.getField("grantDoi"))),
            Map.of(Field.FUNDER, List.of("European Commission"))));
  }

  private static PartnerLine partner(NamedCsvRecord row) {
    String[] point = row.getField("geolocation").split(",", 2);
    boolean placed = point.length == 2 && row.getField("geolocation").matches("[-0-9.]+,[-0-9.]+");
    return new PartnerLine(
        id(row.getField("organisationID")),
        RecordKind.ORGANISATION,
        row.getField("name"),
        "o-" + row.getField("organisationID"),
        row.getField("role"),
        text(row.getField("country")),
        text(row.getField("nutsCode")),
        placed ? Double.valueOf(point[0]) : null,
        placed ? Double.valueOf(point[1]) : null,
        amount(row.getField("ecContribution")),
        false,
        RecordState.PUBLISHED);
  }

  private void organisation(NamedCsvRecord row) {
    String name = row.getField("name");
    documents.add(
        document(
            record(RecordKind.ORGANISATION, row.getField("organisationID"), name, null, row),
            null,
            null,
            text(row.getField("nutsCode")),
            List.of(),
            List.of(Identifier.of(Scheme.PIC, row.getField("organisationID"))),
            Map.of()));
  }

  private static GridRecord record(
      RecordKind kind, String number, String title, @Nullable String acronym, NamedCsvRecord row) {
    boolean project = kind == RecordKind.PROJECT;
    int seed = number.hashCode() & 0xFFFF;
    return new GridRecord(
        id(number),
        kind,
        (project ? "p-" : "o-") + number,
        RecordState.PUBLISHED,
        null,
        title,
        acronym,
        project ? row.getField("status") : null,
        project ? day(row.getField("startDate")) : null,
        project ? day(row.getField("endDate")) : null,
        null,
        project ? amount(row.getField("ecMaxContribution")) : null,
        project ? "HORIZON" : null,
        project ? row.getField("fundingScheme") : null,
        project ? List.of(row.getField("legalBasis")) : List.of(),
        project ? List.of(row.getField("topics")) : List.of(),
        project ? null : text(row.getField("activityType")),
        project ? null : text(row.getField("city")),
        project ? null : text(row.getField("country")),
        null,
        null,
        null,
        project ? List.of(Codebook.PILLARS.get(seed % 6)) : List.of(),
        project ? List.of(Codebook.TECHNOLOGIES.get(seed % 17)) : List.of(),
        project && seed % 3 == 0 ? List.of(Codebook.CANCERS.get(seed % 16)) : List.of(),
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(seed),
        seed % 4 == 0 ? LocalDate.now().minusDays(seed % 900) : null,
        null,
        false);
  }

  private static RecordDocument document(
      GridRecord record,
      @Nullable String summary,
      @Nullable String keywords,
      @Nullable String region,
      List<PartnerLine> partners,
      List<Identifier> identifiers,
      Map<Field, List<String>> facts) {
    return new RecordDocument(
        record,
        new RecordText(
            record.id(), record.kind(), record.title(), record.acronym(), summary, keywords),
        region,
        partners,
        identifiers,
        List.of(),
        List.of(),
        List.of("CORDIS"),
        facts);
  }

  private static @Nullable String text(String value) {
    return value.isBlank() ? null : value;
  }

  private static @Nullable LocalDate day(String value) {
    return value.isBlank() ? null : LocalDate.parse(value);
  }

  private static @Nullable BigDecimal amount(String value) {
    return value.isBlank() ? null : new BigDecimal(value.replace(',', '.'));
  }

  /** Words of titles that more than one project has. */
  static List<String> words(List<Both> real) {
    Map<String, Long> counted =
        real.stream()
            .filter(both -> both.document().record().kind() == RecordKind.PROJECT)
            .flatMap(
                both ->
                    java.util.Arrays.stream(
                            both.document().record().title().split("[^\\p{L}]+", -1))
                        .distinct())
            .filter(word -> word.length() > 4)
            .collect(
                Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream()
        .filter(word -> word.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
