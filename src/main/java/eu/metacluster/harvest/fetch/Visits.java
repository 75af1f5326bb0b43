package eu.metacluster.harvest.fetch;

import eu.metacluster.grid.Finding;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Remote.PageReader;
import eu.metacluster.harvest.Sha256;
import eu.metacluster.harvest.WebConnector;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Goes through pages, each host in turn with its own pages and several hosts at once. */
final class Visits {

  /** Pages whose earlier visits are known at once. */
  private static final int CHUNK = 20_000;

  private static final int HOSTS_AT_ONCE = 512;

  /** Pages that are kept and read together. */
  private static final int TOGETHER = 100;

  /** Nanoseconds that a page waits at most for others that are kept with it. */
  private static final long LONGEST_WAIT = 1_000_000_000;

  private static final int WAITING = 400;

  private final RemoteSession remote;
  private final WebConnector connector;
  private final Reading reading;
  private final Ledger ledger;

  Visits(RemoteSession remote, WebConnector connector, Reading reading, Ledger ledger) {
    this.remote = remote;
    this.connector = connector;
    this.reading = reading;
    this.ledger = ledger;
  }

  /** What came of one page: an answer, or why there was none. */
  private record Outcome(
      String page,
      @Nullable Visit before,
      @Nullable SpooledAnswer answer,
      @Nullable FetchException failure) {}

  void each(Iterable<URI> pages, PageReader reader) throws IOException {
    Set<URI> chunk = new LinkedHashSet<>();
    for (URI page : pages) {
      chunk.add(page);
      if (chunk.size() == CHUNK) {
        all(chunk, reader);
        chunk = new LinkedHashSet<>();
      }
    }
    all(chunk, reader);
  }

  private void all(Collection<URI> pages, PageReader reader) throws IOException {
    Map<String, Visit> before = ledger.visits(pages.stream().map(URI::toString).toList());
    Map<String, Queue<URI>> hosts = new LinkedHashMap<>();
    pages.forEach(
        p ->
            hosts
                .computeIfAbsent(String.valueOf(p.getRawAuthority()), h -> new ArrayDeque<>())
                .add(p));
    BlockingQueue<Outcome> outcomes = new ArrayBlockingQueue<>(WAITING);
    Semaphore open = new Semaphore(HOSTS_AT_ONCE);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      hosts.values().forEach(queue -> threads.execute(() -> host(queue, before, open, outcomes)));
      take(pages.size(), outcomes, reader);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private void host(
      Queue<URI> pages,
      Map<String, Visit> before,
      Semaphore open,
      BlockingQueue<Outcome> outcomes) {
    try {
      open.acquire();
      try {
        for (URI page = pages.poll(); page != null; page = pages.poll()) {
          outcomes.put(outcome(page, before.get(page.toString())));
        }
      } finally {
        open.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Outcome outcome(URI page, @Nullable Visit before) {
    String name = page.toString();
    Map<String, String> conditions = before == null ? Map.of() : before.validators().conditions();
    try {
      return new Outcome(name, before, remote.ask(page, conditions), null);
    } catch (FetchException e) {
      return new Outcome(name, before, null, e);
    } catch (IOException e) {
      return new Outcome(name, before, null, new FetchException(Trouble.BROKEN_OFF, page, ""));
    } catch (RuntimeException e) {
      FetchException fault = new FetchException(Trouble.ADDRESS, page, "");
      fault.initCause(e);
      return new Outcome(name, before, null, fault);
    }
  }

  private void take(int pages, BlockingQueue<Outcome> outcomes, PageReader reader)
      throws IOException, InterruptedException {
    List<Outcome> fresh = new ArrayList<>();
    long read = System.nanoTime();
    for (int done = 0; done < pages; ) {
      Outcome next = outcomes.poll(1, TimeUnit.SECONDS);
      reading.advanced(next == null ? 0 : 1);
      if (next != null) {
        done++;
        sort(next, fresh);
      }
      boolean late = System.nanoTime() - read > LONGEST_WAIT;
      if (fresh.size() == TOGETHER || late || next == null || done == pages) {
        read(fresh, reader);
        fresh.clear();
        read = System.nanoTime();
      }
    }
  }

  /** Settles what needs no reading; the rest is to be read. */
  private void sort(Outcome outcome, List<Outcome> fresh) throws IOException {
    Visit before = outcome.before();
    FetchException failure = outcome.failure();
    SpooledAnswer answer = outcome.answer();
    if (failure != null) {
      reading.problem(RemoteSession.problem(failure));
      if (before != null && failure.trouble() == Trouble.GONE) {
        before.stated().forEach(stated -> reading.gone(stated.kind(), stated.key()));
      }
    } else if (answer != null && before != null && same(answer, before)) {
      before.stated().forEach(stated -> ledger.same(stated.kind(), stated.key()));
    } else {
      fresh.add(outcome);
    }
  }

  private boolean same(SpooledAnswer answer, Visit before) throws IOException {
    return Web.unchanged(answer) || Arrays.equals(content(answer), before.content());
  }

  private byte[] content(Answer answer) throws IOException {
    MessageDigest sha = Sha256.begun();
    sha.update((connector.id() + connector.version()).getBytes(StandardCharsets.UTF_8));
    return sha.digest(answer.bytes());
  }

  private void read(List<Outcome> fresh, PageReader reader) throws IOException {
    Map<String, List<Outcome>> byType = new LinkedHashMap<>();
    for (Outcome outcome : fresh) {
      SpooledAnswer answer = outcome.answer();
      if (answer != null && !Web.unchanged(answer)) {
        byType.computeIfAbsent(RemoteSession.type(answer), t -> new ArrayList<>()).add(outcome);
      }
    }
    for (Map.Entry<String, List<Outcome>> entry : byType.entrySet()) {
      List<Reading.Small> payloads = new ArrayList<>();
      for (Outcome outcome : entry.getValue()) {
        SpooledAnswer answer = outcome.answer();
        payloads.add(
            new Reading.Small(outcome.page(), answer == null ? new byte[0] : answer.bytes()));
      }
      List<Long> snapshots = reading.keepAll(entry.getKey(), payloads);
      for (int i = 0; i < snapshots.size(); i++) {
        one(entry.getValue().get(i), snapshots.get(i), reader);
      }
    }
  }

  private void one(Outcome outcome, long snapshot, PageReader reader) throws IOException {
    SpooledAnswer answer = outcome.answer();
    if (answer == null) {
      return;
    }
    List<Finding> findings = reader.read(answer, snapshot);
    findings.forEach(reading::found);
    List<Visit.Stated> stated =
        findings.stream().map(f -> new Visit.Stated(f.kind(), f.key())).toList();
    Visit before = outcome.before();
    if (before != null) {
      before.stated().stream()
          .filter(thing -> !stated.contains(thing))
          .forEach(thing -> reading.gone(thing.kind(), thing.key()));
    }
    ledger.visited(new Visit(outcome.page(), Validators.of(answer), content(answer), stated));
  }
}
