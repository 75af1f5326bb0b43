package eu.metacluster.harvest.archive;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
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
  private static final class Nothing implements Reading {
    @Override
    public void found(Finding finding) {}

    @Override
    public void problem(Problem problem) {}

    @Override
    public void gone(RecordKind kind, String key) {}

    @Override
    public void checkpoint(String place) {}

    @Override
    public void whole() {}

    @Override
    public void expects(long bytes) {}

    @Override
    public void advanced(long bytes) {}

    @Override
    public Path scratch() {
      throw new UnsupportedOperationException("names are read without unpacking");
    }

    @Override
    public long keep(String name, String mediaType, Bytes bytes) {
      return 0;
    }

    @Override
    public List<Long> keepAll(String mediaType, List<Small> payloads) {
      return payloads.stream().map(p -> 0L).toList();
    }
  }
}
