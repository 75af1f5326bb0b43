package eu.metacluster.screening.evaluation;

import eu.metacluster.screening.learning.Checkpoint;
import eu.metacluster.screening.learning.Measures;
import eu.metacluster.screening.learning.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of all runs on one set, and their means. */
final class ScreeningFigures {

  private final ScreeningSet set;
  private final List<List<Integer>> priors;
  private final List<Reading> readings;

  ScreeningFigures(ScreeningSet set, List<List<Integer>> priors, List<Reading> readings) {
    this.set = set;
    this.priors = priors;
    this.readings = readings;
  }

  Map<String, Object> all() {
    List<Map<String, Object>> runs = new ArrayList<>();
    for (int run = 0; run < readings.size(); run++) {
      runs.add(figures(run));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("records", set.size());
    all.put("relevant", set.relevant());
    all.put("mean", mean(runs));
    all.put("runs", runs);
    return all;
  }

  private Map<String, Object> figures(int run) {
    Reading reading = readings.get(run);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("priors", priors.get(run));
    Measures measures = reading.measures();
    if (measures != null) {
      figures.put("wss95", measures.wss95());
      figures.put("recall10", measures.recall10());
      figures.put("atd", measures.atd());
      figures.put("loss", measures.loss());
    }
    Checkpoint stop = reading.stop();
    double recall = (double) reading.found(stop.read()) / Math.max(1, reading.total());
    figures.put("stopped_at", stop.read());
    figures.put("recall_at_stop", recall);
    figures.put("recall_reached", recall >= 0.95 ? 1 : 0);
    figures.put("oracle", reading.oracle());
    figures.put("read_to_oracle", (double) stop.read() / reading.oracle());
    figures.put("remaining_low", stop.advice().remaining().low());
    figures.put("remaining_high", stop.advice().remaining().high());
    figures.put("interval_holds", reading.held(stop) ? 1 : 0);
    figures.put("interval_holds_share", share(reading));
    return figures;
  }

  /** At how many of the places, one each twentieth of the set, the interval held the truth. */
  private static double share(Reading reading) {
    int held = 0;
    int seen = 0;
    int twentieth = 1;
    for (Checkpoint one : reading.checkpoints()) {
      if (one.read() * 20L >= (long) twentieth * reading.order().length) {
        twentieth = (int) (one.read() * 20L / reading.order().length) + 1;
        seen++;
        held += reading.held(one) ? 1 : 0;
      }
    }
    return seen == 0 ? 1 : (double) held / seen;
  }

  private static Map<String, Object> mean(List<Map<String, Object>> runs) {
    Map<String, Object> mean = new LinkedHashMap<>();
    for (String key : runs.getFirst().keySet()) {
      if (runs.getFirst().get(key) instanceof Number) {
        mean.put(
            key,
            runs.stream()
                .mapToDouble(run -> run.get(key) instanceof Number n ? n.doubleValue() : 0)
                .average()
                .orElse(0));
      }
    }
    return mean;
  }
}
