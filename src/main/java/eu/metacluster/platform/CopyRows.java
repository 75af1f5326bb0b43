package eu.metacluster.platform;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in binary format, the fastest way to write many:
 * neither side turns numbers, ids and times into text and back.
 *
 * <p>Fill row by row with the {@code add} methods, each row closed by {@link #end()}, then {@link
 * #into}. The Java type decides how a value is written and must be the column's own: {@code long}
 * for bigint, {@code int} for int and so on; else PostgreSQL refuses the rows. Not thread-safe.
 * NUL, which PostgreSQL cannot hold, is left out of texts.
 */
public final class CopyRows {

  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int TEXT_TYPE = 25;

  private final CopyBytes bytes = new CopyBytes();
  private int columns;
  private int rows;

  /** How many rows are closed. */
  public int rows() {
    return rows;
  }

  /** A text, or null. */
  public CopyRows add(@Nullable String text) {
    if (text == null) {
      return nothing();
    }
    column();
    text(text);
    return this;
  }

  /** A uuid, or null. */
  public CopyRows add(@Nullable UUID id) {
    if (id == null) {
      return nothing();
    }
    column();
    bytes.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return this;
  }

  /** A bigint. */
  public CopyRows add(long value) {
    column();
    bytes.putInt(Long.BYTES).putLong(value);
    return this;
  }

  /** An int. */
  public CopyRows add(int value) {
    column();
    bytes.putInt(Integer.BYTES).putInt(value);
    return this;
  }

  /** An int, or null. */
  public CopyRows add(@Nullable Integer value) {
    return value == null ? nothing() : add(value.intValue());
  }

  /** A real. */
  public CopyRows add(float value) {
    return add(Float.floatToIntBits(value));
  }

  /** A float8, or null. */
  public CopyRows add(@Nullable Double value) {
    return value == null ? nothing() : add(Double.doubleToLongBits(value));
  }

  /** A boolean. */
  public CopyRows add(boolean value) {
    column();
    bytes.putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  /** A numeric, or null. */
  public CopyRows add(@Nullable BigDecimal value) {
    if (value == null) {
      return nothing();
    }
    column();
    CopyNumeric.of(value).write(bytes);
    return this;
  }

  /** A timestamptz, to the microsecond. */
  public CopyRows add(Instant at) {
    long seconds = at.getEpochSecond() - EPOCH.getEpochSecond();
    return add(seconds * 1_000_000 + (at.getNano() + 500) / 1_000);
  }

  /** A date, or null. */
  public CopyRows add(@Nullable LocalDate day) {
    return day == null ? nothing() : add((int) (day.toEpochDay() - EPOCH_DAY));
  }

  /** A bytea. */
  public CopyRows add(byte[] value) {
    column();
    bytes.putInt(value.length).put(value);
    return this;
  }

  /** A text[]. */
  public CopyRows add(Collection<String> texts) {
    column();
    CopyBytes.Mark length = bytes.mark(Integer.BYTES);
    bytes.putInt(texts.isEmpty() ? 0 : 1).putInt(0).putInt(TEXT_TYPE);
    if (!texts.isEmpty()) {
      bytes.putInt(texts.size()).putInt(1);
    }
    texts.forEach(this::text);
    length.setInt((int) (bytes.size() - length.at() - Integer.BYTES));
    return this;
  }

  private void text(String text) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    byte[] utf8 = clean.getBytes(StandardCharsets.UTF_8);
    bytes.putInt(utf8.length).put(utf8);
  }

  private CopyRows nothing() {
    column();
    bytes.putInt(-1);
    return this;
  }

  private CopyBytes.@Nullable Mark row;

  private void column() {
    if (row == null) {
      if (bytes.size() == 0) {
        bytes.put(SIGNATURE);
      }
      row = bytes.mark(Short.BYTES);
    }
    columns++;
  }

  /** Closes a row. */
  public void end() {
    if (row == null) {
      throw new IllegalStateException("a row has at least one value");
    }
    row.setShort(columns);
    row = null;
    columns = 0;
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
    bytes.putShort(-1);
    List<CopyBytes.Piece> pieces = bytes.drain();
    rows = 0;
    jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, table, pieces));
  }

  private static Long copy(Connection connection, String table, List<CopyBytes.Piece> pieces)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " from stdin (format binary)");
    try {
      for (CopyBytes.Piece piece : pieces) {
        copy.writeToCopy(piece.bytes(), 0, piece.length());
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
