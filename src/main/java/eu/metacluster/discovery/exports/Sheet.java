package eu.metacluster.discovery.exports;

import eu.metacluster.discovery.search.Row;
import java.io.IOException;

/** A file into which records are written one after the other, while it is already sent. */
interface Sheet extends AutoCloseable {

  /** Writes one record. */
  void add(Row row) throws IOException;

  /** Writes what is left; the stream below stays open. */
  @Override
  void close() throws IOException;
}
