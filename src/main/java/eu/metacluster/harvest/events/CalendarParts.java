package eu.metacluster.harvest.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Cuts an iCalendar file into its events. Each is read by itself, so that one that is broken costs
 * no other.
 */
final class CalendarParts {

  private static final int LONGEST_LINE = 200_000;
  private static final int MOST_LINES = 5_000;

  private final String text;
  private final Consumer<Part> events;
  private final List<ContentLine> calendar = new ArrayList<>();
  private List<ContentLine> lines = new ArrayList<>();
  private int begin;
  private int beginLine;
  private int depth;
  private boolean inEvent;
  private int broken;

  /**
   * One event.
   *
   * @param start its first character in the file
   * @param line in the file from 1
   * @param broken lines that could not be read
   * @param closed whether its end was there
   */
  record Part(List<ContentLine> lines, int start, int end, int line, int broken, boolean closed) {}

  private CalendarParts(String text, Consumer<Part> events) {
    this.text = text;
    this.events = events;
  }

  /**
   * Hands out each event.
   *
   * @return the lines of the calendar itself, such as its method
   */
  static List<ContentLine> each(String text, Consumer<Part> events) {
    CalendarParts parts = new CalendarParts(text, events);
    parts.read();
    return parts.calendar;
  }

  private void read() {
    int number = 0;
    for (int at = 0; at < text.length(); ) {
      int from = at;
      int fromLine = number + 1;
      StringBuilder line = new StringBuilder();
      do {
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        if (line.length() < LONGEST_LINE) {
          line.append(text, at == from ? at : at + 1, bare(at, end));
        }
        at = Math.min(end + 1, text.length());
        number++;
      } while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t'));
      line(line.toString(), from, at, fromLine);
    }
    if (inEvent) {
      finish(text.length(), false);
    }
  }

  private int bare(int from, int end) {
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private void line(String raw, int from, int to, int number) {
    String upper = raw.length() < 40 ? raw.strip().toUpperCase(Locale.ROOT) : "";
    if (upper.equals("BEGIN:VEVENT")) {
      if (inEvent) {
        finish(from, false);
      }
      inEvent = true;
      depth = 0;
      begin = from;
      beginLine = number;
    } else if (upper.equals("END:VEVENT")) {
      if (inEvent) {
        finish(to, true);
      }
    } else if (upper.startsWith("BEGIN:") && !upper.equals("BEGIN:VCALENDAR")) {
      depth++;
    } else if (upper.startsWith("END:")) {
      depth = Math.max(0, depth - 1);
    } else if (depth == 0 && !raw.isBlank()) {
      take(raw);
    }
  }

  private void take(String raw) {
    ContentLine line = ContentLine.of(raw);
    if (line == null) {
      broken += inEvent ? 1 : 0;
    } else if ((inEvent ? lines : calendar).size() < MOST_LINES) {
      (inEvent ? lines : calendar).add(line);
    }
  }

  private void finish(int end, boolean closed) {
    events.accept(new Part(lines, begin, end, beginLine, broken, closed));
    lines = new ArrayList<>();
    broken = 0;
    inEvent = false;
  }
}
