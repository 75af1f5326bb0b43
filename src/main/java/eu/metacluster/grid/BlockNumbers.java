package eu.metacluster.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers for rows, fetched from the sequence in blocks of a thousand: one at first, then more and
 * more at a time; gaps are normal.
 */
final class BlockNumbers implements LongSupplier {

  private static final int BLOCK = 1000;
  private static final int MOST = 16;

  private final JdbcClient jdbc;
  private final Deque<Long> blocks = new ArrayDeque<>();
  private int wanted = 1;
  private long next;
  private long end;

  BlockNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long getAsLong() {
    if (next == end) {
      if (blocks.isEmpty()) {
        fetch();
      }
      next = blocks.remove();
      end = next + BLOCK;
    }
    return next++;
  }

  private void fetch() {
    blocks.addAll(
        jdbc.sql("select nextval('grid.block') from generate_series(1, :wanted)")
            .param("wanted", wanted)
            .query(Long.class)
            .list());
    wanted = Math.min(MOST, wanted * 2);
  }
}
