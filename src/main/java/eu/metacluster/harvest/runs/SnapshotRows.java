package eu.metacluster.harvest.runs;

import com.github.luben.zstd.Zstd;
import eu.metacluster.harvest.Reading.Small;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes snapshots in the running transaction, in compressed blocks of a fixed size. */
@Component
class SnapshotRows {

  static final int BLOCK = 256 << 10;
  private static final int LEVEL = 3;

  private final JdbcTemplate jdbc;

  SnapshotRows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** One small payload with its number. */
  record Whole(long id, byte[] sha, Small payload) {
    Whole numbered(long number) {
      return new Whole(number, sha, payload);
    }
  }

  /** Two runs do not write the same content at once. */
  void lock() {
    jdbc.execute("select pg_advisory_xact_lock(7420222)");
  }

  /** Writes one payload block by block; gives the id of whoever wrote the same content first. */
  long write(long id, byte[] sha, String mediaType, String name, InputStream in) {
    long size = 0;
    try {
      byte[] block = in.readNBytes(BLOCK);
      for (int no = 0; block.length > 0; no++) {
        jdbc.update(
            "insert into harvest.snapshot_block values (?, ?, ?, ?, ?)",
            id,
            no,
            size,
            block.length,
            Zstd.compress(block, LEVEL));
        size += block.length;
        block = in.readNBytes(BLOCK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int first =
        jdbc.update(
            "insert into harvest.snapshot values (?, ?, ?, ?, ?, ?) on conflict do nothing",
            id,
            sha,
            size,
            mediaType,
            name,
            Timestamp.from(Instant.now()));
    return first == 1 ? id : other(id, sha);
  }

  private long other(long id, byte[] sha) {
    jdbc.update("delete from harvest.snapshot_block where snapshot = ?", id);
    Long other =
        jdbc.queryForObject("select id from harvest.snapshot where sha256 = ?", Long.class, sha);
    return other == null ? 0 : other;
  }

  /** Writes small payloads that nobody has yet. */
  void write(String mediaType, List<Whole> payloads, Instant now) {
    if (payloads.isEmpty()) {
      return;
    }
    Timestamp at = Timestamp.from(now);
    jdbc.batchUpdate(
        "insert into harvest.snapshot values (?, ?, ?, ?, ?, ?)",
        payloads,
        payloads.size(),
        (statement, p) -> {
          statement.setLong(1, p.id());
          statement.setBytes(2, p.sha());
          statement.setLong(3, p.payload().bytes().length);
          statement.setString(4, mediaType);
          statement.setString(5, p.payload().name());
          statement.setTimestamp(6, at);
        });
    List<Block> blocks = payloads.stream().flatMap(SnapshotRows::blocks).toList();
    jdbc.batchUpdate(
        "insert into harvest.snapshot_block values (?, ?, ?, ?, ?)",
        blocks,
        blocks.size(),
        (statement, block) -> {
          statement.setLong(1, block.snapshot());
          statement.setInt(2, block.no());
          statement.setLong(3, block.firstByte());
          statement.setInt(4, block.length());
          statement.setBytes(5, block.bytes());
        });
  }

  private record Block(long snapshot, int no, long firstByte, int length, byte[] bytes) {}

  private static Stream<Block> blocks(Whole whole) {
    byte[] bytes = whole.payload().bytes();
    int count = (bytes.length + BLOCK - 1) / BLOCK;
    return IntStream.range(0, count)
        .mapToObj(
            no -> {
              int from = no * BLOCK;
              int to = Math.min(bytes.length, from + BLOCK);
              byte[] part = Arrays.copyOfRange(bytes, from, to);
              return new Block(whole.id(), no, from, part.length, Zstd.compress(part, LEVEL));
            });
  }
}
