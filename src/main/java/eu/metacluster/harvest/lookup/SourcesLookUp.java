package eu.metacluster.harvest.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.LookUp;
import eu.metacluster.harvest.fetch.FetchLimits;
import eu.metacluster.harvest.fetch.Manner;
import eu.metacluster.harvest.fetch.Web;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Looks things up, a few at a time, and remembers for some minutes what it was told. */
@Component
final class SourcesLookUp implements LookUp {

  private static final Logger LOG = LoggerFactory.getLogger(SourcesLookUp.class);
  private static final int AT_ONCE = 8;

  /** Where web pages are served; at others nobody is sent to look. */
  private static final Set<Integer> USUAL_PORTS = Set.of(-1, 80, 443, 8080, 8443);

  private static final int KEPT = 500;
  private static final long LARGEST = 8L << 20;
  private static final Duration GAP = Duration.ofMillis(500);

  private final Registers registers;
  private final Readers readers;
  private final Web web;
  private final Path folder;
  private final Duration longest;
  private final boolean anyPort;
  private final FetchLimits limits;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final Cache<Identifier, Result> told =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).maximumSize(KEPT).build();

  SourcesLookUp(
      Registers registers,
      Readers readers,
      Web web,
      @Value("${metacluster.data}") Path data,
      @Value("${metacluster.lookup.longest:15s}") Duration longest,
      @Value("${metacluster.fetch.allow-loopback:false}") boolean anyPort) {
    this.registers = registers;
    this.readers = readers;
    this.web = web;
    this.folder = data.toAbsolutePath().normalize().resolve("lookup");
    this.longest = longest;
    this.anyPort = anyPort;
    this.limits = new FetchLimits(LARGEST, longest.dividedBy(2), longest);
  }

  @Override
  public Result of(Identifier name) {
    Result known = told.getIfPresent(name);
    if (known != null) {
      return known;
    }
    if (!turns.tryAcquire()) {
      return Result.failed(Trouble.BUSY, whom(name));
    }
    try {
      Result result = inTime(name);
      boolean holds = result.found() != null || result.trouble() == Trouble.UNKNOWN;
      if (holds) {
        told.put(name, result);
      }
      return result;
    } finally {
      turns.release();
    }
  }

  /** Whoever waits in a form is not kept waiting by somebody else's server. */
  private Result inTime(Identifier name) {
    ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    Future<Result> asked = thread.submit(() -> ask(name));
    try {
      return asked.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Result.failed(Trouble.UNREACHABLE, whom(name));
    } catch (ExecutionException e) {
      LOG.error("Looking {} up failed.", name.scheme(), e);
      return Result.failed(Trouble.UNREADABLE, whom(name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Result.failed(Trouble.UNREACHABLE, whom(name));
    } finally {
      thread.shutdownNow();
    }
  }

  /** Who is asked first. */
  private String whom(Identifier name) {
    if (name.scheme() == Scheme.URL) {
      return name.value().replaceFirst("^[^/]*//", "").replaceFirst("[/?#].*", "");
    }
    return registers.of(name).stream().map(Register::source).findFirst().orElse("");
  }

  private Result ask(Identifier name) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve(UUID.randomUUID().toString()));
    try {
      if (name.scheme() == Scheme.URL) {
        return page(name.value(), scratch);
      }
      Result result = Result.failed(Trouble.NO_REGISTER, "");
      for (Register register : registers.of(name)) {
        result = register(register, name.value(), scratch);
        if (result.trouble() != Trouble.UNKNOWN) {
          return result;
        }
      }
      return result;
    } finally {
      FileSystemUtils.deleteRecursively(scratch);
    }
  }

  private Result register(Register register, String id, Path scratch) {
    Manner manner = new Manner(!register.machines(), GAP, Duration.ZERO);
    return asking(
        register.source(),
        () -> {
          Answer answer = web.get(register.address(id), limits, manner, scratch);
          return found(
              readers.read(register.connector(), answer, scratch), register.source(), answer);
        });
  }

  private Result page(String address, Path scratch) {
    URI at;
    try {
      at = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Result.failed(Trouble.NOT_PUBLIC, "");
    }
    String host = String.valueOf(at.getHost());
    if (!anyPort && !USUAL_PORTS.contains(at.getPort())) {
      return Result.failed(Trouble.NOT_PUBLIC, host);
    }
    return asking(
        host,
        () -> {
          Answer answer = web.get(at, limits, new Manner(true, GAP, Duration.ZERO), scratch);
          return found(readers.page(answer, scratch), host, answer);
        });
  }

  private static Result found(List<Finding> findings, String source, Answer answer) {
    return findings.isEmpty()
        ? Result.failed(Trouble.UNKNOWN, source)
        : new Result(
            new Found(findings, source, answer.address().toString(), Instant.now()), null, source);
  }

  /** Asks somebody. */
  @FunctionalInterface
  private interface Asking {
    Result ask() throws IOException;
  }

  private static Result asking(String source, Asking asking) {
    try {
      return asking.ask();
    } catch (FetchException e) {
      return Result.failed(trouble(e.trouble()), source);
    } catch (Refusal | IOException e) {
      return Result.failed(Trouble.UNREADABLE, source);
    }
  }

  private static Trouble trouble(FetchException.Trouble trouble) {
    return switch (trouble) {
      case GONE -> Trouble.UNKNOWN;
      case PRIVATE_ADDRESS, ADDRESS -> Trouble.NOT_PUBLIC;
      case ROBOTS, LOGIN -> Trouble.CLOSED;
      case TOO_LARGE, BOMB -> Trouble.UNREADABLE;
      case UNKNOWN_HOST,
          NO_CONNECTION,
          HANGS,
          TOO_SLOW,
          REDIRECTS,
          TLS,
          STATUS,
          LATER,
          BROKEN_OFF ->
          Trouble.UNREACHABLE;
    };
  }
}
