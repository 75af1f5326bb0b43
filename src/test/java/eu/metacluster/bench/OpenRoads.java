package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How fast everything public can be taken along. */
final class OpenRoads {

  private OpenRoads() {}

  static void measure(Path data, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    List<Jvm.Said> said = Jvm.run(Jvm.likeTheProduct(OpenDataRun.class, data), 15);
    double lines = Jvm.median(said, "jsonl");
    double copy = Jvm.median(said, "copy");
    figures.add(
        Figure.atLeast(
            "JSON lines of 100,000 records",
            number(lines) + " MB/s",
            number(copy) + " MB/s COPY",
            100 * lines / copy,
            " %",
            60,
            60));
    double p99 = Jvm.median(said, "p99");
    figures.add(
        Figure.atMost(
            "API page of 100 records, p99",
            number(Jvm.median(said, "p50")) + " ms median, " + number(p99) + " ms p99",
            "",
            p99,
            " ms",
            30,
            30));
    notes.put(
        "open data",
        "100,000 made-up records; lines and COPY are taken in by the same process and thrown away; "
            + number(Jvm.median(said, "rate"))
            + " pages a second for 50 users without a pause, compressed, load generator and product on the same cores; heap after each round "
            + number(Jvm.most(said, "heap"))
            + " MB at most.");
  }
}
