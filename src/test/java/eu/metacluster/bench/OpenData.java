package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The roads of open data, each beside what limits it. */
final class OpenData {

  private static final int PROCESSES = 3;

  private OpenData() {}

  static void oai(Path folder, List<Figure> figures, Map<String, String> notes) throws IOException {
    Jvm.run(Jvm.likeTheProduct(OaiRun.class, folder, 0, "fill"), 30);
    List<Jvm.Said> said = new ArrayList<>();
    for (int process = 0; process < PROCESSES; process++) {
      said.addAll(
          Jvm.run(
              Jvm.likeTheProduct(OaiRun.class, folder, Integer.getInteger("bench.rounds", 3)), 30));
    }
    double copy = Jvm.median(said, "copy");
    for (String state : List.of("cold", "warm")) {
      double rate = Jvm.median(said, state);
      figures.add(
          Figure.atLeast(
              "OAI-PMH, " + state,
              number(rate) + " records/s",
              number(copy) + " /s COPY of the same rows",
              rate,
              " records/s",
              15_000,
              35_000));
    }
    double heap = Jvm.most(said, "heap");
    figures.add(Figure.atMost("OAI-PMH, heap", number(heap) + " MB", "", heap, " MB", 256, 128));
    notes.put(
        "OAI-PMH",
        "100,000 records of real titles and objectives as oai_dc over loopback, one harvester that follows the tokens, in the product's own JVM; cold is the first harvest after the start, the median of three processes; the heap is what was left after the collection that left most, the harvester's part included. COPY is what the same database gives away of the same rows to nobody.");
  }
}
