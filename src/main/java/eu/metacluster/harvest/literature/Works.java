package eu.metacluster.harvest.literature;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.wire.Refresh;
import eu.metacluster.harvest.wire.Work;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hands out works that have a name and a title, each once. */
final class Works {

  private final Reading reading;
  private final Set<String> seen = new HashSet<>();
  private boolean counted;

  Works(Reading reading) {
    this.reading = reading;
  }

  void found(Work work, String key, String file, Locator at) {
    Reason reason =
        key.isEmpty()
            ? Reason.NO_ID
            : !work.titled() ? Reason.NO_TITLE : seen.add(key) ? null : Reason.DUPLICATE;
    if (reason == null) {
      reading.found(work.sealed(RecordKind.OUTPUT, key, at));
    } else {
      reading.problem(new Problem(file, 0, "id", key, reason));
    }
  }

  int count() {
    return seen.size();
  }

  /** Shows how far it is, once the index has said how many there are. */
  void progress(String total, int more) {
    if (!counted && total.matches("\\d{1,10}")) {
      counted = true;
      reading.expects(Math.max(1, Long.parseLong(total)));
    }
    reading.advanced(counted ? more : 0);
  }

  /** Notes that the list was read to its end; an empty first answer rather tells of a fault. */
  void end(Refresh refresh) {
    boolean whole = refresh.since() == null;
    if (count() > 0 || !whole) {
      refresh.remember();
    }
    if (whole && count() > 0) {
      reading.whole();
    }
  }

  void problem(String file, String value, Reason reason) {
    reading.problem(new Problem(file, 0, null, value, reason));
  }

  /** A title without the full stop that indexes put behind it, and without their brackets. */
  static String title(String raw) {
    String title = raw.strip();
    if (title.endsWith(".") && !title.endsWith("..")) {
      title = title.substring(0, title.length() - 1);
    }
    return title.startsWith("[") && title.endsWith("]")
        ? title.substring(1, title.length() - 1)
        : title;
  }

  /** What sort of work these types of publication make together. */
  static String sort(List<String> types) {
    List<String> lower = types.stream().map(t -> t.toLowerCase(Locale.ROOT).strip()).toList();
    for (String special : List.of("preprint", "review", "editorial", "letter")) {
      if (lower.contains(special)) {
        return special;
      }
    }
    return lower.stream().anyMatch(t -> t.endsWith("article")) ? "journal article" : "";
  }
}
