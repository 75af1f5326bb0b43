package eu.metacluster.grid;

import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers for rows, fetched from the sequence a thousand at a time; gaps are normal. */
final class BlockNumbers implements LongSupplier {

  private static final int BLOCK = 1000;

  private final JdbcClient jdbc;
  private long next;
  private long end;

  BlockNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long getAsLong() {
    if (next == end) {
      next = jdbc.sql("select nextval('grid.block')").query(Long.class).single();
      end = next + BLOCK;
    }
    return next++;
  }
}
