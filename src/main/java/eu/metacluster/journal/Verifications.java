package eu.metacluster.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Verifies the chain in the background: every night, and when an administrator asks for it. */
@Component
public class Verifications {

  private static final Logger LOG = LoggerFactory.getLogger(Verifications.class);

  private final Verifier verifier;
  private final AtomicReference<@Nullable Progress> running = new AtomicReference<>();

  Verifications(Verifier verifier) {
    this.verifier = verifier;
  }

  /** How far a running verification is, in entries. */
  public record Progress(long done, long total) {}

  /** The latest verification, if there was one. */
  public Optional<Verification> latest() {
    return verifier.latest();
  }

  /** The verification that runs on this node now. */
  public Optional<Progress> running() {
    return Optional.ofNullable(running.get());
  }

  /** Starts a verification unless one runs on this node. */
  public void start() {
    if (claim()) {
      Thread.ofVirtual().name("journal verification").start(this::walk);
    }
  }

  /** Verifies now, unless a verification runs on this node. */
  void run() {
    if (claim()) {
      walk();
    }
  }

  private boolean claim() {
    return running.compareAndSet(null, new Progress(0, 0));
  }

  private void walk() {
    try {
      long total = verifier.size();
      Verification done =
          verifier.verify(Map.of(), read -> running.set(new Progress(read, total))).verification();
      if (!done.whole()) {
        LOG.error(
            "The journal is broken: {} problems, the first is {}; ./metacluster verify lists them",
            done.problems(),
            done.first());
      }
    } catch (RuntimeException e) {
      LOG.error("The journal could not be verified", e);
    } finally {
      running.set(null);
    }
  }
}
