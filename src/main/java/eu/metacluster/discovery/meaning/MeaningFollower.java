package eu.metacluster.discovery.meaning;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.LocalFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes which records have changed; their vectors are made later, see {@link MeaningMaker}. */
@Component
class MeaningFollower implements LocalFollower {

  private final MeaningIndex index;
  private volatile long lastChange = System.nanoTime();

  MeaningFollower(MeaningIndex index) {
    this.index = index;
  }

  /** Seconds since the last change, or since the start. */
  long quiet() {
    return (System.nanoTime() - lastChange) / 1_000_000_000L;
  }

  @Override
  public String name() {
    return "discovery.meaning";
  }

  @Override
  public long position() {
    return index.position();
  }

  @Override
  public void follow(List<Entry> entries) {
    Set<UUID> changed = new LinkedHashSet<>();
    for (Entry entry : entries) {
      if (entry.kind().startsWith("grid.") && entry.subject() != null) {
        changed.add(entry.subject());
      }
    }
    if (!changed.isEmpty()) {
      lastChange = System.nanoTime();
    }
    try {
      index.note(changed, entries.getLast().seq());
    } catch (IOException e) {
      throw new UncheckedIOException("the vectors cannot be written", e);
    }
  }

  @Override
  public void forget() {
    try {
      index.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("the vectors cannot be emptied", e);
    }
  }
}
