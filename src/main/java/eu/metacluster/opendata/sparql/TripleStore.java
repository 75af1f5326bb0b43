package eu.metacluster.opendata.sparql;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.params.StoreParams;
import org.apache.jena.tdb2.params.StoreParamsBuilder;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The RDF of all public records on this node's disk. It is opened when it is first needed, holds
 * nothing that is not in the items, and may be deleted: it is then built again.
 */
@Component
class TripleStore {

  /** Names are cached by the hundred thousand by default, which is more heap than we have. */
  private static final StoreParams SMALL =
      StoreParamsBuilder.create("metacluster")
          .node2NodeIdCacheSize(20_000)
          .nodeId2NodeCacheSize(40_000)
          .nodeMissCacheSize(1_000)
          .build();

  private static final Node STATE = NodeFactory.createURI("urn:metacluster:store");
  private static final Node POSITION = NodeFactory.createURI("urn:metacluster:position");
  private static final Node FOLLOWED = NodeFactory.createURI("urn:metacluster:followed");
  private static final Node ADDRESS = NodeFactory.createURI("urn:metacluster:address");

  private final Path folder;
  private @Nullable DatasetGraph opened;

  TripleStore(@Value("${metacluster.data}") Path data) {
    this.folder = data.resolve("sparql");
  }

  private synchronized DatasetGraph graph() {
    DatasetGraph store = opened;
    if (store == null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("there is no place for the store of triples", e);
      }
      store = DatabaseMgr.connectDatasetGraph(Location.create(folder), SMALL);
      opened = store;
    }
    return store;
  }

  /** Asks the store; what is asked sees it as it is at this moment. */
  <T> T read(Function<Dataset, T> question) {
    Dataset dataset = DatasetFactory.wrap(graph());
    dataset.begin(ReadWrite.READ);
    try {
      return question.apply(dataset);
    } finally {
      dataset.end();
    }
  }

  /** Up to which item the store goes, under which address; -1 when it is of another site. */
  long position(String address) {
    return Txn.calculateRead(
        graph(),
        () -> {
          Graph triples = graph().getDefaultGraph();
          String known = state(triples, ADDRESS);
          String position = state(triples, POSITION);
          if (known == null || position == null) {
            return 0L;
          }
          return known.equals(address) ? Long.parseLong(position) : -1L;
        });
  }

  /** The seq of the last journal entry that this holds, 0 when it is of another site or empty. */
  long followed(String address) {
    return Txn.calculateRead(
        graph(),
        () -> {
          Graph triples = graph().getDefaultGraph();
          String followed = state(triples, FOLLOWED);
          return followed == null || !address.equals(state(triples, ADDRESS))
              ? 0L
              : Long.parseLong(followed);
        });
  }

  private static @Nullable String state(Graph triples, Node property) {
    List<Triple> found = triples.find(STATE, property, Node.ANY).toList();
    return found.isEmpty() ? null : found.getFirst().getObject().getLiteralLexicalForm();
  }

  /** A record with what is to be told of it, which is nothing when it is gone. */
  record Told(String name, Graph triples) {}

  /**
   * How far the store goes.
   *
   * @param address of the site whose records these are
   * @param position of the last item
   * @param followed the seq of the last journal entry whose changes are all here
   */
  record Reached(String address, long position, long followed) {}

  /** Puts these records in the place of what was told of them before. */
  void write(List<Told> records, Graph sources, Reached reached) {
    Txn.executeWrite(
        graph(),
        () -> {
          Graph triples = graph().getDefaultGraph();
          for (Told record : records) {
            remove(triples, record.name());
            record.triples().find().forEachRemaining(triples::add);
          }
          sources
              .find()
              .mapWith(Triple::getSubject)
              .toSet()
              .forEach(source -> triples.remove(source, Node.ANY, Node.ANY));
          sources.find().forEachRemaining(triples::add);
          triples.remove(STATE, Node.ANY, Node.ANY);
          triples.add(STATE, POSITION, number(reached.position()));
          triples.add(STATE, FOLLOWED, number(reached.followed()));
          triples.add(STATE, ADDRESS, NodeFactory.createLiteralString(reached.address()));
        });
  }

  private static Node number(long value) {
    return NodeFactory.createLiteralString(Long.toString(value));
  }

  /** Removes a record with the things that belong to it, whose names begin with its own. */
  private static void remove(Graph triples, String name) {
    Node record = NodeFactory.createURI(name);
    List<Node> all = new ArrayList<>(List.of(record));
    triples
        .find(record, Node.ANY, Node.ANY)
        .forEachRemaining(
            triple -> {
              Node object = triple.getObject();
              if (object.isURI() && object.getURI().startsWith(name + "#")) {
                all.add(object);
              }
            });
    all.forEach(each -> triples.remove(each, Node.ANY, Node.ANY));
  }

  /** Throws everything away. */
  synchronized void empty() {
    close();
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the store of triples cannot be emptied", e);
    }
  }

  /** Gives back the room of what was replaced; each change leaves its old pages behind. */
  void compact() {
    DatabaseMgr.compact(graph(), true);
  }

  /** Bytes on the disk. */
  long size() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  @PreDestroy
  synchronized void close() {
    DatasetGraph store = opened;
    opened = null;
    if (store != null) {
      TDBInternal.expel(store, true);
    }
  }
}
