package eu.metacluster.screening.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.linkage.Link;
import eu.metacluster.screening.linkage.LookAlikes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code evaluate duplicates}: finds the rows that are the same thing, in two tables or in one, and
 * holds them against the truth when it is given. The truth is not used to find them.
 */
public final class EvaluateDuplicates implements Tool {

  private static final double CERTAIN = 0.99;

  @Override
  public String name() {
    return "evaluate duplicates";
  }

  @Override
  public String usage() {
    return "--a A.csv[.gz] [--b B.csv[.gz]] [--truth matches.csv] [--out pairs.csv]";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("a", "b", "truth", "out");
    LinkTables a = LinkTables.read(arguments.file("a"));
    Path fileB = arguments.fileIfGiven("b");
    LinkTables b = fileB == null ? null : LinkTables.read(fileB);
    PairTruth truth = truth(arguments.fileIfGiven("truth"), a, b);
    Path out = arguments.output("out");
    System.err.printf(
        "%,d and %,d rows%n", a.table().ids().size(), b == null ? 0 : b.table().ids().size());
    long begin = System.nanoTime();
    LookAlikes found =
        b == null ? LookAlikes.within(a.table()) : LookAlikes.between(a.table(), b.table());
    double seconds = Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
    System.err.printf(
        "%,d pairs compared, %,d links in %.1f s%n",
        found.compared(), found.links().size(), seconds);
    if (out != null) {
      write(out, found.links(), a, b);
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("rows", a.table().ids().size() + (b == null ? 0 : b.table().ids().size()));
    figures.put("compared", found.compared());
    figures.put("links", found.links().size());
    if (truth != null) {
      judge(found.links(), a, b, truth, figures);
    }
    figures.put("seconds", rounded(seconds));
    figures.put("pairs_per_second", Math.round(found.compared() / seconds));
    System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
  }

  private static @Nullable PairTruth truth(
      @Nullable Path file, LinkTables a, @Nullable LinkTables b) throws UnusableInputException {
    if (file != null) {
      return PairTruth.read(file, a, b);
    }
    return b != null || a.clusters().isEmpty() ? null : PairTruth.ofClusters(a);
  }

  private static void judge(
      List<Link> links,
      LinkTables a,
      @Nullable LinkTables b,
      PairTruth truth,
      Map<String, Object> figures) {
    Set<PairTruth.Ids> said = new LinkedHashSet<>();
    Set<PairTruth.Ids> certain = new LinkedHashSet<>();
    for (Link link : links) {
      PairTruth.Ids ids = ids(link, a, b);
      if (truth.judges(ids) && said.add(ids) && link.probability() >= CERTAIN) {
        certain.add(ids);
      }
    }
    long right = said.stream().filter(truth.matches()::contains).count();
    double precision = said.isEmpty() ? 0 : (double) right / said.size();
    double recall = truth.matches().isEmpty() ? 0 : (double) right / truth.matches().size();
    figures.put("true_pairs", truth.matches().size());
    figures.put("precision", rounded(precision));
    figures.put("recall", rounded(recall));
    figures.put("f1", rounded(right == 0 ? 0 : 2 * precision * recall / (precision + recall)));
    long sure = certain.stream().filter(truth.matches()::contains).count();
    figures.put("links_at_99", certain.size());
    figures.put("precision_at_99", certain.isEmpty() ? 0 : rounded((double) sure / certain.size()));
  }

  private static PairTruth.Ids ids(Link link, LinkTables a, @Nullable LinkTables b) {
    String one = a.table().ids().get(link.one());
    return b == null
        ? PairTruth.Ids.within(one, a.table().ids().get(link.other()))
        : new PairTruth.Ids(one, b.table().ids().get(link.other()));
  }

  private static void write(Path out, List<Link> links, LinkTables a, @Nullable LinkTables b)
      throws UnusableInputException {
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("idA", "idB", "probability");
      for (Link link : links) {
        PairTruth.Ids ids = ids(link, a, b);
        csv.writeRecord(
            ids.one(), ids.other(), String.format(Locale.ROOT, "%.4f", link.probability()));
      }
    } catch (IOException e) {
      throw new UnusableInputException(out + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static double rounded(double figure) {
    return Math.round(figure * 10_000) / 10_000.0;
  }
}
