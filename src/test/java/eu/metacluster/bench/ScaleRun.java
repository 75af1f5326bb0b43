package eu.metacluster.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.screening.linkage.LinkTable;
import eu.metacluster.screening.linkage.LookAlikes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Links tables that grow: real organisations, recombined by words, a third of the rows being copies
 * of others with errors as people make them.
 */
final class ScaleRun {

  private static final List<String> COLUMNS =
      List.of("name", "shortName", "street", "city", "country", "organizationURL");
  private static final int SEED = 42;
  private static final int COPIES = 3;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<List<String>> real;

  private ScaleRun(List<List<String>> real) {
    this.real = real;
  }

  /** Arguments: a folder to work in, then how many rows each table has; the first is a warm-up. */
  public static void main(String[] args) throws IOException {
    List<List<String>> real = real(Path.of(args[0]));
    for (int i = 1; i < args.length; i++) {
      int rows = Integer.parseInt(args[i]);
      Made made = new ScaleRun(real).made(rows);
      long begin = System.nanoTime();
      LookAlikes found = LookAlikes.within(made.table());
      String round = i == 1 ? "0" : "1";
      System.out.println(round + " seconds-" + rows + " " + (System.nanoTime() - begin) / 1e9);
      long right =
          found.links().stream()
              .filter(link -> made.original()[link.one()] == made.original()[link.other()])
              .count();
      System.out.println(
          round + " f1-" + rows + " " + 200.0 * right / (found.links().size() + made.pairs()));
    }
    System.exit(0);
  }

  /**
   * A table, for each row the row that it is a copy of or itself, and how many pairs are the same.
   */
  private record Made(LinkTable table, int[] original, long pairs) {}

  private Made made(int rows) {
    List<List<String>> made = new ArrayList<>(rows);
    int[] original = new int[rows];
    Map<Integer, Integer> copies = new LinkedHashMap<>();
    for (int row = 0; row < rows; row++) {
      boolean copy = row > 0 && random.nextInt(COPIES) == 0;
      original[row] = copy ? original[random.nextInt(row)] : row;
      copies.merge(original[row], 1, Integer::sum);
      made.add(copy ? wrong(made.get(original[row])) : recombined());
    }
    long pairs = copies.values().stream().mapToLong(many -> many * (many - 1L) / 2).sum();
    List<String> ids = new ArrayList<>(rows);
    for (int row = 0; row < rows; row++) {
      ids.add(Integer.toString(row));
    }
    return new Made(new LinkTable(COLUMNS, ids, made), original, pairs);
  }

  /** Half of one name and half of another, at a third's address. */
  private List<String> recombined() {
    String[] one = any().getFirst().split(" ", -1);
    String[] other = any().getFirst().split(" ", -1);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < (one.length + 1) / 2; i++) {
      name.append(one[i]).append(' ');
    }
    for (int i = other.length / 2; i < other.length; i++) {
      name.append(other[i]).append(' ');
    }
    List<String> made = new ArrayList<>(any());
    made.set(0, name.toString().strip());
    made.set(1, any().get(1));
    made.set(2, any().get(2).replaceAll("\\d+", "") + random.nextInt(1, 200));
    made.set(5, any().get(5));
    return made;
  }

  private List<String> any() {
    return real.get(random.nextInt(real.size()));
  }

  /** A copy with one error in the name and one field empty or wrong. */
  private List<String> wrong(List<String> row) {
    List<String> wrong = new ArrayList<>(row);
    wrong.set(0, misspelt(row.getFirst()));
    int field = random.nextInt(1, COLUMNS.size());
    wrong.set(field, random.nextBoolean() ? "" : misspelt(row.get(field)));
    return wrong;
  }

  private String misspelt(String text) {
    if (text.length() < 4) {
      return text;
    }
    int at = random.nextInt(text.length() - 1);
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
      case 2 ->
          text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
      default -> text.substring(text.indexOf(' ') + 1);
    };
  }

  private static List<List<String>> real(Path folder) throws IOException {
    Map<String, List<String>> found = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(Export.unpacked("organization.csv", folder))) {
      rows.forEach(
          row ->
              found.putIfAbsent(
                  row.getField("organisationID"), COLUMNS.stream().map(row::getField).toList()));
    }
    return List.copyOf(found.values());
  }
}
