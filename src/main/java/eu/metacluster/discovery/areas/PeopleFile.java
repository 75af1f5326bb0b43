package eu.metacluster.discovery.areas;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.shared.Nuts;
import eu.metacluster.shared.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Eurostat's population on 1 January by region as CSV (data set {@code demo_r_pjanaggr3} or
 * {@code demo_pjan}): columns {@code geo}, {@code TIME_PERIOD} and {@code OBS_VALUE}; where it has
 * {@code sex} and {@code age}, only the totals count.
 */
final class PeopleFile {

  private static final Pattern REGION = Pattern.compile("[A-Z]{2}[A-Z0-9]{0,3}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,10}(\\.0+)?");
  private static final long LARGEST = 400L << 20;
  private static final int MOST = 10_000;

  private PeopleFile() {}

  /** How many people live in a region. */
  record People(String code, int year, long number) {}

  /**
   * The newest number of each region.
   *
   * @throws Refusal when it is no such file
   */
  static List<People> read(InputStream file) {
    Map<String, People> newest = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofNamedCsvRecord(
                new BufferedReader(
                    new InputStreamReader(new Bounded(file, LARGEST), StandardCharsets.UTF_8)))) {
      for (NamedCsvRecord row : rows) {
        people(row)
            .ifPresent(one -> newest.merge(one.code(), one, (a, b) -> a.year() > b.year() ? a : b));
        if (newest.size() > MOST) {
          throw refused();
        }
      }
    } catch (CsvParseException | IOException e) {
      throw refused();
    }
    if (newest.isEmpty()) {
      throw refused();
    }
    return List.copyOf(newest.values());
  }

  private static Optional<People> people(NamedCsvRecord row) {
    String region = cell(row, "geo");
    String year = cell(row, "TIME_PERIOD");
    String number = cell(row, "OBS_VALUE");
    boolean total = all(row, "sex", "T") && all(row, "age", "TOTAL");
    return total
            && REGION.matcher(region).matches()
            && YEAR.matcher(year).matches()
            && NUMBER.matcher(number).matches()
        ? Optional.of(
            new People(
                Nuts.current(region), Integer.parseInt(year), (long) Double.parseDouble(number)))
        : Optional.empty();
  }

  private static boolean all(NamedCsvRecord row, String column, String total) {
    String value = cell(row, column);
    return value.isEmpty() || value.equals(total);
  }

  private static String cell(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private static Refusal refused() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1662", "discovery.areas.refused.people");
  }
}
