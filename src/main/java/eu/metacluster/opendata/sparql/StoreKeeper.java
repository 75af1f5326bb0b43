package eu.metacluster.opendata.sparql;

import eu.metacluster.opendata.described.Described;
import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.ItemView;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.opendata.rdf.RecordGraph;
import eu.metacluster.opendata.sparql.TripleStore.Told;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Keeps this node's store of triples in step with the items. It asks for what has a higher position
 * than what it holds, once a second and whenever this node has written items.
 */
@Component
class StoreKeeper implements SmartLifecycle, ItemView {

  private static final Logger LOG = LoggerFactory.getLogger(StoreKeeper.class);
  private static final int PIECE = 500;
  private static final long PAUSE_SECONDS = 1;
  private static final long PAUSE_AFTER_FAULT_SECONDS = 20;
  private static final int COMPACT_AFTER = 20_000;

  private final TripleStore store;
  private final Items items;
  private final Descriptions descriptions;
  private final RecordGraph graph;
  private final Publisher publisher;
  private final boolean serving;
  private final Semaphore bell = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private int replaced;

  StoreKeeper(
      TripleStore store,
      Items items,
      Descriptions descriptions,
      RecordGraph graph,
      Publisher publisher,
      Environment environment) {
    this.store = store;
    this.items = items;
    this.descriptions = descriptions;
    this.graph = graph;
    this.publisher = publisher;
    this.serving = environment.acceptsProfiles(Profiles.of("!command"));
  }

  /** Items were written here; they will be committed in a moment. */
  @Override
  public void catchUp() {
    bell.release();
  }

  private void keep() {
    while (thread == Thread.currentThread()) {
      try {
        step();
        bell.tryAcquire(PAUSE_SECONDS, TimeUnit.SECONDS);
        bell.drainPermits();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (thread != Thread.currentThread()) {
          return;
        }
        LOG.error("The store of triples could not take in what changed", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_AFTER_FAULT_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void step() {
    long head = items.position();
    if (head == 0) {
      return;
    }
    long position = store.position(publisher.address(""));
    if (position < 0 || position > head) {
      LOG.info("The store of triples belongs to another site or database and is built again");
      store.empty();
      position = 0;
    }
    while (position < head && thread == Thread.currentThread()) {
      position = piece(position);
    }
    if (replaced > COMPACT_AFTER) {
      replaced = 0;
      store.compact();
    }
  }

  private long piece(long position) {
    List<Item> changed = items.since(position, PIECE);
    if (changed.isEmpty()) {
      return Long.MAX_VALUE;
    }
    Model sources = RecordGraph.model();
    items.sources().stream()
        .map(s -> new Described.Source(s.id(), s.name(), s.licence(), s.attribution()))
        .forEach(source -> graph.source(sources, source));
    long reached = changed.getLast().position();
    store.write(
        changed.stream().map(this::told).toList(),
        sources.getGraph(),
        publisher.address(""),
        reached);
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
    if (serving) {
      Thread started = Thread.ofPlatform().name("sparql-store").daemon().unstarted(this::keep);
      thread = started;
      started.start();
    }
  }

  @Override
  public void stop() {
    Thread running = thread;
    thread = null;
    bell.release();
    if (running != null) {
      try {
        running.join(TimeUnit.SECONDS.toMillis(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
