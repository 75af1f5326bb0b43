package eu.metacluster.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in text format, the fastest way to write many.
 *
 * <p>Fill row by row with the {@code add} methods, each row closed by {@link #end()}, then {@link
 * #into}. Not thread-safe. NUL, which PostgreSQL cannot hold, is left out of texts.
 */
public final class CopyRows {

  private byte[] buffer = new byte[1 << 16];
  private int size;
  private boolean first = true;
  private int rows;

  /** How many rows are closed. */
  public int rows() {
    return rows;
  }

  /** A text, or null. */
  public CopyRows add(@Nullable String text) {
    separate();
    if (text == null) {
      put((byte) '\\');
      put((byte) 'N');
    } else {
      escape(text.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /** Anything whose {@code toString} PostgreSQL reads: numbers, UUIDs, ISO dates and instants. */
  public CopyRows add(@Nullable Object value) {
    return add(value == null ? null : value.toString());
  }

  /** A whole number. */
  public CopyRows add(long value) {
    separate();
    raw(Long.toString(value));
    return this;
  }

  /** A bytea. */
  public CopyRows add(byte[] bytes) {
    separate();
    raw("\\\\x");
    raw(HexFormat.of().formatHex(bytes));
    return this;
  }

  /** A text[]. */
  public CopyRows add(Collection<String> texts) {
    StringBuilder array = new StringBuilder("{");
    for (String text : texts) {
      array
          .append(array.length() > 1 ? ",\"" : "\"")
          .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
          .append('"');
    }
    return add(array.append('}').toString());
  }

  /** Closes a row. */
  public void end() {
    put((byte) '\n');
    first = true;
    rows++;
  }

  /**
   * Writes the rows on the connection of the current transaction and empties this.
   *
   * @param table schema-qualified table with its columns, such as {@code grid.claim (record, id)}
   */
  public void into(JdbcOperations jdbc, String table) {
    if (rows == 0) {
      return;
    }
    jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, table));
    size = 0;
    rows = 0;
  }

  private Long copy(Connection connection, String table) throws SQLException {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(buffer, 0, size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void separate() {
    if (!first) {
      put((byte) '\t');
    }
    first = false;
  }

  private void escape(byte[] bytes) {
    for (byte b : bytes) {
      switch (b) {
        case '\\' -> pair('\\');
        case '\n' -> pair('n');
        case '\r' -> pair('r');
        case '\t' -> pair('t');
        case 0 -> {}
        default -> put(b);
      }
    }
  }

  private void pair(char escaped) {
    put((byte) '\\');
    put((byte) escaped);
  }

  private void raw(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      put((byte) ascii.charAt(i));
    }
  }

  private void put(byte b) {
    if (size == buffer.length) {
      buffer = Arrays.copyOf(buffer, size * 2);
    }
    buffer[size++] = b;
  }
}
