package eu.metacluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class FollowersTests {

  private static final Duration SOON = Duration.ofSeconds(20);

  private JournalNode node;

  @BeforeEach
  void start() {
    node = JournalNode.fresh();
    node.template.execute("create table seen (place serial primary key, seq bigint, node text)");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void aSharedFollowerReadsEverythingOnceAndInOrder() {
    bulk(4_500);
    Followers followers = node.follow(new Table(node.template, "a"));
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    node.append(3);
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    assertThat(seen()).isEqualTo(seqs(4_503));
    assertThat(followers.states())
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.position()).isEqualTo(4_503);
              assertThat(state.lag()).isZero();
              assertThat(state.error()).isNull();
            });
  }

  @Test
  void twoNodesShareTheWorkOfOneFollower() {
    try (JournalNode other = node.second()) {
      Followers here = node.follow(new Table(node.template, "here"));
      Followers there = other.follow(new Table(other.template, "there"));
      for (int i = 0; i < 150; i++) {
        (i % 2 == 0 ? node : other).append(2);
      }
      assertThat(here.awaitCaughtUp(SOON)).isTrue();
      assertThat(there.awaitCaughtUp(SOON)).isTrue();
    }
    assertThat(seen()).isEqualTo(seqs(300));
  }

  @Test
  void aFailingFollowerIsTriedAgainLeavesNothingHalfAndHoldsUpNobody() {
    Table well = new Table(node.template, "well");
    Table ill =
        new Table(node.template, "ill") {
          @Override
          public String name() {
            return "test.ill";
          }
        };
    ill.failAt = 2;
    Followers followers = node.follow(ill, well);
    node.append(3);

    await(() -> state(followers, "test.ill").failures() >= 2);
    await(() -> state(followers, "test.table").lag() == 0);
    FollowerState state = state(followers, "test.ill");
    assertThat(state.error()).contains("cannot take 2");
    assertThat(state.failingSince()).isNotNull();
    assertThat(state.lag()).isPositive();
    assertThat(followers.awaitCaughtUp(Duration.ofMillis(100))).isFalse();
    assertThat(seenBy("ill")).doesNotContain(2L);

    ill.failAt = 0;
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    assertThat(seenBy("ill")).isEqualTo(seqs(3));
    assertThat(seenBy("well")).isEqualTo(seqs(3));
    assertThat(state(followers, "test.ill").failures()).isZero();
    assertThat(state(followers, "test.ill").error()).isNull();
  }

  @Test
  void aLocalFollowerGoesOnFromWhatItKept() {
    Memory memory = new Memory();
    node.append(3);
    Followers first = node.follow(memory);
    assertThat(first.awaitCaughtUp(SOON)).isTrue();
    first.stop();
    assertThat(memory.kept).isEqualTo(seqs(3));
    node.append(2);
    memory.kept.removeLast();

    Followers second = node.follow(memory);
    assertThat(second.awaitCaughtUp(SOON)).isTrue();
    assertThat(memory.kept).isEqualTo(seqs(5));
  }

  @Test
  void everyNodeHasItsOwnLocalFollower() {
    Memory mine = new Memory();
    Memory theirs = new Memory();
    try (JournalNode other = node.second()) {
      Followers here = node.follow(mine);
      Followers there = other.follow(theirs);
      node.append(3);
      assertThat(here.awaitCaughtUp(SOON)).isTrue();
      assertThat(there.awaitCaughtUp(SOON)).isTrue();
      assertThat(mine.kept).isEqualTo(seqs(3));
      assertThat(theirs.kept).isEqualTo(seqs(3));

      await(() -> listening() == 2);
      node.transaction.executeWithoutResult(status -> here.reset("test.memory", null));
      await(() -> mine.forgotten == 1 && theirs.forgotten == 1);
      assertThat(here.awaitCaughtUp(SOON)).isTrue();
      assertThat(there.awaitCaughtUp(SOON)).isTrue();
      assertThat(mine.kept).isEqualTo(seqs(4));
      assertThat(theirs.kept).isEqualTo(seqs(4));
    }
  }

  @Test
  void aLocalViewOfAnotherDatabaseIsBuiltAgain() {
    Memory memory = new Memory();
    memory.kept.addAll(seqs(50));
    node.append(2);
    assertThat(node.follow(memory).awaitCaughtUp(SOON)).isTrue();
    assertThat(memory.kept).isEqualTo(seqs(2));
  }

  @Test
  void aSharedFollowerIsBuiltAgainFromTheStart() {
    Followers followers = node.follow(new Table(node.template, "a"));
    node.append(3);
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    node.transaction.executeWithoutResult(status -> followers.reset("test.table", null));
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    assertThat(seen()).isEqualTo(seqs(4));
    assertThat(node.journal.read(3, 1)).extracting(Entry::kind).containsExactly("journal.rebuilt");
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> followers.reset("no.such", null));
  }

  @Test
  void aFollowerWakesAtOnceAndAgainAfterTheBellBroke() {
    Memory memory = new Memory();
    Followers followers = node.follow(memory);
    assertThat(followers.awaitCaughtUp(SOON)).isTrue();
    await(() -> listening() == 1);
    assertWakesWithin(Duration.ofMillis(500), memory);

    int broken =
        node.template
            .queryForList(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where application_name = 'metacluster journal' and datname = current_database()""")
            .size();
    assertThat(broken).isEqualTo(1);
    await(() -> listening() == 0);
    await(() -> listening() == 1);
    assertWakesWithin(Duration.ofMillis(500), memory);
  }

  @Test
  void twoFollowersOfOneNameAreAFault() {
    assertThatIllegalStateException().isThrownBy(() -> node.follow(new Memory(), new Memory()));
  }

  private void assertWakesWithin(Duration limit, Memory memory) {
    long worst = 0;
    for (int i = 0; i < 10; i++) {
      int before = memory.kept.size();
      node.append(1);
      long committed = System.nanoTime();
      await(() -> memory.kept.size() > before);
      worst = Math.max(worst, System.nanoTime() - committed);
    }
    System.out.println("worst wake-up of ten: " + worst / 1_000 + " µs");
    assertThat(Duration.ofNanos(worst)).isLessThan(limit);
  }

  private int listening() {
    Integer count =
        node.template.queryForObject(
            """
            select count(*) from pg_stat_activity
            where application_name = 'metacluster journal' and query ilike 'listen%'
              and state = 'idle' and datname = current_database()""",
            Integer.class);
    return count == null ? 0 : count;
  }

  private static FollowerState state(Followers followers, String name) {
    return followers.states().stream()
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<Long> seen() {
    return node.template.queryForList("select seq from seen order by place", Long.class);
  }

  private List<Long> seenBy(String label) {
    return node.template.queryForList(
        "select seq from seen where node = ? order by place", Long.class, label);
  }

  private void bulk(int count) {
    node.append(IntStream.range(0, count).mapToObj(JournalNode::entry).toArray(NewEntry[]::new));
  }

  private static List<Long> seqs(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("time is over").isLessThan(end);
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A shared view in a table. */
  private static class Table implements Follower {
    private final JdbcTemplate jdbc;
    private final String label;
    volatile long failAt;

    Table(JdbcTemplate jdbc, String label) {
      this.jdbc = jdbc;
      this.label = label;
    }

    @Override
    public String name() {
      return "test.table";
    }

    @Override
    public void follow(List<Entry> entries) {
      for (Entry entry : entries) {
        jdbc.update("insert into seen (seq, node) values (?, ?)", entry.seq(), label);
        if (entry.seq() == failAt) {
          throw new IllegalStateException("cannot take " + failAt);
        }
      }
    }

    @Override
    public void forget() {
      jdbc.update("truncate seen restart identity");
    }
  }

  /** A view of one node, with its position in what it keeps. */
  private static final class Memory implements LocalFollower {
    final List<Long> kept = Collections.synchronizedList(new ArrayList<>());
    volatile int forgotten;

    @Override
    public String name() {
      return "test.memory";
    }

    @Override
    public long position() {
      return kept.isEmpty() ? 0 : kept.getLast();
    }

    @Override
    public void follow(List<Entry> entries) {
      entries.forEach(entry -> kept.add(entry.seq()));
    }

    @Override
    public void forget() {
      kept.clear();
      forgotten++;
    }
  }
}
