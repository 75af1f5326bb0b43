package eu.metacluster.opendata.sparql;

import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Followers;
import eu.metacluster.journal.LocalFollower;
import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.opendata.rdf.RecordGraph;
import eu.metacluster.opendata.sparql.TripleStore.Reached;
import eu.metacluster.opendata.sparql.TripleStore.Told;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's store of triples in step with the journal. What an entry changes stands in the
 * items as soon as their follower has taken it in, so this one waits for that and then asks for the
 * items that have a higher position than what the store holds.
 */
@Component
class StoreKeeper implements LocalFollower, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);
  private static final String ITEMS = "opendata.items";
  private static final int PIECE = 500;
  private static final long LOOK_MILLIS = 20;
  private static final int COMPACT_AFTER = 20_000;

  /** A person was struck from a record: the old words may not lie on the disk any longer. */
  private static final String REWORDED = "grid.record-reworded";

  private final TripleStore store;
  private final Items items;
  private final Descriptions descriptions;
  private final RecordGraph graph;
  private final Publisher publisher;
  private final Followers followers;
  private volatile boolean started;
  private volatile boolean stopping;
  private int replaced;

  StoreKeeper(
      TripleStore store,
      Items items,
      Descriptions descriptions,
      RecordGraph graph,
      Publisher publisher,
      Followers followers) {
    this.store = store;
    this.items = items;
    this.descriptions = descriptions;
    this.graph = graph;
    this.publisher = publisher;
    this.followers = followers;
  }

  @Override
  public String name() {
    return "opendata.sparql";
  }

  @Override
  public long position() {
    return store.followed(publisher.address(""));
  }

  @Override
  public void follow(List<Entry> entries) {
    long seq = entries.getLast().seq();
    awaitItems(seq);
    takeIn(seq);
    if (entries.stream().anyMatch(entry -> entry.kind().equals(REWORDED))) {
      replaced = 0;
      store.compact();
    }
  }

  @Override
  public void forget() {
    store.empty();
  }

  /** Waits for the items, however long they take. */
  private void awaitItems(long seq) {
    while (followers.position(ITEMS) < seq) {
      if (stopping) {
        throw new CancellationException("the store of triples is being stopped");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the store of triples was interrupted");
      }
    }
  }

  private void takeIn(long seq) {
    long head = items.position();
    items.notice(head);
    long position = store.position(publisher.address(""));
    if (position < 0 || position > head) {
      LOG.info("The store of triples belongs to another site or database and is built again");
      store.empty();
      position = 0;
    }
    while (position < head) {
      if (stopping) {
        throw new CancellationException("the store of triples is being stopped");
      }
      position = piece(position, head, seq);
    }
    if (replaced > COMPACT_AFTER) {
      replaced = 0;
      store.compact();
    }
  }

  private long piece(long position, long head, long seq) {
    List<Item> changed = items.since(position, PIECE);
    if (changed.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Model sources = RecordGraph.model();
    items.sources().stream()
        .map(s -> new Described.Source(s.id(), s.name(), s.licence(), s.attribution()))
        .forEach(source -> graph.source(sources, source));
    long reached = changed.getLast().position();
    String address = publisher.address("");
    long followed = reached >= head ? seq : store.followed(address);
    store.write(
        changed.stream().map(this::told).toList(),
        sources.getGraph(),
        new Reached(address, reached, followed));
    replaced += changed.size();
    return reached;
  }

  private Told told(Item item) {
    Graph triples =
        item.deleted()
            ? RecordGraph.model().getGraph()
            : graph.of(descriptions.of(item), false).getGraph();
    return new Told(graph.name(item.record()), triples);
  }

  @Override
  public void start() {
    stopping = false;
    started = true;
  }

  /** Ends what is under way; whoever runs the followers is stopped after this. */
  @Override
  public void stop() {
    stopping = true;
    started = false;
  }

  @Override
  public boolean isRunning() {
    return started;
  }
}
