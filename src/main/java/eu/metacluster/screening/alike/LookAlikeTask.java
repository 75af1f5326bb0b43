package eu.metacluster.screening.alike;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.screening.linkage.Link;
import eu.metacluster.screening.linkage.LookAlikes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Looks for look-alikes while nothing is imported, kind by kind, in each kind that changed since.
 * What it found is written in one transaction, so a run that is killed leaves the last result and
 * is done again. It leaves a processor to the pages and holds nothing when it is over.
 */
@Component
class LookAlikeTask {

  private static final Logger LOG = LoggerFactory.getLogger(LookAlikeTask.class);

  /** Pairs that are linked only through others of their group have no reasons of their own. */
  private static final double LEAST = 0.5;

  private final LinkageState state;
  private final ComparedRows rows;
  private final RegisterLinks register;
  private final SuggestionRows found;
  private final int quiet;
  private final int most;

  LookAlikeTask(
      LinkageState state,
      ComparedRows rows,
      RegisterLinks register,
      SuggestionRows found,
      @Value("${metacluster.look-alikes.quiet-seconds:120}") int quiet,
      @Value("${metacluster.look-alikes.most-records:200000}") int most) {
    this.state = state;
    this.rows = rows;
    this.register = register;
    this.found = found;
    this.quiet = quiet;
    this.most = most;
  }

  /** Works until no kind is due or the product stops. Says how many kinds it linked. */
  int run(BooleanSupplier stopping) throws InterruptedException {
    int linked = 0;
    for (LinkageState.Due due : state.due(quiet)) {
      if (stopping.getAsBoolean()) {
        break;
      }
      linked += link(due, stopping) ? 1 : 0;
    }
    return linked;
  }

  private boolean link(LinkageState.Due due, BooleanSupplier stopping) throws InterruptedException {
    Compared kind = Compared.of(due.kind());
    long start = System.nanoTime();
    ComparedRows.Rows read = kind == null ? null : rows.all(kind, stopping);
    if (read == null) {
      return false;
    }
    int size = read.records().size();
    Computed computed = new Computed();
    if (size > most) {
      LOG.warn(
          "{} records of kind {} are more than metacluster.look-alikes.most-records allows;"
              + " look-alikes are not suggested",
          size,
          due.kind().word());
    } else if (!read.allApart()) {
      computed = compute(read);
    }
    List<SuggestionRows.Found> pairs =
        computed.best.values().stream()
            .filter(link -> asked(read, link))
            .map(link -> found(read, link))
            .toList();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    found.replace(due, pairs, new LinkageState.Took(took, size, computed.compared, pairs.size()));
    LOG.info(
        "Compared {} records of kind {} in {} pairs: {} look alike, in {} ms",
        size,
        due.kind().word(),
        computed.compared,
        pairs.size(),
        took.toMillis());
    return true;
  }

  /** The best link of each pair. */
  private static final class Computed {

    private final Map<Long, Link> best = new LinkedHashMap<>();
    private long compared;

    void add(LookAlikes alike) {
      compared += alike.compared();
      add(alike.links());
    }

    void add(List<Link> links) {
      links.stream()
          .filter(link -> !link.reasons().isEmpty() && link.probability() >= LEAST)
          .forEach(
              link ->
                  best.merge(
                      (long) link.one() << 32 | link.other(),
                      link,
                      (a, b) -> a.probability() >= b.probability() ? a : b));
    }
  }

  /** In a pool of its own, one processor less than there are. */
  private Computed compute(ComparedRows.Rows read) throws InterruptedException {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    Computed computed = new Computed();
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      for (List<Column> view : read.kind().views()) {
        computed.add(in(pool, () -> LookAlikes.within(read.table(view), read::apart)));
      }
      if (read.kind() == Compared.ORGANISATION) {
        computed.add(in(pool, register.question(read)::answer));
      }
    }
    return computed;
  }

  private static <T> T in(ForkJoinPool pool, Callable<T> work) throws InterruptedException {
    try {
      return pool.submit(work).get();
    } catch (InterruptedException e) {
      pool.shutdownNow();
      throw e;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** What the committee put aside twice is not asked again. */
  private static boolean asked(ComparedRows.Rows read, Link link) {
    return !(read.records().get(link.one()).settled()
        && read.records().get(link.other()).settled());
  }

  private static SuggestionRows.Found found(ComparedRows.Rows read, Link link) {
    UUID one = read.records().get(link.one()).id();
    UUID other = read.records().get(link.other()).id();
    byte[] ofOne = ComparedRows.digest(read.values().get(link.one()));
    byte[] ofOther = ComparedRows.digest(read.values().get(link.other()));
    List<Reason> reasons = Reason.of(link.reasons());
    boolean turned = one.toString().compareTo(other.toString()) > 0;
    return turned
        ? new SuggestionRows.Found(other, one, link.probability(), reasons, ofOther, ofOne)
        : new SuggestionRows.Found(one, other, link.probability(), reasons, ofOne, ofOther);
  }

  /** By the clock. */
  @Configuration(proxyBeanMethods = false)
  static class LookAlikeTasks {

    @Bean
    RecurringTask<Void> findLookAlikes(ObjectProvider<LookAlikeTask> task) {
      return Tasks.recurring("screening-look-alikes", FixedDelay.of(Duration.ofSeconds(60)))
          .execute(
              (instance, context) -> {
                try {
                  task.getObject().run(() -> context.getSchedulerState().isShuttingDown());
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }
}
