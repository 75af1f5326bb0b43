package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.learning.Reading;
import eu.metacluster.screening.learning.Simulation;
import eu.metacluster.screening.learning.TextPool;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code evaluate screening}: lets the queue that learns read a set that is already decided, and
 * says what that would have saved and where it would have stopped.
 */
public final class EvaluateScreening implements Tool {

  @Override
  public String name() {
    return "evaluate screening";
  }

  @Override
  public String usage() {
    return "--records set.csv[.gz] [--priors file] [--runs 10] [--seed 42] [--scope-text text]";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("records", "priors", "runs", "seed", "scope-text");
    ScreeningSet set = ScreeningSet.read(arguments.file("records"));
    int runs = arguments.number("runs", 1, 10);
    int seed = arguments.number("seed", Integer.MIN_VALUE, 42);
    Path file = arguments.fileIfGiven("priors");
    List<List<Integer>> priors = file == null ? set.drawn(runs, seed) : Priors.read(file, set);
    System.err.printf(
        "%,d records, %,d relevant, %,d runs%n", set.size(), set.relevant(), priors.size());
    long begin = System.nanoTime();
    List<Reading> readings = readings(set, arguments.text("scope-text"), priors);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.err.printf("read in %.1f s%n", seconds);
    System.out.println(
        JsonMapper.builder()
            .build()
            .writeValueAsString(new ScreeningFigures(set, priors, readings).all()));
  }

  /** Runs share nothing that changes, so their figures do not depend on how many run at once. */
  private static List<Reading> readings(
      ScreeningSet set, @Nullable String scope, List<List<Integer>> priors) {
    TextPool pool = TextPool.of(set.texts(), scope, null);
    Simulation simulation = new Simulation(pool, set.labels());
    AtomicInteger done = new AtomicInteger();
    return IntStream.range(0, priors.size())
        .parallel()
        .mapToObj(
            run -> {
              Reading reading = simulation.run(priors.get(run));
              System.err.printf("%d of %d runs%n", done.incrementAndGet(), priors.size());
              return reading;
            })
        .toList();
  }
}
