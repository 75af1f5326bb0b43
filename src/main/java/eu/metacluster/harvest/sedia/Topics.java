package eu.metacluster.harvest.sedia;

import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings together what several rows state of one topic: one for each action, cut-off or language.
 * They stand close to each other, so the oldest are handed out when many wait.
 */
final class Topics {

  private static final int WAITING = 3000;

  private final Reading reading;
  private final Map<String, Topic> waiting = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();

  Topics(Reading reading) {
    this.reading = reading;
  }

  /**
   * Takes a row.
   *
   * @param place file and line for the log
   */
  void add(Topic topic, String file, long line) {
    String key = topic.key();
    Topic first = waiting.get(key);
    if (key.isEmpty()) {
      reading.problem(new Problem(file, line, "identifier", "", Reason.NO_ID));
    } else if (done.contains(key)) {
      reading.problem(new Problem(file, line, "identifier", key, Reason.DUPLICATE));
    } else if (first != null) {
      first.join(topic);
    } else {
      waiting.put(key, topic);
      if (waiting.size() > WAITING) {
        oldest();
      }
    }
  }

  private void oldest() {
    Iterator<Map.Entry<String, Topic>> entries = waiting.entrySet().iterator();
    Map.Entry<String, Topic> entry = entries.next();
    entries.remove();
    done.add(entry.getKey());
    reading.found(entry.getValue().sealed());
  }

  /** Hands out all that wait. */
  void end() {
    while (!waiting.isEmpty()) {
      oldest();
    }
  }
}
