package eu.metacluster.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class JournalTests {

  private JournalNode node;

  @BeforeEach
  void start() {
    node = JournalNode.fresh();
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Test
  void givesBackWhatWasAppended() {
    UUID subject = UUID.randomUUID();
    UUID actor = UUID.randomUUID();
    Instant before = Instant.now().minusMillis(1);

    node.append(
        new NewEntry("test.first", subject, actor, Map.of("b", 2, "a", "Łódź 🧬 \"x\"\n")),
        new NewEntry("test.second", null, null, Map.of()));

    List<Entry> entries = node.journal.read(0, 10);
    assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L);
    Entry first = entries.getFirst();
    assertThat(first.kind()).isEqualTo("test.first");
    assertThat(first.subject()).isEqualTo(subject);
    assertThat(first.actor()).isEqualTo(actor);
    assertThat(first.data()).isEqualTo("{\"a\":\"Łódź 🧬 \\\"x\\\"\\n\",\"b\":2}");
    assertThat(first.json().path("b").asInt()).isEqualTo(2);
    assertThat(first.at()).isBetween(before, Instant.now());
    assertThat(entries.getLast().subject()).isNull();
    assertThat(node.journal.head()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 51, 2_000})
  void fewAndManyAreWrittenAlike(int count) {
    List<NewEntry> entries =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    new NewEntry(
                        "test.kind" + n % 3,
                        n % 2 == 0 ? null : new UUID(n, -n),
                        n % 5 == 0 ? null : new UUID(-n, n),
                        Map.of("text", "tab\t back\\slash ü 🧬 " + "x".repeat(n))))
            .toList();

    node.transaction.executeWithoutResult(status -> node.journal.append(entries));

    List<Entry> read = node.journal.read(0, count + 1);
    assertThat(read)
        .map(e -> new NewEntry(e.kind(), e.subject(), e.actor(), e.data()))
        .isEqualTo(entries);
    assertThat(read).extracting(Entry::seq).isEqualTo(seqs(count));
    assertHashesHold(read);
  }

  @Test
  void refusesOutsideATransaction() {
    assertThatIllegalStateException().isThrownBy(() -> node.journal.append(JournalNode.entry(1)));
    TransactionTemplate readOnly = new TransactionTemplate(node.transactions);
    readOnly.setReadOnly(true);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> readOnly.executeWithoutResult(s -> node.journal.append(JournalNode.entry(1))));
  }

  @Test
  void aRollbackLeavesNoEntryAndNoGap() {
    node.append(1);
    node.transaction.executeWithoutResult(
        status -> {
          node.journal.append(JournalNode.entry(7));
          status.setRollbackOnly();
        });
    assertThatThrownBy(
            () ->
                node.transaction.executeWithoutResult(
                    status -> {
                      node.journal.append(JournalNode.entry(8));
                      throw new IllegalArgumentException("no");
                    }))
        .hasMessage("no");
    node.append(1);

    assertThat(node.journal.read(0, 10)).extracting(Entry::seq).containsExactly(1L, 2L);
    assertThat(node.journal.read(0, 10)).extracting(Entry::data).containsOnly("{\"n\":0}");
  }

  @Test
  void followsInnerTransactionsAndSavepoints() {
    TransactionTemplate own = template(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    TransactionTemplate nested = template(TransactionDefinition.PROPAGATION_NESTED);
    node.transaction.executeWithoutResult(
        outer -> {
          node.journal.append(JournalNode.entry(1));
          own.executeWithoutResult(inner -> node.journal.append(JournalNode.entry(2)));
          nested.executeWithoutResult(
              inner -> {
                node.journal.append(JournalNode.entry(3));
                inner.setRollbackOnly();
              });
          nested.executeWithoutResult(inner -> node.journal.append(JournalNode.entry(4)));
        });

    assertThat(node.journal.read(0, 10))
        .extracting(Entry::data)
        .containsExactly("{\"n\":2}", "{\"n\":1}", "{\"n\":4}");
  }

  @Test
  void takesEntriesThatCommitHooksAppend() {
    node.transaction.executeWithoutResult(
        status -> {
          node.journal.append(JournalNode.entry(1));
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                  node.journal.append(JournalNode.entry(2));
                }
              });
        });
    assertThat(node.journal.read(0, 10)).extracting(Entry::seq).containsExactly(1L, 2L);
    assertHashesHold(node.journal.read(0, 10));
  }

  @Test
  void twoWritersAtOnceMakeOneWholeChain() throws Exception {
    try (JournalNode other = node.second();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> done = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        JournalNode mine = writer % 2 == 0 ? node : other;
        int size = writer < 2 ? 3 : 60;
        done.add(threads.submit(() -> writeThirty(mine, size)));
      }
      for (Future<?> one : done) {
        one.get();
      }
    }
    int written = 30 * (3 + 3 + 60 + 60);
    List<Entry> read = node.journal.read(0, written + 1);
    assertThat(read).extracting(Entry::seq).isEqualTo(seqs(written));
    assertThat(read).extracting(Entry::at).isSorted();
    assertHashesHold(read);
  }

  private static void writeThirty(JournalNode node, int size) {
    NewEntry[] batch =
        IntStream.range(0, size).mapToObj(JournalNode::entry).toArray(NewEntry[]::new);
    for (int i = 0; i < 30; i++) {
      boolean rollback = i % 10 == 9;
      if (rollback) {
        node.transaction.executeWithoutResult(
            status -> {
              node.journal.append(batch);
              status.setRollbackOnly();
            });
      }
      node.append(batch);
    }
  }

  @Test
  void findsTheHistoryOfOneThing() {
    UUID subject = UUID.randomUUID();
    for (int n = 0; n < 4; n++) {
      node.append(new NewEntry("test.touched", subject, null, Map.of("n", n)));
      node.append(JournalNode.entry(n));
    }
    assertThat(node.journal.history(subject, 3)).extracting(Entry::seq).containsExactly(7L, 5L, 3L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal.entry set data = '{}' where seq = 1",
        "delete from journal.entry where seq = 2",
        "truncate journal.entry",
        "delete from journal.head",
        "truncate journal.head",
        "update journal.head set seq = 1"
      })
  void theDatabaseRefusesToChangeThePast(String sql) {
    node.append(2);
    assertThatThrownBy(() -> node.template.update(sql))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageMatching("(?s).*(append-only|only moves forward).*is refused.*");
    assertThat(node.journal.read(0, 10)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "", "{\"a\":1", "{\"a\":\"\u0000\"}", "{\"a\":\"\ud800\"}", "{\n}"})
  void refusesDataThatWouldNotComeBackAsItIs(String data) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewEntry("test.kind", null, null, data));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NewEntry("Some kind", null, null, "{}"));
  }

  @Test
  void bulkWorkIsQuick() {
    long start = System.nanoTime();
    for (int batch = 0; batch < 45; batch++) {
      node.append(
          IntStream.range(0, 1_000)
              .mapToObj(
                  n ->
                      new NewEntry(
                          "grid.recordOpened",
                          new UUID(n, n),
                          null,
                          Map.of("kind", "project", "run", 12, "claims", 31)))
              .toArray(NewEntry[]::new));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println("45,000 entries in batches of 1,000: " + took.toMillis() + " ms");
    assertThat(node.journal.head()).isEqualTo(45_000);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  private TransactionTemplate template(int propagation) {
    TransactionTemplate template = new TransactionTemplate(node.transactions);
    template.setPropagationBehavior(propagation);
    return template;
  }

  private static List<Long> seqs(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  private void assertHashesHold(List<Entry> entries) {
    List<byte[]> stored =
        node.template.query(
            "select hash from journal.entry order by seq", (row, n) -> row.getBytes(1));
    ChainHash hash = new ChainHash();
    byte[] before = new byte[ChainHash.LENGTH];
    for (int i = 0; i < entries.size(); i++) {
      before = hash.of(before, i + 1, entries.get(i));
      assertThat(Arrays.equals(before, stored.get(i))).as("hash of entry %d", i + 1).isTrue();
    }
    assertThat(node.template.queryForObject("select hash from journal.head", byte[].class))
        .isEqualTo(before);
  }
}
