package eu.metacluster.people.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one module holds about people; it contributes this as a bean and so takes part in every
 * export and every erasure.
 */
public interface PersonalData {

  /** The bundle key of what this data is called. */
  String key();

  /**
   * All that is held about this person, one map for each thing, in the order in which to show it.
   * Values are texts, numbers, booleans, instants, days or {@code null}.
   */
  List<Map<String, Object>> export(Subject subject);

  /** What this person calls themselves here, so that every module can strike it from texts. */
  default Set<String> names(@Nullable UUID account, String email) {
    return Set.of();
  }

  /**
   * Makes this person unknown here, in the running transaction: addresses, names and what they
   * typed about themselves go; what others decided or counted stays, under an id that names nobody.
   */
  void erase(Subject subject);
}
