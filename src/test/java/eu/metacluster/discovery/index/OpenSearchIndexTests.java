package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may happen to an index that lies somewhere else. */
class OpenSearchIndexTests {

  private final String name = "kept-" + UUID.randomUUID();
  private OpenSearchServer server;
  private OpenSearchIndex index;
  private GridSearch search;
  private List<Both> real;

  @BeforeEach
  void open() throws IOException {
    server = new OpenSearchServer(OpenSearchProcess.shared().address());
    index = new OpenSearchIndex(server, name);
    search = new IndexSearch(index, Nearest.NONE);
    real = RealDocuments.of(4);
    assertThat(index.position()).isZero();
    write(7);
  }

  @AfterEach
  void close() throws IOException {
    index.empty();
    index.close();
  }

  private void write(long position) throws IOException {
    for (Both both : real) {
      index.put(
          both.document().record().id(), IndexDocument.of(both.document(), both.projects()), true);
    }
    index.show();
    index.commitNowAndThen(position);
  }

  private long found() {
    return search.find(GridQuery.EVERYTHING).total();
  }

  @Test
  void whatIsWrittenIsFoundAtOnceAndThePositionStays() throws IOException {
    assertThat(found()).isEqualTo(real.size());
    assertThat(index.position()).isEqualTo(7);
    try (OpenSearchIndex again =
        new OpenSearchIndex(new OpenSearchServer(OpenSearchProcess.shared().address()), name)) {
      assertThat(again.position()).as("of a product that starts again").isEqualTo(7);
      assertThat(new IndexSearch(again, Nearest.NONE).find(GridQuery.EVERYTHING).total())
          .isEqualTo(real.size());
    }
    UUID one = real.getFirst().document().record().id();
    assertThat(index.previous(List.of(one)).get(one))
        .satisfies(before -> assertThat(before.found()).isTrue())
        .satisfies(before -> assertThat(before.partners()).isNotEmpty());
    index.remove(one);
    index.show();
    index.commitNowAndThen(8);
    assertThat(found()).isEqualTo(real.size() - 1);
  }

  @Test
  void nothingIsLeftOfWhatWasReplacedWhenItMustGo() throws IOException {
    write(8);
    assertThat(found()).isEqualTo(real.size());
    assertThat(replaced()).isPositive();
    index.purge(9);
    await().atMost(Duration.ofSeconds(80)).until(() -> replaced() == 0);
    assertThat(found()).isEqualTo(real.size());
    assertThat(index.position()).isEqualTo(9);
  }

  private long replaced() throws IOException {
    return server
        .ask("GET", "/" + name + "/_stats/docs", null)
        .path("_all")
        .path("primaries")
        .path("docs")
        .path("deleted")
        .asLong();
  }

  @Test
  void anIndexThatSomebodyThrewAwayIsBuiltAgain() throws IOException {
    for (String whole : server.ask("GET", "/_alias/" + name, null).propertyNames()) {
      server.ask("DELETE", "/" + whole, null);
    }
    assertThat(found()).as("nothing, and no fault").isZero();
    assertThat(search.suggest("a", 5)).isEmpty();
    assertThatThrownBy(() -> write(9)).isInstanceOf(IOException.class);
    assertThat(index.position()).as("from the start").isZero();
    write(9);
    assertThat(found()).isEqualTo(real.size());
  }

  @Test
  void anIndexOfAnotherFormatIsBuiltAgain() throws IOException {
    server.ask("PUT", "/" + name + "/_mapping", Map.of("_meta", Map.of("format", "0")));
    assertThat(index.position()).isZero();
    assertThat(found()).isZero();
  }

  @Test
  void aRecordOfWhichSomethingIsKeptBackHasTwoDocuments() throws IOException {
    var document = real.getFirst().document();
    UUID id = document.record().id();
    index.put(id, IndexDocument.apart(document, List.of(), document, List.of()));
    index.show();
    index.commitNowAndThen(8);
    assertThat(found()).isEqualTo(real.size());
    assertThat(search.open().find(GridQuery.EVERYTHING).total()).isEqualTo(real.size());
    index.put(id, IndexDocument.apart(document, List.of(), null, List.of()));
    index.show();
    index.commitNowAndThen(9);
    assertThat(found()).isEqualTo(real.size());
    assertThat(search.open().find(GridQuery.EVERYTHING).total()).isEqualTo(real.size() - 1);
  }

  @Test
  void aServerThatIsNotThereIsSaidInASentence() throws IOException {
    try (OpenSearchIndex nowhere =
        new OpenSearchIndex(new OpenSearchServer("http://127.0.0.1:1"), name)) {
      assertThatThrownBy(() -> new IndexSearch(nowhere, Nearest.NONE).find(GridQuery.EVERYTHING))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AWAY));
      assertThatThrownBy(nowhere::position).isInstanceOf(OpenSearchServer.Away.class);
    }
    assertThatThrownBy(() -> new OpenSearchServer("not an address"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
