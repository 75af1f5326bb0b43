package eu.metacluster.harvest.archive;

import eu.metacluster.harvest.FleetingReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at what a payload holds without reading it. */
public final class Contents {

  private Contents() {}

  /** The names of the first members. */
  public static List<String> names(Path payload, int limit) throws IOException {
    List<String> names = new ArrayList<>();
    try {
      new Payload(payload, Limits.USUAL, new Nothing(), n -> {})
          .each(
              member -> {
                names.add(member.name());
                if (names.size() >= limit) {
                  throw new Enough();
                }
              });
    } catch (Enough e) {
      return names;
    }
    return names;
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A reading that wants nothing. */
  private static final class Nothing extends FleetingReading {
    Nothing() {
      super(Path.of(System.getProperty("java.io.tmpdir")));
    }
  }
}
