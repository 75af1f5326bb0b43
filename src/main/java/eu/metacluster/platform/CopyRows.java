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

  /** For characters that must not stand alone, the letter after the backslash. */
  private static final byte[] ESCAPES = escapes();

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

  /** Anything whose {@code toString} is plain text: numbers, UUIDs, ISO dates and instants. */
  public CopyRows add(@Nullable Object value) {
    if (value == null || value instanceof CharSequence) {
      return add(value == null ? null : value.toString());
    }
    separate();
    raw(value.toString());
    return this;
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
    reserve(2 * bytes.length);
    int at = size;
    for (byte b : bytes) {
      byte letter = b >= 0 && b < ESCAPES.length ? ESCAPES[b] : 0;
      if (letter != 0) {
        buffer[at++] = '\\';
        buffer[at++] = letter;
      } else if (b != 0) {
        buffer[at++] = b;
      }
    }
    size = at;
  }

  @SuppressWarnings("deprecation") // exactly what is wanted: the low bytes, without a decoder
  private void raw(String ascii) {
    reserve(ascii.length());
    ascii.getBytes(0, ascii.length(), buffer, size);
    size += ascii.length();
  }

  private void put(byte b) {
    reserve(1);
    buffer[size++] = b;
  }

  private void reserve(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }

  private static byte[] escapes() {
    byte[] escapes = new byte['\\' + 1];
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\t'] = 't';
    escapes['\\'] = '\\';
    return escapes;
  }
}
