package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The network as a connector sees it: polite to each host, limited in time and size, closed to
 * private addresses, and with a memory of what the source said earlier.
 */
public interface Remote {

  /** The source's own address. */
  URI address();

  /** What is set for the source under this name; what is usual when nothing is set. */
  String setting(String name);

  /** When the run began. */
  Instant startedAt();

  /**
   * Gets an address. Waits for its turn at the host, follows redirects, and repeats what a server
   * asks to repeat.
   *
   * @throws FetchException when no usable answer came
   */
  Answer get(URI address) throws IOException;

  /**
   * Gets the one answer that is all there is to read, unless it is as it was when the source was
   * last read. Then it is empty, nothing is to be found or kept, and all that was stated is
   * confirmed when the reading ends.
   *
   * @throws FetchException when no usable answer came
   */
  Optional<Answer> fresh(URI address) throws IOException;

  /**
   * Sends a body and gets the answer, with the same care.
   *
   * @param mediaType of the body
   */
  Answer post(URI address, String mediaType, byte[] body) throws IOException;

  /**
   * Keeps an answer as a snapshot.
   *
   * @return its id, for the places of findings; 0 when this run keeps nothing
   */
  long keep(Answer answer) throws IOException;

  /**
   * Visits pages that each state things of their own, several hosts at once. A page that is as it
   * was at the last visit is not read again: what it stated is confirmed. A page that does not
   * answer is a line in the log; one that answers 404 or 410 has ended what it stated.
   */
  void visit(Iterable<URI> pages, PageReader reader) throws IOException;

  /** What the last complete run wrote down under this name. */
  Optional<String> remembered(String name);

  /** Writes something down for the next run; it holds when this run has ended well. */
  void remember(String name, String value);

  /** Where this run had come to when it was cut off; empty when it begins. */
  Optional<String> resumesAt();

  /** Reads one page. */
  @FunctionalInterface
  interface PageReader {

    /**
     * The things that the page states. Called from one thread at a time.
     *
     * @param snapshot id of the page's snapshot
     */
    List<Finding> read(Answer page, long snapshot) throws IOException;
  }
}
