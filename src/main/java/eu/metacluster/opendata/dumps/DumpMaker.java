package eu.metacluster.opendata.dumps;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.opendata.dumps.Dump.DumpFile;
import eu.metacluster.opendata.dumps.DumpRows.ClaimRow;
import eu.metacluster.opendata.dumps.DumpRows.ParticipationRow;
import eu.metacluster.opendata.dumps.DumpRows.RecordRow;
import eu.metacluster.opendata.dumps.DumpRows.SourceRow;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.SiteAddress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a version of the whole set: every file from the same moment, written while the items are
 * read, so that the memory it needs does not grow with the set.
 */
@Component
class DumpMaker {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

  private final Items items;
  private final Dumps dumps;
  private final RowReader reader;
  private final List<ExtraDump> extras;
  private final TransactionTemplate transactions;
  private final Journal journal;
  private final SiteAddress site;
  private final JsonMapper json;

  DumpMaker(
      Items items,
      Dumps dumps,
      RowReader reader,
      ObjectProvider<ExtraDump> extras,
      TransactionTemplate transactions,
      Journal journal,
      SiteAddress site,
      JsonMapper json) {
    this.items = items;
    this.dumps = dumps;
    this.reader = reader;
    this.extras = extras.orderedStream().toList();
    this.transactions = transactions;
    this.journal = journal;
    this.site = site;
    this.json = json;
  }

  /** Makes a version unless nothing changed since the last one; returns the newest. */
  synchronized Dump make(@Nullable UUID actor) {
    Optional<Dump> latest = dumps.latest();
    if (latest.isPresent() && latest.get().position() == items.position()) {
      return latest.get();
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String version = free(VERSION.format(now));
    Path folder = dumps.folder(version);
    try {
      Files.createDirectories(folder);
      Dump dump = write(folder, version, now, latest.orElse(null));
      transactions.executeWithoutResult(status -> keep(dump, actor));
      dumps.thinOut();
      return dump;
    } catch (IOException | RuntimeException e) {
      Dumps.remove(folder);
      throw new IllegalStateException("the dump " + version + " could not be made", e);
    }
  }

  private void keep(Dump dump, @Nullable UUID actor) {
    dumps.add(dump);
    Map<String, Object> facts = Map.of("records", dump.records(), "version", dump.version());
    journal.append(new NewEntry("opendata.dump-made", null, actor, facts));
  }

  /** Two versions of one second have names of their own. */
  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; dumps.find(name).isPresent(); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  private Dump write(Path folder, String version, Instant now, @Nullable Dump before)
      throws IOException {
    TransactionTemplate moment =
        new TransactionTemplate(
            java.util.Objects.requireNonNull(transactions.getTransactionManager()));
    moment.setIsolationLevel(Isolation.REPEATABLE_READ.value());
    moment.setReadOnly(true);
    long[] read =
        moment.execute(
            status -> {
              try {
                return new long[] {items.position(), tables(folder, before)};
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    long position = read == null ? 0 : read[0];
    long records = read == null ? 0 : read[1];
    describe(folder, new Dump(version, now, position, records, files(folder)));
    return new Dump(version, now, position, records, files(folder));
  }

  private void describe(Path folder, Dump bare) throws IOException {
    Dictionary dictionary = new Dictionary(json, site.of(""), bare);
    Files.writeString(folder.resolve("datapackage.json"), dictionary.frictionless());
    Files.writeString(folder.resolve("csv-metadata.json"), dictionary.csvw());
    List<DumpFile> files = files(folder);
    StringBuilder sums = new StringBuilder();
    files.forEach(f -> sums.append(f.sha256()).append("  ").append(f.name()).append('\n'));
    Files.writeString(folder.resolve("SHA256SUMS"), sums.toString());
  }

  private long tables(Path folder, @Nullable Dump before) throws IOException {
    sources(folder);
    changes(folder, before);
    long[] count = {0};
    try (OutputStream lines = gzip(folder.resolve("records.jsonl.gz"));
        Tables tables = new Tables(folder);
        Extras more = new Extras(folder)) {
      LinesFile jsonl = new LinesFile(lines, site.of(""));
      items.each(
          null,
          item -> {
            try {
              jsonl.add(item);
              tables.add(reader.read(item));
              more.add(item);
              count[0]++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return count[0];
  }

  private void sources(Path folder) throws IOException {
    try (CsvFile file = new CsvFile(folder.resolve("sources.csv.gz"), SourceRow.class)) {
      items
          .sources()
          .forEach(s -> file.add(new SourceRow(s.id(), s.name(), s.licence(), s.attribution())));
    }
  }

  /** What changed since the version before, in the order of the changes; of the first, all. */
  private void changes(Path folder, @Nullable Dump before) throws IOException {
    try (OutputStream out = gzip(folder.resolve("changes.jsonl.gz"))) {
      long since = before == null ? 0 : before.position();
      List<Item> page = items.since(since, 500);
      while (!page.isEmpty()) {
        for (Item item : page) {
          String line =
              "{\"position\":%d,\"id\":\"%s\",\"kind\":\"%s\",\"handle\":\"%s\",\"deleted\":%s}\n"
                  .formatted(
                      item.position(),
                      item.record(),
                      item.kind().word(),
                      item.handle(),
                      item.deleted());
          out.write(line.getBytes(StandardCharsets.UTF_8));
        }
        page = items.since(page.getLast().position(), 500);
      }
    }
  }

  private static OutputStream gzip(Path file) throws IOException {
    return new BufferedOutputStream(
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), 1 << 16),
        1 << 16);
  }

  private List<DumpFile> files(Path folder) throws IOException {
    List<DumpFile> files = new ArrayList<>();
    try (var found = Files.list(folder)) {
      for (Path file : found.sorted().toList()) {
        String name = file.getFileName().toString();
        files.add(new DumpFile(name, type(name), Files.size(file), Sums.of(file)));
      }
    }
    return files;
  }

  private String type(String name) {
    return extras.stream()
        .filter(extra -> extra.name().equals(name))
        .map(ExtraDump::type)
        .findFirst()
        .orElseGet(() -> FileTypes.of(name));
  }

  /** The tables that are written in one go. */
  private static final class Tables implements AutoCloseable {
    private final List<TableFile> records = new ArrayList<>();
    private final List<TableFile> parts = new ArrayList<>();
    private final List<TableFile> claims = new ArrayList<>();

    Tables(Path folder) throws IOException {
      records.add(new CsvFile(folder.resolve("records.csv.gz"), RecordRow.class));
      records.add(new ParquetFile<>(folder.resolve("records.parquet"), RecordRow.class));
      records.add(new WorkbookFile(folder.resolve("records.xlsx"), RecordRow.class));
      parts.add(new CsvFile(folder.resolve("participations.csv.gz"), ParticipationRow.class));
      parts.add(
          new ParquetFile<>(folder.resolve("participations.parquet"), ParticipationRow.class));
      claims.add(new CsvFile(folder.resolve("claims.csv.gz"), ClaimRow.class));
      claims.add(new ParquetFile<>(folder.resolve("claims.parquet"), ClaimRow.class));
    }

    void add(RowReader.Rows rows) throws IOException {
      for (TableFile file : records) {
        file.add(rows.record());
      }
      for (TableFile file : parts) {
        for (ParticipationRow part : rows.participations()) {
          file.add(part);
        }
      }
      for (TableFile file : claims) {
        for (ClaimRow claim : rows.claims()) {
          file.add(claim);
        }
      }
    }

    @Override
    public void close() throws IOException {
      for (List<TableFile> files : List.of(records, parts, claims)) {
        for (TableFile file : files) {
          file.close();
        }
      }
    }
  }

  /** The forms that others contribute. */
  private final class Extras implements AutoCloseable {
    private final List<ExtraDump.Writer> writers = new ArrayList<>();

    Extras(Path folder) throws IOException {
      for (ExtraDump extra : extras) {
        OutputStream file = Files.newOutputStream(folder.resolve(extra.name()));
        OutputStream out = new BufferedOutputStream(file, 1 << 16);
        writers.add(extra.open(extra.name().endsWith(".gz") ? new GZIPOutputStream(out) : out));
      }
    }

    void add(Item item) throws IOException {
      for (ExtraDump.Writer writer : writers) {
        writer.add(item);
      }
    }

    @Override
    public void close() throws IOException {
      for (ExtraDump.Writer writer : writers) {
        writer.close();
      }
    }
  }
}
