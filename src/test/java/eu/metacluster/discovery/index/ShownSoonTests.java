package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.metacluster.discovery.index.RealDocuments.Both;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the index is built, readers see it grow; what is shown at once is seen at once. */
class ShownSoonTests {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsSeenSoonOrAtOnce() throws IOException {
    List<Both> real = RealDocuments.of(3);
    try (GridIndex index = new GridIndex(folder, false)) {
      put(index, real.get(0));
      index.showSoon();
      await().atMost(Duration.ofSeconds(20)).until(() -> seen(index) == 1);
      put(index, real.get(1));
      index.showSoon();
      index.show();
      assertThat(seen(index)).isEqualTo(2);
      long before = index.generation();
      put(index, real.get(2));
      assertThat(seen(index)).as("nobody said to show it").isEqualTo(2);
      index.showSoon();
      await().atMost(Duration.ofSeconds(20)).until(() -> index.generation() > before);
      assertThat(seen(index)).isEqualTo(3);
    }
  }

  private static void put(GridIndex index, Both both) throws IOException {
    index.put(
        both.document().record().id(), IndexDocument.of(both.document(), both.projects()), false);
  }

  private static long seen(GridIndex index) {
    return index.read(view -> view.count(new MatchAllDocsQuery()));
  }
}
