package eu.metacluster.support;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Cuts a small bundle out of the real one: the first projects, with all that belongs to them. */
public final class RealCut {

  private static final List<String> OTHERS =
      List.of("organization", "topics", "legalBasis", "euroSciVoc", "webLink");

  private RealCut() {}

  /** Writes the bundle of {@code projects} projects into the folder, leaving out some first. */
  public static Path of(Path folder, int leftOut, int projects) throws IOException {
    Files.createDirectories(folder);
    Set<String> ids = new HashSet<>();
    int[] seen = {0};
    copy(
        folder,
        "project",
        row -> seen[0]++ >= leftOut && ids.size() < projects && ids.add(row.getField(0)));
    for (String file : OTHERS) {
      copy(folder, file, row -> ids.contains(row.getField(0)));
    }
    return folder;
  }

  private static void copy(Path folder, String file, Predicate<CsvRecord> wanted)
      throws IOException {
    Path from = SharedData.at("cordis/horizon/" + file + ".csv.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(from));
        CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(in);
        CsvWriter writer =
            CsvWriter.builder()
                .fieldSeparator(';')
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .build(folder.resolve(file + ".csv"))) {
      boolean header = true;
      for (CsvRecord row : reader) {
        if (header || wanted.test(row)) {
          writer.writeRecord(row.getFields());
        }
        header = false;
      }
    }
  }
}
