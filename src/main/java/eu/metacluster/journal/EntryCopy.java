package eu.metacluster.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Many entries at once, in PostgreSQL's binary COPY format. */
final class EntryCopy {

  private static final String COPY =
      "copy journal.entry (seq, at, kind, subject, actor, data, hash) from stdin (format binary)";
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0
  };
  private static final int COLUMNS = 7;
  private static final int PIECE = 64 * 1024;

  /** PostgreSQL counts its times from here. */
  private static final long EPOCH_MICROS = ChainHash.micros(Instant.parse("2000-01-01T00:00:00Z"));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * PIECE);
  private final DataOutputStream out = new DataOutputStream(bytes);

  private EntryCopy() {}

  static void copy(Connection connection, Instant at, List<ChainWriter.Link> links)
      throws SQLException {
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      new EntryCopy().send(copy, ChainHash.micros(at) - EPOCH_MICROS, links);
      copy.endCopy();
    } catch (IOException e) {
      throw new SQLException("entries could not be encoded", e);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private void send(CopyIn copy, long micros, List<ChainWriter.Link> links)
      throws IOException, SQLException {
    out.write(SIGNATURE);
    out.writeInt(0);
    out.writeInt(0);
    for (ChainWriter.Link link : links) {
      row(link, micros);
      if (bytes.size() >= PIECE) {
        flush(copy);
      }
    }
    out.writeShort(-1);
    flush(copy);
  }

  private void row(ChainWriter.Link link, long micros) throws IOException {
    NewEntry entry = link.entry();
    out.writeShort(COLUMNS);
    number(link.seq());
    number(micros);
    text(entry.kind());
    id(entry.subject());
    id(entry.actor());
    text(entry.data());
    field(link.hash());
  }

  private void number(long value) throws IOException {
    out.writeInt(Long.BYTES);
    out.writeLong(value);
  }

  private void text(String value) throws IOException {
    field(value.getBytes(StandardCharsets.UTF_8));
  }

  private void id(@Nullable UUID id) throws IOException {
    if (id == null) {
      out.writeInt(-1);
      return;
    }
    out.writeInt(2 * Long.BYTES);
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private void field(byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private void flush(CopyIn copy) throws SQLException {
    byte[] piece = bytes.toByteArray();
    copy.writeToCopy(piece, 0, piece.length);
    bytes.reset();
  }
}
