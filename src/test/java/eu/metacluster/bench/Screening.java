package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How fast the committee's tool reads, learns and finds look-alikes. */
final class Screening {

  private static final List<String> LARGE = List.of("-Xmx4g", "-XX:+UseParallelGC");

  private Screening() {}

  static void scope(List<Figure> figures, Map<String, String> notes) throws IOException {
    double rate =
        Jvm.last(
            Jvm.command(
                List.of("-Xmx1g"),
                eu.metacluster.Metacluster.class,
                "evaluate",
                "scope",
                "--projects",
                Export.csv().resolve("project.csv.gz"),
                "--labels",
                Export.find("labels/precision-oncology.jsonl").orElseThrow()),
            "records_per_second");
    figures.add(
        Figure.atLeast(
            "scope model", number(rate) + " texts/s", "", rate, " texts/s", 20_000, 20_000));
    notes.put(
        "scope model",
        "all 15,315 projects by `evaluate scope`, on all cores, after a warm-up; the limit is a little above the 18,000 of scikit-learn's TF-IDF and linear model as measured beside the data.");
  }

  static void learning(Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    List<Jvm.Said> said =
        Jvm.run(
            Jvm.command(LARGE, LearningRun.class, folder, Integer.getInteger("bench.rounds", 3)),
            30);
    double refit = Jvm.median(said, "refit-ms");
    double order = Jvm.median(said, "order-ms");
    figures.add(Figure.atMost("refit", number(refit) + " ms", "", refit, " ms", 200, 200));
    figures.add(Figure.atMost("order anew", number(order) + " ms", "", order, " ms", 1000, 1000));
    notes.put(
        "refit",
        "one more decision on a queue of 10,100 texts of which 10,000 are decided: until the new order is there; "
            + number(Jvm.median(said, "refit-processor-ms"))
            + " ms of processors.");
    notes.put(
        "order anew",
        "the same with 100,000 texts waiting, "
            + number(Jvm.median(said, "order-processor-ms"))
            + " ms of processors; making 110,000 texts ready took "
            + number(Jvm.median(said, "ready-s"))
            + " s, the heap was "
            + number(Jvm.median(said, "heap-mb"))
            + " MB afterwards.");
  }

  static void linkage(List<Figure> figures, Map<String, String> notes) throws IOException {
    List<Jvm.Said> said =
        Jvm.run(Jvm.command(LARGE, LinkageRun.class, Integer.getInteger("bench.rounds", 3)), 30);
    for (String set : LinkageRun.SETS) {
      double f1 = Jvm.median(said, set + "-f1");
      double peer = Jvm.median(said, set + "-peer-f1");
      double seconds = Jvm.median(said, set + "-seconds");
      double peerSeconds = Jvm.median(said, set + "-peer-seconds");
      figures.add(
          Figure.atLeast(
              "linkage of " + set + ", F1",
              number(f1),
              number(peer) + " JedAI, best threshold",
              f1 - peer,
              " points",
              0,
              0));
      figures.add(
          Figure.atMost(
              "linkage of " + set + ", time",
              number(seconds) + " s",
              number(peerSeconds) + " s JedAI",
              seconds / peerSeconds,
              " ×",
              1,
              1));
    }
    notes.put(
        "linkage",
        "between two clean tables without labels, from rows in memory to pairs. JedAI 3.1: token blocking, block purging and filtering, cardinality node pruning, TF-IDF cosine of character four-grams, unique mapping; its F1 is that of the best of twenty thresholds by the truth, its time that of one.");
  }

  static void scale(
      Path folder, String rows, double limit, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    String tenth = String.valueOf(Integer.parseInt(rows) / 10);
    List<Jvm.Said> said =
        Jvm.run(Jvm.command(LARGE, ScaleRun.class, folder, "5000", tenth, rows), 40);
    double seconds = Jvm.median(said, "seconds-" + rows);
    double before = Jvm.median(said, "seconds-" + tenth);
    String key =
        "linkage of "
            + String.format(java.util.Locale.ROOT, "%,d", Integer.parseInt(rows))
            + " rows";
    figures.add(Figure.atMost(key, number(seconds) + " s", "", seconds, " s", limit, limit));
    notes.put(
        key,
        "one table of recombined organisations, a third of them copies with errors; 4 GB of heap; F1 "
            + number(Jvm.median(said, "f1-" + rows))
            + "; a tenth of the rows took "
            + number(before)
            + " s, so ten times the rows take "
            + number(seconds / before)
            + " times as long.");
  }
}
