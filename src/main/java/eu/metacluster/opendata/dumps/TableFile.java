package eu.metacluster.opendata.dumps;

import java.io.IOException;

/** A file into which rows are written one after the other. */
interface TableFile extends AutoCloseable {

  /** Writes one row. */
  void add(Record row) throws IOException;

  /** Writes what is left and closes the file. */
  @Override
  void close() throws IOException;
}
