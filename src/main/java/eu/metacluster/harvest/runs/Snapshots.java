package eu.metacluster.harvest.runs;

import com.github.luben.zstd.Zstd;
import eu.metacluster.harvest.Reading.Bytes;
import eu.metacluster.harvest.Reading.Small;
import eu.metacluster.harvest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps payloads by their SHA-256, each content once. */
@Component
class Snapshots {

  private static final int IDS_AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final SnapshotRows rows;
  private final TransactionTemplate transaction;

  Snapshots(JdbcClient jdbc, SnapshotRows rows, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.transaction = transaction;
  }

  /** Keeps one payload of any size; it is read twice when it is new. */
  long keep(String name, String mediaType, Bytes bytes) throws IOException {
    byte[] sha = sha(bytes);
    Long known = known(List.of(sha)).get(hex(sha));
    if (known != null) {
      return known;
    }
    try (InputStream in = bytes.open()) {
      Long id =
          transaction.execute(
              status -> rows.write(nextIds(1).getFirst(), sha, mediaType, name, in));
      return id == null ? 0 : id;
    }
  }

  /** Keeps many small payloads in one transaction. */
  List<Long> keepAll(String mediaType, List<Small> payloads) {
    List<byte[]> hashes = payloads.stream().map(p -> Sha256.begun().digest(p.bytes())).toList();
    List<Long> ids = transaction.execute(status -> keepAll(mediaType, payloads, hashes));
    return ids == null ? List.of() : ids;
  }

  private List<Long> keepAll(String mediaType, List<Small> payloads, List<byte[]> hashes) {
    rows.lock();
    Map<String, Long> known = known(hashes);
    List<SnapshotRows.Whole> fresh = new ArrayList<>();
    Set<String> taken = new HashSet<>(known.keySet());
    for (int i = 0; i < payloads.size(); i++) {
      if (taken.add(hex(hashes.get(i)))) {
        fresh.add(new SnapshotRows.Whole(0, hashes.get(i), payloads.get(i)));
      }
    }
    List<Long> numbers = nextIds(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      fresh.set(i, fresh.get(i).numbered(numbers.get(i)));
    }
    rows.write(mediaType, fresh, Instant.now());
    fresh.forEach(whole -> known.put(hex(whole.sha()), whole.id()));
    return hashes.stream().map(hash -> id(known, hash)).toList();
  }

  private static Long id(Map<String, Long> known, byte[] hash) {
    Long id = known.get(hex(hash));
    if (id == null) {
      throw new IllegalStateException("a snapshot was neither known nor written");
    }
    return id;
  }

  private Map<String, Long> known(List<byte[]> hashes) {
    Map<String, Long> known = new HashMap<>();
    jdbc.sql("select sha256, id from harvest.snapshot where sha256 = any(:hashes)")
        .param("hashes", hashes.toArray(byte[][]::new))
        .query(
            row -> {
              known.put(hex(row.getBytes(1)), row.getLong(2));
            });
    return known;
  }

  private List<Long> nextIds(int count) {
    int blocks = (count + IDS_AT_ONCE - 1) / IDS_AT_ONCE;
    List<Long> ids = new ArrayList<>();
    jdbc.sql("select nextval('harvest.snapshot_id') from generate_series(1, :blocks)")
        .param("blocks", blocks)
        .query(Long.class)
        .list()
        .forEach(
            first -> {
              for (int i = 0; i < IDS_AT_ONCE; i++) {
                ids.add(first + i);
              }
            });
    return ids;
  }

  private static byte[] sha(Bytes bytes) throws IOException {
    MessageDigest sha = Sha256.begun();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = bytes.open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha.update(buffer, 0, n);
      }
    }
    return sha.digest();
  }

  static byte[] unpacked(byte[] block, int length) {
    return Zstd.decompress(block, length);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
