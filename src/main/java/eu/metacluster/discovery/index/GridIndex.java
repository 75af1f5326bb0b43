package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Neighbours.Previous;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index in this process, and its files. A written document is seen by readers after {@link
 * #show}, and is safe on the disk after {@link #commit}, which also keeps the position in the
 * journal.
 */
final class GridIndex implements Engine {

  private static final Logger LOG = LoggerFactory.getLogger(GridIndex.class);

  /**
   * What was written since is read from the journal again when the process ends all of a sudden.
   */
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(30);

  /** While much is written; each time leaves small pieces, which are merged afterwards. */
  private static final Duration SHOW_EVERY = Duration.ofSeconds(10);

  private static final int COMMIT_AFTER = 250_000;

  /** More are not remembered as written and not shown: they are shown instead. */
  private static final int MOST_UNSHOWN = 250_000;

  private final IndexFiles files;
  private final IndexWriter writer;
  private final WriterThreads threads = new WriterThreads();
  private final SearcherManager searchers;
  private final AtomicLong generation = new AtomicLong();

  /** The generation that readers see at least. */
  private final AtomicLong shown = new AtomicLong();

  /** What the writing thread has written since it last made sure that readers see it. */
  private final Set<UUID> unshown = new HashSet<>();

  private long committed;
  private int uncommitted;
  private long lastCommit = System.nanoTime();
  private volatile long lastShow = System.nanoTime();

  /** Whether something was written that is yet to be shown. */
  private volatile boolean unseen;

  /** Whether somebody shows what is due. */
  private final AtomicBoolean opening = new AtomicBoolean();

  /** Whether something was written beyond the position that was told last. */
  private volatile boolean unfinished;

  GridIndex(Path folder, boolean retry) throws IOException {
    SegmentMemory segments = new SegmentMemory();
    files = IndexFiles.open(folder, retry, segments);
    writer = files.writer();
    searchers = new SearcherManager(writer, new Factory(segments));
    committed = files.position();
  }

  private static final class Factory extends SearcherFactory {
    private final SegmentMemory segments;

    Factory(SegmentMemory segments) {
      this.segments = segments;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      return new FacetSearcher(reader, segments);
    }
  }

  @Override
  public synchronized long position() {
    return committed;
  }

  @Override
  public Map<UUID, Previous> previous(Collection<UUID> ids) throws IOException {
    if (unshown.size() > MOST_UNSHOWN || !Collections.disjoint(unshown, ids)) {
      take();
      unshown.clear();
    }
    return readAsItIs(searcher -> PreviousDocuments.of(searcher, ids));
  }

  @Override
  public void put(UUID id, Document document, boolean known) throws IOException {
    write(id, document, known);
    written(id);
  }

  private void write(UUID id, Document document, boolean known) throws IOException {
    if (known) {
      writer.updateDocument(IndexFields.id(id), document);
    } else {
      writer.addDocument(document);
    }
  }

  @Override
  public void put(List<Draft> drafts) throws IOException {
    drafts.forEach(draft -> written(draft.record())); // before: some are there if another fails
    threads.each(
        drafts.size(),
        i -> {
          Draft draft = drafts.get(i);
          write(draft.record(), draft.making().document(), draft.known());
        });
  }

  @Override
  public void put(UUID id, List<Document> documents) throws IOException {
    writer.updateDocuments(IndexFields.id(id), documents);
    written(id);
  }

  @Override
  public void remove(UUID id) throws IOException {
    writer.deleteDocuments(IndexFields.id(id));
    written(id);
  }

  private void written(UUID id) {
    unshown.add(id);
    uncommitted++;
    unfinished = true;
  }

  /** {@inheritDoc} The next reader takes it in. */
  @Override
  public void show() {
    unseen = false;
    lastShow = System.nanoTime();
    generation.incrementAndGet();
  }

  /**
   * {@inheritDoc} It is taken in when somebody reads: nobody does while nobody reads, which spares
   * the index many small pieces.
   */
  @Override
  public void showSoon() {
    unseen = true;
  }

  /** Nobody who reads waits until a large piece of an index that is being built is opened. */
  private void showWhatIsDue() {
    boolean due = unseen && System.nanoTime() - lastShow > SHOW_EVERY.toNanos();
    if (due && opening.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("index-view").start(this::showBeside);
    }
  }

  private void showBeside() {
    try {
      take();
    } catch (AlreadyClosedException e) {
      LOG.debug("The search index was closed before what was written could be shown", e);
    } catch (IOException e) {
      unseen = true;
      LOG.warn("What was written to the search index cannot be shown and is tried again", e);
    } finally {
      opening.set(false);
    }
  }

  @Override
  public void showNow() {
    try {
      take();
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  /** Opens everything that is written; who reads meanwhile reads what was shown before. */
  private void take() throws IOException {
    unseen = false;
    lastShow = System.nanoTime();
    long before = generation.get();
    searchers.maybeRefreshBlocking();
    if (generation.compareAndSet(before, before + 1)) { // else the next who reads looks again
      shown.accumulateAndGet(before + 1, Math::max);
    }
  }

  private void refresh() throws IOException {
    showWhatIsDue();
    long wanted = generation.get();
    if (shown.get() < wanted) {
      searchers.maybeRefreshBlocking();
      shown.accumulateAndGet(wanted, Math::max);
    }
  }

  /** Commits with this position when enough has gathered or time has passed. */
  @Override
  public void commitNowAndThen(long position) throws IOException {
    remember(position);
    boolean due = System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos();
    if (due || uncommitted >= COMMIT_AFTER) {
      commit(position);
    }
  }

  private void remember(long position) {
    files.remember(position);
    unfinished = false;
  }

  private synchronized void commit(long position) throws IOException {
    writer.commit();
    committed = position;
    uncommitted = 0;
    lastCommit = System.nanoTime();
  }

  @Override
  public void purge(long position) throws IOException {
    remember(position);
    writer.commit();
    writer.forceMergeDeletes(true);
    commit(position);
    show();
    refresh();
    writer.deleteUnusedFiles();
  }

  @Override
  public void empty() throws IOException {
    writer.deleteAll();
    remember(0);
    commit(0);
    show();
  }

  @Override
  public long generation() {
    showWhatIsDue();
    return generation.get();
  }

  @Override
  public <T> T read(Reading<T> reading) {
    try {
      refresh();
      return readAsItIs(searcher -> reading.with(new LuceneView(searcher)));
    } catch (IOException e) {
      throw new UncheckedIOException("the search index cannot be read", e);
    }
  }

  private interface AtThisMoment<T> {
    T with(FacetSearcher searcher) throws IOException;
  }

  private <T> T readAsItIs(AtThisMoment<T> reading) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return reading.with((FacetSearcher) searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /**
   * Commits what is left and closes the files. Of what was written in part nothing is left: it is
   * read from the journal again.
   */
  @Override
  public void close() throws IOException {
    threads.close();
    searchers.close();
    if (unfinished) {
      writer.rollback();
    } else {
      writer.close();
    }
    files.directory().close();
  }
}
