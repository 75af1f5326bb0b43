package eu.metacluster.opendata.dumps;

import java.time.Instant;
import java.util.List;

/**
 * A version of the whole set as files.
 *
 * @param version such as {@code 2026-11-22-0310}
 * @param position up to which changes are in it
 * @param records live records in it
 */
public record Dump(
    String version, Instant madeAt, long position, long records, List<DumpFile> files) {

  /**
   * One file.
   *
   * @param type media type of what is in it
   * @param bytes its length
   * @param sha256 in hexadecimal
   */
  public record DumpFile(String name, String type, long bytes, String sha256) {}

  /** The path of a file of this version. */
  public String path(DumpFile file) {
    return "/dumps/" + version + "/" + file.name();
  }
}
