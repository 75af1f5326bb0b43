package eu.metacluster.journal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks along the whole chain on one snapshot of the database, in bounded memory, and keeps what it
 * found. A whole chain is sealed: later walks check that its end is still the same entry.
 */
@Component
class Verifier {

  private static final int PIECE = 2_000;
  private static final int SEALS = 10_000;
  private static final HexFormat HEX = HexFormat.of();

  private final JdbcTemplate jdbc;
  private final TransactionTemplate snapshot;
  private final Clock clock = Clock.systemUTC();

  Verifier(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** A verification with the problems it found, some thousand at most. */
  record Finding(Verification verification, List<Problem> problems) {}

  private record Head(long seq, byte[] hash) {}

  /**
   * Verifies the chain now.
   *
   * @param known hashes somebody kept elsewhere, by seq
   * @param progress hears now and then how many entries are read
   */
  Finding verify(Map<Long, byte[]> known, LongConsumer progress) {
    long start = System.nanoTime();
    Map<Long, byte[]> seals = new HashMap<>(seals());
    seals.putAll(known);
    ChainWalk walk = new ChainWalk(seals);
    Head head = snapshot.execute(status -> walk(walk, progress));
    if (head == null) {
      throw new IllegalStateException("the walk had no end");
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    Finding finding = finding(walk, head, took);
    keep(finding.verification(), head.hash());
    return finding;
  }

  /** How many entries there are to verify. */
  long size() {
    Long seq = jdbc.queryForObject("select coalesce(max(seq), 0) from journal.entry", Long.class);
    return seq == null ? 0 : seq;
  }

  /** The latest verification. */
  Optional<Verification> latest() {
    return jdbc
        .query(
            """
            select at, seq, hash, entries, problems, first, millis
            from journal.verification order by id desc limit 1""",
            (row, n) ->
                new Verification(
                    row.getTimestamp("at").toInstant(),
                    row.getLong("seq"),
                    HEX.formatHex(row.getBytes("hash")),
                    row.getLong("entries"),
                    row.getLong("problems"),
                    problem(row.getString("first")),
                    Duration.ofMillis(row.getLong("millis"))))
        .stream()
        .findFirst();
  }

  private static @Nullable Problem problem(@Nullable String line) {
    return line == null ? null : Problem.parse(line);
  }

  private Head walk(ChainWalk walk, LongConsumer progress) {
    JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
    streaming.setFetchSize(PIECE);
    RowCallbackHandler next =
        row -> {
          walk.next(EntryReader.entry(row, 0), row.getBytes("hash"));
          if (walk.entries() % PIECE == 0) {
            progress.accept(walk.entries());
          }
        };
    streaming.query(EntryReader.COLUMNS + "from journal.entry order by seq", next);
    Head head =
        jdbc
            .query(
                "select seq, hash from journal.head",
                (row, n) -> new Head(row.getLong(1), row.getBytes(2)))
            .stream()
            .findFirst()
            .orElse(new Head(0, new byte[0]));
    walk.end(head.seq(), head.hash());
    return head;
  }

  private Finding finding(ChainWalk walk, Head head, Duration took) {
    List<Problem> problems = walk.problems();
    Instant now = clock.instant();
    String hash = HEX.formatHex(head.hash());
    Problem first = problems.isEmpty() ? null : problems.getFirst();
    return new Finding(
        new Verification(now, head.seq(), hash, walk.entries(), walk.count(), first, took),
        problems);
  }

  private Map<Long, byte[]> seals() {
    Map<Long, byte[]> seals = new HashMap<>();
    jdbc.query(
        "select seq, hash from journal.verification where problems = 0 order by id desc limit ?",
        row -> {
          byte[] hash = row.getBytes(2);
          byte[] later = seals.putIfAbsent(row.getLong(1), hash);
          if (later != null && !Arrays.equals(later, hash)) {
            seals.put(row.getLong(1), new byte[0]);
          }
        },
        SEALS);
    return seals;
  }

  private void keep(Verification done, byte[] hash) {
    Problem first = done.first();
    jdbc.update(
        """
        insert into journal.verification (at, seq, hash, entries, problems, first, millis)
        values (?, ?, ?, ?, ?, ?, ?)""",
        Timestamp.from(done.at()),
        done.seq(),
        hash,
        done.entries(),
        done.problems(),
        first == null ? null : first.line(),
        done.took().toMillis());
  }
}
