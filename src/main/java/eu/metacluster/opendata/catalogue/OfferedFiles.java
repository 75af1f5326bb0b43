package eu.metacluster.opendata.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that can be taken along, for the catalogue to list. Whoever makes files is a bean of
 * it.
 */
public interface OfferedFiles {

  /** The newest files. */
  List<File> newest();

  /** Sets of files that are kept as they were, the newest first. */
  List<Snapshot> kept();

  /**
   * A file.
   *
   * @param kind word of the kind of records it holds, null for all
   * @param path from the root of the site
   * @param ending such as {@code csv} or {@code jsonl.gz}
   * @param sha256 in hexadecimal digits
   */
  record File(
      @Nullable String kind,
      String path,
      String ending,
      long bytes,
      @Nullable String sha256,
      Instant made) {}

  /** Files as they were on one day. */
  record Snapshot(LocalDate day, List<File> files) {}
}
