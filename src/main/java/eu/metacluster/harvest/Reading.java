package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** What a connector is given: where its findings, its bytes and its complaints go. */
public interface Reading {

  /**
   * Takes one finding. Programmes, calls and organisations come before the projects that name them.
   */
  void found(Finding finding);

  /** The source says that it no longer has the thing with this key. */
  void gone(RecordKind kind, String key);

  /**
   * What was found up to here is enough to go on from this place when the run is cut off; how the
   * place is written is the connector's matter.
   */
  void checkpoint(String place);

  /** Says that everything the source has was found in this run; what was not is missing now. */
  void whole();

  /** Takes one line for the log. May be called from any thread. */
  void problem(Problem problem);

  /**
   * Says how many steps there are to do, before the first of them is done. A step is about as much
   * work as reading one byte; handing out findings, which waits for the grid, takes steps, too.
   */
  void expects(long steps);

  /** Says that so many more of the expected steps are done. */
  void advanced(long steps);

  /**
   * A folder for what must lie on the disk while the payload is read. It is empty at first, this
   * reading's own, and gone with all that is in it when the reading has ended.
   */
  Path scratch() throws IOException;

  /**
   * Keeps a payload once.
   *
   * @return the snapshot's id; 0 when this reading keeps nothing
   */
  long keep(String name, String mediaType, Bytes bytes) throws IOException;

  /**
   * Keeps many small payloads at once.
   *
   * @return their ids in the same order
   */
  List<Long> keepAll(String mediaType, List<Small> payloads) throws IOException;

  /** A small payload that is whole in memory. */
  record Small(String name, byte[] bytes) {}

  /** Bytes that can be read more than once. */
  @FunctionalInterface
  interface Bytes {
    /** Opens them anew from the start; the caller closes. */
    InputStream open() throws IOException;
  }
}
