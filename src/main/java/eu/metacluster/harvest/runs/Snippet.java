package eu.metacluster.harvest.runs;

import java.nio.charset.StandardCharsets;

/**
 * A piece of a snapshot as text, with the part that matters between what stands around it.
 *
 * @param cutBefore whether more stands before
 * @param cutAfter whether more stands behind
 */
public record Snippet(
    String before, String marked, String after, boolean cutBefore, boolean cutAfter) {

  private static final int AROUND = 400;
  private static final int LONGEST = 64 << 10;

  /** The record at this place, or with length 0 the start of the payload with a value marked. */
  static Snippet of(SnapshotBytes bytes, Snapshot header, long from, int length, String value) {
    if (length > 0) {
      long start = Math.max(0, Math.min(from, header.size()));
      long first = Math.max(0, start - AROUND);
      int shown = Math.min(length, LONGEST);
      return new Snippet(
          text(bytes.slice(header.id(), first, (int) (start - first))),
          text(bytes.slice(header.id(), start, shown)),
          text(bytes.slice(header.id(), start + shown, AROUND)),
          first > 0,
          start + shown + AROUND < header.size());
    }
    String text = text(bytes.slice(header.id(), 0, 2 << 20));
    int at = value.isEmpty() ? -1 : text.indexOf(value);
    int begin = Math.max(0, at - AROUND);
    int end = Math.min(text.length(), at < 0 ? LONGEST : at + value.length() + AROUND);
    int mark = Math.max(begin, at);
    int markEnd = at < 0 ? begin : at + value.length();
    return new Snippet(
        text.substring(begin, mark),
        text.substring(Math.min(mark, markEnd), markEnd),
        text.substring(markEnd, end),
        begin > 0,
        end < header.size());
  }

  /** Without what stands around it, which may speak of what the reader may not see. */
  Snippet alone() {
    return new Snippet("", marked, "", true, true);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
