package eu.metacluster.people.notices;

import eu.metacluster.platform.Role;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are told of; a module contributes it as a bean. The bundles say its name
 * under {@code <key>.name} and why somebody hears of it under {@code <key>.why}.
 *
 * @param key begins with the module's name
 * @param usual how often those hear of it who chose nothing
 * @param audience who is ever told; {@code null} when everybody may be
 */
public record Topic(String key, Frequency usual, @Nullable Role audience) {

  /** A topic that comes with the weekly digest unless somebody chooses otherwise. */
  public static Topic weekly(String key, @Nullable Role audience) {
    return new Topic(key, Frequency.WEEKLY, audience);
  }
}
