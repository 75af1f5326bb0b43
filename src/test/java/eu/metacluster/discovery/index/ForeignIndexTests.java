package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.discovery.index.OpenSearchServer.Away;
import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two installations, each with a journal of its own, name the same index on one server. */
class ForeignIndexTests {

  private final String name = "foreign-" + UUID.randomUUID();
  private String here = "here";
  private final OpenSearchServer server =
      new OpenSearchServer(OpenSearchProcess.shared().address());
  private final OpenSearchIndex left = installation(() -> here);
  private final OpenSearchIndex right = installation(() -> "there");
  private List<Both> real = List.of();

  private OpenSearchIndex installation(Supplier<String> self) {
    OpenSearchServer own = new OpenSearchServer(OpenSearchProcess.shared().address());
    return new OpenSearchIndex(own, name, Lead.ALONE, self);
  }

  @BeforeEach
  void documents() throws IOException {
    real = RealDocuments.of(4);
  }

  @AfterEach
  void gone() throws IOException {
    deleted();
    left.close();
    right.close();
    server.close();
  }

  private void deleted() throws IOException {
    for (String whole : server.ask("GET", "/_alias/" + name, null).propertyNames()) {
      server.ask("DELETE", "/" + whole, null);
    }
  }

  private void write(OpenSearchIndex index, long position) throws IOException {
    assertThat(index.written(position)).isFalse();
    for (Both both : real) {
      index.put(
          both.document().record().id(), IndexDocument.of(both.document(), both.projects()), true);
    }
    index.show();
    index.commitNowAndThen(position);
  }

  private static long found(OpenSearchIndex index) {
    return new IndexSearch(index, Nearest.NONE).find(GridQuery.EVERYTHING).total();
  }

  private void rightIsRefused() {
    assertThatThrownBy(right::position)
        .isInstanceOf(Away.class)
        .hasMessageContainingAll(name, "metacluster.search.opensearch-index");
    assertThatThrownBy(() -> right.written(9)).isInstanceOf(Away.class);
    assertThatThrownBy(right::empty).isInstanceOf(Away.class);
    assertThatThrownBy(() -> found(right))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.AWAY));
  }

  @Test
  void anothersIndexIsNeitherShownNorWrittenNorThrownAway() throws IOException {
    assertThat(left.position()).isZero();
    write(left, 7);
    rightIsRefused();
    assertThat(left.position()).as("as it was left").isEqualTo(7);
    assertThat(found(left)).isEqualTo(real.size());
    write(left, 8);
    OpenSearchIndex again = installation(() -> here);
    assertThat(again.position()).as("of the same installation that starts again").isEqualTo(8);
    again.close();
  }

  @Test
  void anothersIndexOfAnotherFormatIsNotBuiltAgain() throws IOException {
    assertThat(left.position()).isZero();
    write(left, 7);
    server.ask(
        "PUT", "/" + name + "/_mapping", Map.of("_meta", Map.of("format", "0", "owner", here)));
    rightIsRefused();
    assertThat(found(left)).isEqualTo(real.size());
  }

  @Test
  void whenTheOtherIndexIsGoneItIsBuilt() throws IOException {
    assertThat(left.position()).isZero();
    write(left, 7);
    rightIsRefused();
    deleted();
    assertThat(right.position()).isZero();
    write(right, 3);
    assertThat(found(right)).isEqualTo(real.size());
    assertThatThrownBy(() -> left.written(9)).isInstanceOf(Away.class);
  }

  @Test
  void anIndexFromBeforeAnythingHappenedBelongsToWhoWritesItFirst() throws IOException {
    here = "";
    assertThat(left.position()).isZero();
    here = "here";
    write(left, 7);
    rightIsRefused();
    assertThat(left.position()).isEqualTo(7);
  }
}
