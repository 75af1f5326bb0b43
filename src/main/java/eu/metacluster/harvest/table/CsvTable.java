package eu.metacluster.harvest.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A table as text: with commas, semicolons, tabs or bars, in UTF-8, UTF-16 or windows-1252. */
final class CsvTable {

  private static final int HEAD = 1 << 16;
  private static final int LONGEST_RECORD = 4 << 20;
  private static final String DELIMITERS = ",;\t|";

  private CsvTable() {}

  /** Hands out the rows; false when the file breaks off or cannot be cut into cells. */
  static boolean read(Path file, Rows rows, Consumer<Problem> problems) throws IOException {
    String name = String.valueOf(file.getFileName());
    Charset charset = charset(head(file));
    if (charset.name().startsWith("windows")) {
      problems.accept(Problem.of(name, Reason.ENCODING));
    }
    char delimiter = delimiter(new String(head(file), charset));
    try (Reader text = new BufferedReader(new InputStreamReader(open(file), charset));
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_RECORD)
                .ofCsvRecord(text)) {
      return rows(csv, rows);
    } catch (CsvParseException | UncheckedIOException e) {
      problems.accept(new Problem(name, 0, null, e.getMessage(), Reason.MALFORMED));
      return false;
    }
  }

  private static boolean rows(CsvReader<CsvRecord> csv, Rows rows) throws IOException {
    for (CsvRecord record : csv) {
      java.util.List<String> cells = record.getFields();
      boolean marked = !cells.isEmpty() && cells.getFirst().startsWith("\uFEFF");
      if (marked) {
        cells = new java.util.ArrayList<>(cells);
        cells.set(0, cells.getFirst().substring(1).replaceAll("^\"|\"$", ""));
      }
      if (!rows.add(record.getStartingLineNumber(), cells)) {
        return false;
      }
    }
    return true;
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new java.io.BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean packed = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return packed ? new GZIPInputStream(in) : in;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(HEAD);
    }
  }

  private static Charset charset(byte[] head) {
    if (head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0x1FD) {
      return StandardCharsets.UTF_16;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult result =
        decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
    return result.isError() ? Charset.forName("windows-1252") : StandardCharsets.UTF_8;
  }

  /** The one that the first lines have most often, each as often as the others. */
  private static char delimiter(String head) {
    char best = ',';
    long most = 0;
    for (char delimiter : DELIMITERS.toCharArray()) {
      long[] counts =
          head.lines()
              .filter(line -> !line.isBlank())
              .limit(6)
              .mapToLong(line -> outside(line, delimiter))
              .toArray();
      long least = java.util.Arrays.stream(counts).limit(2).min().orElse(0);
      if (least > most) {
        most = least;
        best = delimiter;
      }
    }
    return best;
  }

  private static long outside(String line, char delimiter) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      count += c == delimiter && !quoted ? 1 : 0;
    }
    return count;
  }
}
