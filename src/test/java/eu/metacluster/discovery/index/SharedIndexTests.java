package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.support.OpenSearchProcess;
import eu.metacluster.support.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two nodes share one index on a server: one writes it, the other goes on when that one ends. */
class SharedIndexTests {

  private final String name = "shared-" + UUID.randomUUID();
  private final TestDatabase.Url database = TestDatabase.fresh();
  private OpenSearchIndex left;
  private OpenSearchIndex right;
  private List<Both> real;

  @BeforeEach
  void two() throws IOException {
    left = node();
    right = node();
    real = RealDocuments.of(4);
    assertThat(left.position()).isZero();
  }

  private OpenSearchIndex node() {
    DriverManagerDataSource source =
        new DriverManagerDataSource(database.jdbc(), database.user(), database.password());
    return new OpenSearchIndex(
        new OpenSearchServer(OpenSearchProcess.shared().address()),
        name,
        new Lead(source, name),
        () -> "");
  }

  @AfterEach
  void gone() throws IOException {
    left.close();
    right.position();
    right.empty();
    right.close();
  }

  private void write(OpenSearchIndex node, long position) throws IOException {
    assertThat(node.written(position)).isFalse();
    for (Both both : real) {
      node.put(
          both.document().record().id(), IndexDocument.of(both.document(), both.projects()), true);
    }
    node.show();
    node.commitNowAndThen(position);
  }

  private long found(OpenSearchIndex node) {
    return new IndexSearch(node, Nearest.NONE).find(GridQuery.EVERYTHING).total();
  }

  @Test
  void theOtherWaitsForTheOneThatWritesAndSeesTheSame() throws Exception {
    CompletableFuture<Boolean> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return right.position() == 0 && right.written(7);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    long before = right.generation();
    Thread.sleep(200);
    assertThat(waiting).isNotDone();
    write(left, 7);
    assertThat(waiting.get(10, TimeUnit.SECONDS)).as("it was written by the other").isTrue();
    assertThat(right.generation()).as("its pages are made anew").isGreaterThan(before);
    assertThat(found(right)).isEqualTo(real.size()).isEqualTo(found(left));
  }

  @Test
  void whenTheOneThatWritesEndsTheOtherGoesOn() throws IOException {
    assertThat(right.position()).isZero();
    write(left, 7);
    assertThat(right.written(7)).isTrue();
    left.close();
    write(right, 9);
    assertThat(right.position()).isEqualTo(9);
    assertThat(found(right)).isEqualTo(real.size());
  }

  @Test
  void whoTakesOverAnIndexThatIsBeingBuiltAgainBeginsWhereItIs() throws IOException {
    assertThat(right.position()).isZero();
    write(left, 7);
    assertThat(right.written(7)).isTrue();
    right.empty();
    assertThat(found(right)).as("only the one that writes empties it").isEqualTo(real.size());
    assertThat(right.position()).isEqualTo(7);
    left.empty();
    left.close();
    assertThatThrownBy(() -> right.written(9)).isInstanceOf(IOException.class);
    assertThat(right.position()).as("everything comes again").isZero();
    write(right, 9);
    assertThat(found(right)).isEqualTo(real.size());
  }
}
