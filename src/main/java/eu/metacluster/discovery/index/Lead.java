package eu.metacluster.discovery.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which of several nodes writes an index that they share: the one that holds a lock of the
 * database. It is let go of with the connection, so that another node goes on when this one ends,
 * however that happens.
 */
class Lead implements AutoCloseable {

  /** There is but one node. */
  static final Lead ALONE = new Lead(null, "");

  private static final Logger LOG = LoggerFactory.getLogger(Lead.class);
  private static final int VALID_SECONDS = 2;

  private final @Nullable DataSource database;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection holding;

  /**
   * @param name of what is shared
   */
  Lead(@Nullable DataSource database, String name) {
    this.database = database;
    this.name = name;
  }

  /** Whether this node leads from now on; tries to when no other does. */
  boolean held() {
    if (database == null) {
      return true;
    }
    lock.lock();
    try {
      return stillHeld() || taken(database);
    } catch (SQLException e) {
      LOG.warn("Whether this node writes the search index cannot be seen now: {}", e.getMessage());
      return false;
    } finally {
      lock.unlock();
    }
  }

  private boolean stillHeld() {
    Connection held = holding;
    if (held == null) {
      return false;
    }
    try {
      if (held.isValid(VALID_SECONDS)) {
        return true;
      }
    } catch (SQLException e) {
      LOG.debug("The connection cannot be asked", e);
    }
    letGo();
    return false;
  }

  private boolean taken(DataSource from) throws SQLException {
    Connection fresh = from.getConnection();
    boolean mine = false;
    try (PreparedStatement ask =
        fresh.prepareStatement("select pg_try_advisory_lock(7420223, hashtext(?))")) {
      fresh.setAutoCommit(true);
      ask.setString(1, name);
      try (ResultSet answer = ask.executeQuery()) {
        mine = answer.next() && answer.getBoolean(1);
      }
    } finally {
      if (!mine) {
        fresh.close();
      }
    }
    if (mine) {
      holding = fresh;
      LOG.info("This node writes the search index {}", name);
    }
    return mine;
  }

  /** Leaves the lead to another node. */
  @Override
  public void close() {
    lock.lock();
    try {
      letGo();
    } finally {
      lock.unlock();
    }
  }

  private void letGo() {
    Connection held = holding;
    holding = null;
    if (held != null) {
      try (held;
          PreparedStatement free =
              held.prepareStatement("select pg_advisory_unlock(7420223, hashtext(?))")) {
        free.setString(1, name);
        free.execute();
      } catch (SQLException e) {
        LOG.debug("The lock went with its connection", e);
      }
    }
  }
}
