package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.items.Item;
import java.io.IOException;
import java.io.OutputStream;

/** A further form of the whole set that is a file of each dump; contributed as a bean. */
public interface ExtraDump {

  /** The file's name, such as {@code records.nt.gz}. */
  String name();

  /** The media type of what is in it, such as {@code application/n-triples}. */
  String type();

  /**
   * Begins to write; closing the writer ends the file.
   *
   * @param out compresses when the name ends with {@code .gz}
   */
  Writer open(OutputStream out) throws IOException;

  /** Takes the live items one after the other. */
  interface Writer extends AutoCloseable {

    /** Writes one item. */
    void add(Item item) throws IOException;

    @Override
    void close() throws IOException;
  }
}
