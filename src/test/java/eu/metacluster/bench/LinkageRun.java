package eu.metacluster.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import eu.metacluster.screening.linkage.LinkTable;
import eu.metacluster.screening.linkage.LookAlikes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Links two real pairs of tables without labels, in turn with JedAI. */
final class LinkageRun {

  static final List<String> SETS = List.of("dblp_acm", "abt_buy");

  private LinkageRun() {}

  /** Argument: how often. The first round is a warm-up. */
  public static void main(String[] args) throws IOException {
    for (String set : SETS) {
      Path folder = Export.find("entity-resolution/" + set).orElseThrow();
      LinkTable a = table(folder.resolve("tableA.csv"));
      LinkTable b = table(folder.resolve("tableB.csv"));
      Set<String> truth = new HashSet<>();
      rows(folder.resolve("matches.csv")).stream()
          .skip(1)
          .forEach(row -> truth.add(pair(row.getFirst(), row.get(1))));
      for (int round = 0; round <= Integer.parseInt(args[0]); round++) {
        long begin = System.nanoTime();
        LookAlikes found = LookAlikes.between(a, b);
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<String> said =
            found.links().stream()
                .map(link -> pair(a.ids().get(link.one()), b.ids().get(link.other())))
                .toList();
        JedaiPeer.Done peer = JedaiPeer.run(a, b, truth);
        System.out.println(round + " " + set + "-seconds " + seconds);
        System.out.println(round + " " + set + "-f1 " + 100 * f1(said, truth));
        System.out.println(round + " " + set + "-peer-seconds " + peer.seconds());
        System.out.println(round + " " + set + "-peer-f1 " + 100 * peer.f1());
      }
    }
    System.exit(0);
  }

  static String pair(String one, String other) {
    return one + "\t" + other;
  }

  static double f1(List<String> said, Set<String> truth) {
    long right = new TreeSet<>(said).stream().filter(truth::contains).count();
    return said.isEmpty() ? 0 : 2.0 * right / (said.size() + truth.size());
  }

  private static LinkTable table(Path file) throws IOException {
    List<List<String>> rows = rows(file);
    List<String> columns = rows.removeFirst();
    return new LinkTable(
        columns.subList(1, columns.size()),
        rows.stream().map(List::getFirst).toList(),
        rows.stream().map(row -> row.subList(1, row.size())).toList());
  }

  private static List<List<String>> rows(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      csv.forEach(row -> rows.add(row.getFields()));
    }
    return rows;
  }
}
