package eu.metacluster.discovery.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a view of the index has answered before, by what was asked, as long as it is asked now and
 * then.
 *
 * @param <T> the answers
 */
final class Memory<T> {

  /** So many counted answers are kept. */
  static final int ANSWERS = 400;

  private final int most;
  private final Map<Object, T> answers =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, T> eldest) {
          return size() > most;
        }
      };

  /**
   * @param most so many are kept
   */
  Memory(int most) {
    this.most = most;
  }

  synchronized @Nullable T of(Object question) {
    return answers.get(question);
  }

  synchronized void remember(Object question, T answer) {
    answers.put(question, answer);
  }
}
