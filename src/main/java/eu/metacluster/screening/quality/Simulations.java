package eu.metacluster.screening.quality;

import eu.metacluster.grid.RecordTexts;
import eu.metacluster.screening.learning.Checkpoint;
import eu.metacluster.screening.learning.Reading;
import eu.metacluster.screening.learning.ScreeningText;
import eu.metacluster.screening.learning.Simulation;
import eu.metacluster.screening.learning.TextPool;
import eu.metacluster.screening.ranking.Ranking;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the learner read what is decided, as if nobody had: one simulation at a time on a node. */
@Component
public class Simulations {

  private static final Logger LOG = LoggerFactory.getLogger(Simulations.class);

  /** More than this is not simulated at once: the newest count. */
  static final int MOST = 4_000;

  private static final int FEWEST = 20;

  private final JdbcClient jdbc;
  private final RecordTexts texts;
  private volatile State state = new State(false, 0, 0, null);

  Simulations(JdbcClient jdbc, RecordTexts texts) {
    this.jdbc = jdbc;
    this.texts = texts;
  }

  /**
   * Where the last simulation stands.
   *
   * @param done texts read so far
   * @param of texts in all
   * @param result null until it is done
   */
  public record State(boolean running, int done, int of, @Nullable SimulationView result) {}

  private record Decided(UUID lead, boolean relevant) {}

  State state() {
    return state;
  }

  /**
   * Starts a simulation on what is decided now.
   *
   * @param source only cases of this source; empty for all
   * @throws Refusal when one is running or too little is decided
   */
  synchronized void start(String source) {
    if (state.running()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1526", "screening.error.simulating");
    }
    List<Decided> decided = decided(source);
    if (decided.size() < FEWEST || decided.stream().noneMatch(Decided::relevant)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1527", "screening.error.simulateFew", FEWEST);
    }
    state = new State(true, 0, decided.size(), null);
    Thread.ofPlatform().daemon().name("screening-simulation").start(() -> run(decided));
  }

  private void run(List<Decided> decided) {
    try {
      boolean[] truth = new boolean[decided.size()];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = decided.get(i).relevant();
      }
      Reading reading =
          new Simulation(TextPool.of(texts(decided)), truth)
              .run(List.of(), done -> state = new State(true, done, truth.length, null));
      state = new State(false, truth.length, truth.length, view(reading));
    } catch (RuntimeException e) {
      LOG.warn("The simulation failed.", e);
      state = new State(false, 0, 0, null);
    }
  }

  private static SimulationView view(Reading reading) {
    Checkpoint stop = reading.stop();
    int all = reading.relevant().length;
    return new SimulationView(
        all,
        reading.total(),
        stop.read(),
        reading.found(stop.read()),
        all - stop.read(),
        reading.measures(),
        Curve.of(reading.relevant(), all, reading.total()));
  }

  private List<Decided> decided(String source) {
    return jdbc.sql(
            """
            select c.lead, d.verdict <> 'decline' as relevant from screening.decision d
            join screening.case c on c.id = d.case_id
            where d.undone_at is null and d.verdict <> 'return' and d.purpose = 'authorise'
              and (:source = '' or :source = any(c.sources))
            order by d.at desc limit :most""")
        .param("source", source)
        .param("most", MOST)
        .query(
            (row, n) -> new Decided(row.getObject("lead", UUID.class), row.getBoolean("relevant")))
        .list();
  }

  private List<ScreeningText> texts(List<Decided> decided) {
    Map<UUID, ScreeningText> found = new HashMap<>();
    texts
        .texts(decided.stream().map(Decided::lead).toList())
        .forEach(text -> found.put(text.id(), Ranking.screening(text)));
    List<ScreeningText> all = new ArrayList<>();
    decided.forEach(one -> all.add(found.getOrDefault(one.lead(), new ScreeningText("", ""))));
    return all;
  }
}
