package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Neighbours.Previous;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.document.Document;

/**
 * Keeps the documents of the index and lets them be asked: {@link GridIndex} in this process, or
 * {@link OpenSearchIndex} on a server. Documents and queries are those of Lucene, which both of
 * them are made of, so that what is kept and what is looked for is said in one place.
 *
 * <p>One thread writes; any number read. What was written is seen by readers after {@link #show},
 * and is there for good with the position in the journal that {@link #position} tells.
 */
interface Engine extends AutoCloseable {

  /** The seq of the last journal entry that is kept for good, 0 when there is nothing. */
  long position() throws IOException;

  /**
   * Whether another node writes the index that both share, and has come as far as this: then there
   * is nothing to write, and readers see it. Waits for it for a while.
   *
   * @throws IOException when it does not come so far, or this node has to begin anew to lead
   */
  default boolean written(long position) throws IOException {
    return false;
  }

  /** What the index holds of these records, as they were last written. */
  Map<UUID, Previous> previous(Collection<UUID> ids) throws IOException;

  /**
   * Writes a record's document.
   *
   * @param known whether there is one that it takes the place of
   */
  void put(UUID id, Document document, boolean known) throws IOException;

  /**
   * Writes the documents of different records, which are made for it, some beside others where that
   * helps.
   */
  default void put(List<Draft> drafts) throws IOException {
    for (Draft draft : drafts) {
      put(draft.record(), draft.making().document(), draft.known());
    }
  }

  /** Writes a record that has two documents, in the place of all that it had, see {@link Sight}. */
  void put(UUID id, List<Document> documents) throws IOException;

  void remove(UUID id) throws IOException;

  /** Makes everything written visible to those who read from now on. */
  void show();

  /**
   * As {@link #show}, but readers may see it some seconds later: each view of an index that is
   * being built costs as much as many documents.
   */
  default void showSoon() {
    show();
  }

  /** As {@link #show}, and opens it, so that nobody who reads waits for that. */
  default void showNow() {
    show();
    read(view -> true);
  }

  /** Everything up to this position was written: keeps it for good, now or soon. */
  void commitNowAndThen(long position) throws IOException;

  /**
   * As {@link #commitNowAndThen}, at once, and writes anew whatever holds documents that were
   * replaced, so that nothing of them is left.
   */
  void purge(long position) throws IOException;

  /** Empties the index; readers see it empty at once. */
  void empty() throws IOException;

  /** A number that changes whenever readers see something else. */
  long generation();

  /** How a document is made, on any thread. */
  interface Making {
    Document document() throws IOException;
  }

  /**
   * A record's document that is yet to be made.
   *
   * @param known whether there is one that it takes the place of
   */
  record Draft(UUID record, Making making, boolean known) {}

  /** What is done with a view of the index. */
  interface Reading<T> {
    T with(View view) throws IOException;
  }

  /** Reads the newest shown state. */
  <T> T read(Reading<T> reading);

  @Override
  void close() throws IOException;
}
