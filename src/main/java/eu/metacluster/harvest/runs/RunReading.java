package eu.metacluster.harvest.runs;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.fetch.LastAnswer;
import eu.metacluster.harvest.fetch.Ledger;
import eu.metacluster.harvest.fetch.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a run: gathers findings into batches that a second thread writes, while a third
 * shows that the run lives. What goes wrong in one of them ends the reading.
 */
final class RunReading implements Reading, Ledger {

  private static final Load END = new Load();

  /** What a slow source brought is written after so long, full or not. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final int BEAT_MILLIS = 700;

  /** What is shown at most before the run has ended. */
  private static final int NEARLY_ALL = 99;

  private final Desk.Hold hold;
  private final Desk desk;
  private final Runs runs;
  private final RunLog log;
  private final Snapshots snapshots;
  private final Scratch scratch;
  private final Desk.Position position = new Desk.Position();
  private final BlockingQueue<Load> queue = new ArrayBlockingQueue<>(2);
  private final AtomicLong done = new AtomicLong();
  private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
  private final Thread writer = Thread.ofPlatform().name("harvest-writer").unstarted(this::write);
  private final Thread heart = Thread.ofVirtual().name("harvest-heart").unstarted(this::beat);
  private final SourceMemory memory;
  private final Profile profile = new Profile();
  private final Map<String, String> remembered = new TreeMap<>();
  private final ReentrantLock loading = new ReentrantLock();
  private Load load = new Load();
  private Instant begun = Instant.now();
  private boolean whole;
  private byte @Nullable [] payload;
  private List<Problem> problems = new ArrayList<>();
  private int problemsSeen;
  private int problemsKept;
  private volatile long total;
  private volatile Phase phase = Phase.OPENING;
  private volatile int found;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable RuntimeException failure;

  RunReading(
      Desk.Hold hold,
      Desk desk,
      Runs runs,
      RunLog log,
      Snapshots snapshots,
      Scratch scratch,
      SourceMemory memory) {
    this.hold = hold;
    this.memory = memory;
    this.desk = desk;
    this.runs = runs;
    this.log = log;
    this.snapshots = snapshots;
    this.scratch = scratch;
    writer.start();
    heart.start();
  }

  /** Ends the reading from outside; the run stays open for another worker. */
  void stop() {
    failure = new Runs.Lost();
  }

  RunRow.Progress progress() {
    long all = total;
    int percent = all == 0 ? 0 : (int) Math.clamp(done.get() * 100 / all, 0, NEARLY_ALL);
    return new RunRow.Progress(done.get(), all, found, percent, phase);
  }

  @Override
  public void found(Finding finding) {
    check();
    found++;
    phase = Phase.of(finding.kind());
    profile.count(finding);
    note(now -> now.add(finding));
  }

  @Override
  public void same(RecordKind kind, String key) {
    found++;
    note(now -> now.same(kind, key));
  }

  @Override
  public void gone(RecordKind kind, String key) {
    note(now -> now.gone(kind, key));
  }

  @Override
  public void visited(Visit visit) {
    note(now -> now.visited(visit));
  }

  @Override
  public void checkpoint(String place) {
    Runs.Checkpoint here = new Runs.Checkpoint(place, found);
    note(now -> now.checkpoint = here);
  }

  @Override
  public void whole() {
    whole = true;
  }

  @Override
  public Map<String, Visit> visits(Collection<String> addresses) {
    return hold.dry() ? Map.of() : memory.visits(hold.origin().source(), addresses);
  }

  @Override
  public Optional<String> remembered(String name) {
    return hold.dry() ? Optional.empty() : memory.remembered(hold.origin().source(), name);
  }

  @Override
  public Optional<LastAnswer> lastAnswer() {
    return hold.dry() ? Optional.empty() : memory.lastAnswer(hold.origin().source());
  }

  @Override
  public void reads(LastAnswer answer) {
    if (!hold.dry()) {
      memory.inMotion(hold.origin().source());
      remembered.putAll(SourceMemory.words(answer));
      payload = answer.digest();
    }
  }

  @Override
  public void remember(String name, String value) {
    remembered.put(name, value);
  }

  @Override
  public Optional<String> resumesAt() {
    Optional<Runs.Checkpoint> last =
        hold.dry() ? Optional.empty() : runs.checkpoint(hold.origin().run());
    last.ifPresent(checkpoint -> found = checkpoint.found());
    return last.map(Runs.Checkpoint::place);
  }

  /** What the run leaves behind when it has ended well. */
  Legacy legacy() {
    return new Legacy(Map.copyOf(remembered), profile, whole, payload);
  }

  /**
   * What a run leaves to the next ones.
   *
   * @param payload hash of all that was read when it was one thing, null when it came in many parts
   */
  record Legacy(
      Map<String, String> remembered, Profile profile, boolean whole, byte @Nullable [] payload) {}

  private void note(Consumer<Load> what) {
    loading.lock();
    try {
      what.accept(load);
      if (load.full() || late()) {
        hand(load);
        next();
      }
    } finally {
      loading.unlock();
    }
  }

  private boolean late() {
    return begun.plus(SOON).isBefore(Instant.now());
  }

  private void next() {
    load = new Load();
    begun = Instant.now();
  }

  /** Hands over what waits while the source itself keeps the reader waiting. */
  private void handLate() {
    if (loading.tryLock()) {
      try {
        if (!load.isEmpty() && late() && queue.offer(load)) {
          next();
        }
      } finally {
        loading.unlock();
      }
    }
  }

  private void hand(Load full) {
    check();
    try {
      queue.put(full);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Runs.Lost();
    }
  }

  private void write() {
    try {
      for (Load next = queue.take(); next != END; next = queue.take()) {
        if (failure == null) {
          desk.take(hold, position, next);
        }
      }
    } catch (InterruptedException e) {
      failure = new Runs.Lost();
    } catch (RuntimeException | Error e) {
      failure = e instanceof RuntimeException fault ? fault : new IllegalStateException(e);
      queue.clear();
      drain();
    }
  }

  /** Lets whoever is about to hand over a batch go on to find out that the reading failed. */
  private void drain() {
    try {
      while (queue.take() != END) {
        queue.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
  }

  private void beat() {
    try {
      do {
        handLate();
        flushLog();
        runs.beat(hold.origin().run(), hold.token(), progress(), problemCount());
      } while (!over.await(BEAT_MILLIS, TimeUnit.MILLISECONDS));
    } catch (RuntimeException e) {
      failure = failure == null ? e : failure;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void problem(Problem problem) {
    problemsSeen++;
    counts.merge(problem.reason(), 1, Integer::sum);
    if (problemsKept + problems.size() < RunLog.PROBLEMS_KEPT) {
      problems.add(problem);
    }
  }

  private synchronized int problemCount() {
    return problemsSeen;
  }

  private synchronized void flushLog() {
    if (!problems.isEmpty()) {
      log.problems(hold.origin().run(), problemsKept, problems, counts);
      problemsKept += problems.size();
      problems = new ArrayList<>();
    }
  }

  @Override
  public void expects(long steps) {
    total = steps;
    phase = Phase.READING;
  }

  @Override
  public void advanced(long steps) {
    done.addAndGet(steps);
    check();
  }

  @Override
  public long keep(String name, String mediaType, Bytes bytes) throws IOException {
    check();
    return hold.dry() ? 0 : snapshots.keep(name, mediaType, bytes);
  }

  @Override
  public List<Long> keepAll(String mediaType, List<Small> payloads) {
    check();
    return hold.dry()
        ? payloads.stream().map(p -> 0L).toList()
        : snapshots.keepAll(mediaType, payloads);
  }

  @Override
  public Path scratch() throws IOException {
    return scratch.of(hold.token());
  }

  /** Writes what is left and says how far the run came. */
  void finish() throws InterruptedException {
    loading.lock();
    try {
      if (!load.isEmpty()) {
        hand(load);
        next();
      }
    } finally {
      loading.unlock();
    }
    phase = Phase.ENDING;
    close();
    check();
    synchronized (this) {
      flushLog();
      log.problems(hold.origin().run(), problemsKept, List.of(), counts);
    }
    runs.beat(hold.origin().run(), hold.token(), progress(), problemCount());
  }

  /**
   * Ends the helpers; waits until the batch in hand is written. The heart is not interrupted: that
   * would tear the connection that it may be using.
   */
  void close() throws InterruptedException {
    over.countDown();
    queue.put(END);
    writer.join();
    heart.join();
    flushLog();
  }
}
