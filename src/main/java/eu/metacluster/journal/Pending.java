package eu.metacluster.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The entries of one running transaction, written as the last thing before its commit. */
final class Pending implements TransactionSynchronization {

  private final ChainWriter writer;
  private final List<NewEntry> entries = new ArrayList<>();
  private final Map<Object, Integer> savepoints = new HashMap<>();
  private boolean committing;

  private Pending(ChainWriter writer) {
    this.writer = writer;
  }

  static Pending ofTransaction(ChainWriter writer) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException(
          "the journal is written in the transaction of the change, and none that writes is running");
    }
    Pending pending = (Pending) TransactionSynchronizationManager.getResource(writer);
    if (pending == null) {
      pending = new Pending(writer);
      TransactionSynchronizationManager.registerSynchronization(pending);
      TransactionSynchronizationManager.bindResource(writer, pending);
    }
    return pending;
  }

  void add(Collection<NewEntry> more) {
    entries.addAll(more);
    if (committing) {
      write();
    }
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void beforeCommit(boolean readOnly) {
    committing = true;
    write();
  }

  private void write() {
    if (!entries.isEmpty()) {
      writer.write(entries);
      entries.clear();
    }
  }

  @Override
  public void savepoint(Object savepoint) {
    savepoints.put(savepoint, entries.size());
  }

  @Override
  public void savepointRollback(Object savepoint) {
    int kept = savepoints.getOrDefault(savepoint, 0);
    entries.subList(kept, entries.size()).clear();
  }

  @Override
  public void suspend() {
    TransactionSynchronizationManager.unbindResource(writer);
  }

  @Override
  public void resume() {
    TransactionSynchronizationManager.bindResource(writer, this);
  }

  @Override
  public void afterCompletion(int status) {
    TransactionSynchronizationManager.unbindResourceIfPossible(writer);
  }
}
