package eu.metacluster.harvest.runs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads snapshots back, only the blocks that are asked for. */
@Component
class SnapshotBytes {

  private final JdbcClient jdbc;

  SnapshotBytes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Block(long firstByte, byte[] bytes) {}

  Optional<Snapshot> find(long id) {
    return jdbc.sql("select * from harvest.snapshot where id = :id")
        .param("id", id)
        .query(
            (row, n) ->
                new Snapshot(
                    row.getLong("id"),
                    HexFormat.of().formatHex(row.getBytes("sha256")),
                    row.getLong("size"),
                    row.getString("media_type"),
                    row.getString("name"),
                    row.getTimestamp("stored_at").toInstant()))
        .optional();
  }

  /** The bytes from {@code from} on, at most {@code length}; fewer at the end. */
  byte[] slice(long id, long from, int length) {
    ByteArrayOutputStream slice = new ByteArrayOutputStream(Math.min(length, 1 << 20));
    for (Block block : blocks(id, from, from + length)) {
      int start = (int) Math.max(0, from - block.firstByte());
      int end = (int) Math.min(block.bytes().length, from + length - block.firstByte());
      slice.write(block.bytes(), start, Math.max(0, end - start));
    }
    return slice.toByteArray();
  }

  /** Writes all of it, block by block. */
  void writeTo(Snapshot header, OutputStream out) throws IOException {
    for (long at = 0; at < header.size(); at += SnapshotRows.BLOCK) {
      out.write(slice(header.id(), at, SnapshotRows.BLOCK));
    }
  }

  private List<Block> blocks(long id, long from, long to) {
    return jdbc.sql(
            """
            select first_byte, length, bytes from harvest.snapshot_block
            where snapshot = :id and no between :first and :last order by no""")
        .param("id", id)
        .param("first", from / SnapshotRows.BLOCK)
        .param("last", to / SnapshotRows.BLOCK)
        .query(
            (row, n) ->
                new Block(row.getLong(1), Snapshots.unpacked(row.getBytes(3), row.getInt(2))))
        .list();
  }
}
