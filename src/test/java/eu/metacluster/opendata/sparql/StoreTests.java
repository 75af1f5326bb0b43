package eu.metacluster.opendata.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.FollowerState;
import eu.metacluster.journal.Followers;
import eu.metacluster.journal.Journal;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.opendata.rdf.RecordGraph;
import eu.metacluster.support.ProductTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecutionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The store can be thrown away in every way and comes back. */
@ProductTest
@Import(OpenGrid.class)
class StoreTests {

  @Autowired OpenGrid grid;
  @Autowired Followers followers;
  @Autowired Journal journal;
  @Autowired Items items;
  @Autowired Descriptions descriptions;
  @Autowired RecordGraph graph;
  @Autowired Publisher publisher;
  @Autowired TripleStore store;

  private final String word = "stored" + OpenGrid.number();

  @Test
  void itIsOneOfTheFollowersAndIsBuiltAgainWhenAsked() {
    GridRecord project = grid.project(word, "In the store " + word);
    assertThat(knows(store, project)).isTrue();
    assertThat(followers.states())
        .filteredOn(state -> state.name().equals("opendata.sparql"))
        .allMatch(state -> state.error() == null && !state.shared())
        .extracting(FollowerState::lag)
        .containsExactly(0L);

    store.empty();
    assertThat(knows(store, project)).isFalse();
    followers.reset("opendata.sparql", null);
    grid.settle();

    assertThat(knows(store, project)).isTrue();
  }

  @Test
  void itsFolderMayBeDeleted(@TempDir Path data) throws IOException {
    GridRecord project = grid.project(word, "In the folder " + word);
    GridRecord gone = grid.project("X" + word, "Not in the folder " + word);
    grid.withdraw(gone);

    TripleStore first = new TripleStore(data);
    StoreKeeper keeper = keeper(first);
    assertThat(keeper.position()).isZero();
    keeper.follow(entries());
    assertThat(knows(first, project)).isTrue();
    assertThat(knows(first, gone)).isFalse();
    long size = triples(first);
    assertThat(keeper.position()).isPositive();
    first.close();

    delete(data.resolve("sparql"));
    TripleStore second = new TripleStore(data);
    StoreKeeper again = keeper(second);
    assertThat(again.position()).isZero();
    again.follow(entries());
    assertThat(knows(second, project)).isTrue();
    assertThat(triples(second)).isEqualTo(size);
    second.close();
  }

  private StoreKeeper keeper(TripleStore of) {
    return new StoreKeeper(of, items, descriptions, graph, publisher, followers);
  }

  private List<Entry> entries() {
    return journal.read(journal.head() - 1, 1);
  }

  private boolean knows(TripleStore of, GridRecord record) {
    String ask = "ASK { <" + graph.name(record.id()) + "> ?p ?o }";
    return of.read(
        dataset -> {
          try (var asked = QueryExecutionFactory.create(ask, dataset)) {
            return asked.execAsk();
          }
        });
  }

  private static long triples(TripleStore of) {
    return of.read(dataset -> dataset.getDefaultModel().size());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
