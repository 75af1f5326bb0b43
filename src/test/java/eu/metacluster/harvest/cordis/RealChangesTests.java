package eu.metacluster.harvest.cordis;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.ClaimChange;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.IntakeOutcome;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Sources;
import eu.metacluster.harvest.CleanText;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What really changed in CORDIS between two days, read before and after, is exactly what an
 * independent comparison of the two exports lists, for every field that is read.
 */
@ProductTest
class RealChangesTests {

  @Autowired Intake intake;
  @Autowired Sources sources;

  private static final Map<String, String> PROJECT =
      Map.ofEntries(
          Map.entry("status", "status"),
          Map.entry("keywords", "keywords"),
          Map.entry("objective", "summary"),
          Map.entry("startDate", "startDate"),
          Map.entry("endDate", "endDate"),
          Map.entry("duration", "duration"),
          Map.entry("terminationDate", "terminatedOn"),
          Map.entry("totalCost", "totalCost"),
          Map.entry("ecMaxContribution", "contribution"),
          Map.entry("title", "title"),
          Map.entry("acronym", "acronym"));

  private static final Map<String, String> ORGANISATION =
      Map.of(
          "city", "city",
          "postCode", "postcode",
          "street", "street",
          "shortName", "shortName",
          "name", "title",
          "url", "url",
          "vat", "vat",
          "geolocation", "location",
          "sme", "sme");

  private static final Set<String> PARTNER =
      Set.of("ecContribution", "netEcContribution", "terminated", "order");

  /** Lives in the export's list, but not in what is compared here. */
  private static final Set<String> NOT_COMPARED_FIELDS =
      Set.of(
          "programme",
          "call",
          "masterCall",
          "scheme",
          "framework",
          "signedOn",
          "grant",
          "rcn",
          "doi",
          "pic",
          "activityType",
          "country",
          "nuts");

  @TempDir Path folder;

  @Test
  void beforeToAfterGivesExactlyTheListedChanges() throws IOException {
    Set<String> files = unpack();
    Set<String> listed = listed(files);
    Set<String> ours = new TreeSet<>();
    for (String file : files) {
      Set<String> before = statements(folder.resolve("before").resolve(file));
      Set<String> after = statements(folder.resolve("after").resolve(file));
      after.stream().filter(s -> !before.contains(s)).forEach(s -> ours.add("+ " + s));
      before.stream().filter(s -> !after.contains(s)).forEach(s -> ours.add("- " + s));
    }
    Set<String> comings = partnersThatCameOrWent(listed);
    ours.removeIf(line -> comings.stream().anyMatch(line::contains) && !line.contains(" partner "));
    assertThat(listed).hasSizeGreaterThan(700);
    assertThat(only(ours, listed)).as("read but not listed").isEmpty();
    assertThat(only(listed, ours)).as("listed but not read").isEmpty();
  }

  @Test
  void beforeToAfterWritesExactlyTheListedClaimsOfTheProjects() throws IOException {
    Set<String> files = unpack();
    long source = sources.register("Real changes", 100, null, null);
    Origin first = new Origin(source, 771_001, Instant.parse("2025-11-16T00:00:00Z"));
    Origin second = new Origin(source, 771_002, Instant.parse("2025-12-06T00:00:00Z"));
    List<Finding> after = findings(files, "after");
    intake.accept(first, findings(files, "before"));

    List<ClaimChange> changes = intake.preview(second, after).changes();
    IntakeOutcome outcome = intake.accept(second, after);

    Set<String> ours = new TreeSet<>();
    for (ClaimChange change : changes) {
      if (change.kind() == RecordKind.PROJECT && PROJECT.containsValue(change.field())) {
        String subject = change.key() + " project " + change.field() + " ";
        add(ours, "- " + subject, change.before());
        add(ours, "+ " + subject, change.after());
      }
    }
    Set<String> listed = listed(files);
    listed.removeIf(line -> !line.contains(" project ") || line.contains(" project subject "));
    assertThat(listed).hasSizeGreaterThan(200);
    assertThat(ours).isEqualTo(listed);
    assertThat(outcome.claimsWritten())
        .isEqualTo(changes.stream().filter(c -> c.after() != null).count());
    assertThat(outcome.claimsEnded())
        .isEqualTo(changes.stream().filter(c -> c.before() != null).count());
    assertThat(intake.accept(second, after).claimsWritten()).isZero();
  }

  private static void add(Set<String> lines, String start, @Nullable String value) {
    if (value != null) {
      lines.add(start + value);
    }
  }

  private List<Finding> findings(Set<String> files, String side) throws IOException {
    List<Finding> all = new ArrayList<>();
    for (String file : files) {
      Recorder read = new Recorder();
      new XmlConnector().read(folder.resolve(side).resolve(file), read);
      all.addAll(read.of(RecordKind.PROJECT));
    }
    return all;
  }

  private static Set<String> only(Set<String> one, Set<String> other) {
    Set<String> rest = new TreeSet<>(one);
    rest.removeAll(other);
    return rest;
  }

  private static Set<String> partnersThatCameOrWent(Set<String> listed) {
    Set<String> keys = new HashSet<>();
    for (String line : listed) {
      if (line.contains(" partner ")) {
        String[] words = line.split(" ", -1);
        keys.add(words[1] + " " + words[3].split("/", -1)[0] + " ");
        keys.add(words[1] + " " + words[3] + " ");
      }
    }
    return keys;
  }

  /** File names of the projects that are there before and after. */
  private Set<String> unpack() throws IOException {
    Set<String> before = new TreeSet<>();
    Path zip = SharedData.at("cordis/changes-before-after-xml.zip");
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (!e.isDirectory()) {
          Path file = folder.resolve(e.getName());
          Files.createDirectories(file.getParent());
          Files.copy(in, file);
          if (e.getName().startsWith("before/")) {
            before.add(file.getFileName().toString());
          }
        }
      }
    }
    assertThat(before).hasSize(150);
    return before;
  }

  private static Set<String> statements(Path file) throws IOException {
    Recorder read = new Recorder();
    new XmlConnector().read(file, read);
    Set<String> statements = new TreeSet<>();
    Finding project = read.of(RecordKind.PROJECT).getFirst();
    String id = project.key();
    facts(project, id + " project", statements);
    for (Partner p : project.partners()) {
      String key = id + " " + p.organisation().value() + "/" + p.role() + " ";
      statements.add(id + " partner " + p.organisation().value() + "/" + p.role());
      statements.add(key + "ecContribution " + amount(p.contribution()));
      statements.add(key + "netEcContribution " + amount(p.net()));
      statements.add(key + "terminated " + p.ended());
      statements.add(key + "order " + p.position());
    }
    read.of(RecordKind.ORGANISATION).forEach(o -> facts(o, id + " " + o.key(), statements));
    statements.removeIf(s -> s.endsWith(" "));
    return statements;
  }

  private static void facts(Finding finding, String subject, Set<String> statements) {
    finding.facts().stream()
        .filter(f -> !NOT_COMPARED_FIELDS.contains(f.field().key()))
        .filter(f -> finding.kind() != RecordKind.PROJECT || !f.field().key().equals("url"))
        .forEach(f -> statements.add(subject + " " + f.field().key() + " " + f.value()));
  }

  private static String amount(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }

  private static Set<String> listed(Set<String> files) throws IOException {
    Set<String> lines = new TreeSet<>();
    Path csv = SharedData.at("cordis/changes-20251116-20251206.csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(csv));
        var reader = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(in)) {
      for (var row : reader) {
        String path = row.getField("xmlPath");
        if (files.contains(path.substring(path.lastIndexOf('/') + 1))) {
          listed(row, lines);
        }
      }
    }
    return lines;
  }

  private static void listed(NamedCsvRecord row, Set<String> lines) {
    String id = row.getField("projectID");
    String field = row.getField("field");
    String key = row.getField("key");
    boolean whole = field.equals("added") || field.equals("removed");
    String sign = field.equals("added") ? "+ " : "- ";
    switch (row.getField("entity")) {
      case "euroSciVoc" -> lines.add(sign + id + " project subject " + key);
      case "project" -> {
        if (PROJECT.containsKey(field)) {
          change(id + " project " + PROJECT.get(field), field, row, lines);
        }
      }
      case "organization" -> {
        if (whole) {
          lines.add(sign + id + " partner " + key);
        } else if (PARTNER.contains(field)) {
          change(id + " " + key + " " + field, field, row, lines);
        } else if (ORGANISATION.containsKey(field)) {
          String pic = key.substring(0, key.indexOf('/'));
          change(id + " " + pic + " " + ORGANISATION.get(field), field, row, lines);
        }
      }
      default -> {}
    }
  }

  private static void change(String subject, String field, NamedCsvRecord row, Set<String> lines) {
    String before = clean(field, row.getField("old"));
    String after = clean(field, row.getField("new"));
    if (before.equals(after)) {
      return;
    }
    if (!before.isEmpty()) {
      lines.add("- " + subject + " " + before);
    }
    if (!after.isEmpty()) {
      lines.add("+ " + subject + " " + after);
    }
  }

  private static String clean(String field, String value) {
    if (value.isEmpty()) {
      return value;
    }
    return switch (field) {
      case "objective" -> CleanText.paragraphs(value);
      case "terminationDate" -> value.substring(0, 10);
      case "totalCost", "ecMaxContribution", "ecContribution", "netEcContribution" ->
          new BigDecimal(value).signum() == 0 && field.equals("totalCost")
              ? ""
              : new BigDecimal(value).stripTrailingZeros().toPlainString();
      default -> CleanText.line(value);
    };
  }
}
