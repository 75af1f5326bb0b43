package eu.metacluster.journal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The append-only list of everything that happened.
 *
 * <p>Whoever changes state appends in the same transaction. Entries are collected and written once,
 * just before the commit, so that the lock on the end of the chain is held only for that moment.
 * Because it is held until the commit, {@code seq} has no gaps and is the order of the commits: who
 * has read up to an entry never misses an earlier one. A rolled-back transaction leaves nothing.
 */
@Component
public class Journal {

  private final ChainWriter writer;
  private final EntryReader reader;

  Journal(ChainWriter writer, EntryReader reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /**
   * Appends to the running transaction.
   *
   * @throws IllegalStateException when no transaction runs, or a read-only one
   */
  public void append(NewEntry... entries) {
    append(List.of(entries));
  }

  /**
   * Appends to the running transaction, in this order.
   *
   * @throws IllegalStateException when no transaction runs, or a read-only one
   */
  public void append(Collection<NewEntry> entries) {
    Pending.ofTransaction(writer).add(entries);
  }

  /** The last committed entry's seq, 0 when there is none. */
  public long head() {
    return reader.head();
  }

  /** Entries after {@code afterSeq} in order, at most {@code limit}. */
  public List<Entry> read(long afterSeq, int limit) {
    return reader.after(afterSeq, limit);
  }

  /** What happened to one thing, newest first, at most {@code limit} entries. */
  public List<Entry> history(UUID subject, int limit) {
    return reader.history(subject, limit);
  }

  /** Entries below {@code before} that pass the filter, newest first, at most {@code limit}. */
  public List<Entry> older(EntryFilter filter, long before, int limit) {
    return reader.older(filter, before, limit);
  }

  /** Entries above {@code after} that pass the filter, oldest first, at most {@code limit}. */
  public List<Entry> newer(EntryFilter filter, long after, int limit) {
    return reader.newer(filter, after, limit);
  }

  /** The kinds of entries that occur, by name. */
  public List<String> kinds() {
    return reader.kinds();
  }
}
