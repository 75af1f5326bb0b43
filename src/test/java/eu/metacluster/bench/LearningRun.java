package eu.metacluster.bench;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.screening.learning.Decisions;
import eu.metacluster.screening.learning.Learner;
import eu.metacluster.screening.learning.ScreeningText;
import eu.metacluster.screening.learning.TextPool;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * A committee's decision on a long queue: how long the learner takes to learn from it, and to order
 * all that waits. The texts are real ones, recombined by sentences. Runs in a JVM of its own with
 * the product's settings.
 */
final class LearningRun {

  private static final int DECIDED = 10_000;
  private static final int WAITING = 100_000;
  private static final int SEED = 42;
  private static final Pattern RELEVANT = Pattern.compile("(?i)cancer|tumou?r|oncolog|leuk[ae]");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");

  private LearningRun() {}

  /** Arguments: a folder to work in, how often. The first round is a warm-up. */
  public static void main(String[] args) throws IOException {
    List<ScreeningText> texts = recombined(real(Path.of(args[0])), DECIDED + WAITING);
    int rounds = Integer.parseInt(args[1]);
    System.err.println("  ordering");
    Asked nearlyDone = new Asked(texts.subList(0, DECIDED + 100));
    for (int round = 0; round <= rounds; round++) {
      System.out.println(round + " refit-ms " + nearlyDone.next());
      System.out.println(round + " refit-processor-ms " + nearlyDone.processor);
    }
    long begin = System.nanoTime();
    Asked queue = new Asked(texts);
    System.out.println("1 ready-s " + (System.nanoTime() - begin) / 1e9);
    for (int round = 0; round <= rounds; round++) {
      System.out.println(round + " order-ms " + queue.next());
      System.out.println(round + " order-processor-ms " + queue.processor);
    }
    System.out.println("1 heap-mb " + (Runtime.getRuntime().totalMemory() >> 20));
  }

  /** A queue of which the first ten thousand texts are decided. */
  private static final class Asked {

    private final List<ScreeningText> texts;
    private final Learner learner;
    private final Decisions decisions;
    private int at;

    /** Milliseconds of all processors that the last answer took. */
    private double processor;

    Asked(List<ScreeningText> texts) {
      this.texts = texts;
      learner = new Learner(TextPool.of(texts));
      decisions = new Decisions(texts.size());
      while (at < DECIDED) {
        decide();
      }
      learner.order(decisions);
    }

    private void decide() {
      ScreeningText text = texts.get(at);
      decisions.add(at, RELEVANT.matcher(text.title() + " " + text.body()).find());
      at++;
    }

    /** Milliseconds from one more decision to the new order. */
    double next() {
      decide();
      long spent = processor();
      long begin = System.nanoTime();
      learner.order(decisions);
      processor = (processor() - spent) / 1e6;
      return (System.nanoTime() - begin) / 1e6;
    }
  }

  private static long processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static List<ScreeningText> real(Path folder) throws IOException {
    List<ScreeningText> texts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(Export.unpacked("project.csv", folder))) {
      rows.forEach(
          row -> texts.add(new ScreeningText(row.getField("title"), row.getField("objective"))));
    }
    return texts;
  }

  /** Titles of one project with sentences of two others. */
  private static List<ScreeningText> recombined(List<ScreeningText> real, int many) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<ScreeningText> texts = new ArrayList<>(many);
    while (texts.size() < many) {
      StringBuilder body = new StringBuilder();
      for (int source = 0; source < 2; source++) {
        String other = real.get(random.nextInt(real.size())).body();
        for (String sentence : SENTENCE.split(other, -1)) {
          body.append(random.nextBoolean() ? sentence + " " : "");
        }
      }
      texts.add(new ScreeningText(real.get(random.nextInt(real.size())).title(), body.toString()));
    }
    return texts;
  }
}
