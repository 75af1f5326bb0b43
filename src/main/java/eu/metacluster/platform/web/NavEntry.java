package eu.metacluster.platform.web;

import eu.metacluster.platform.Role;
import org.jspecify.annotations.Nullable;

/**
 * A way into a module that every page offers; a module contributes it as a bean.
 *
 * @param key the bundle key of its word; pages name the active entry by the part after the last dot
 * @param path where it leads
 * @param role who sees it; {@code null} for everybody
 * @param place in the top bar, or in the menu under the person's name
 * @param order smaller comes first
 */
public record NavEntry(String key, String path, @Nullable Role role, Place place, int order) {

  /** Where an entry is shown. */
  public enum Place {
    BAR,
    MENU
  }

  /** An entry of the top bar. */
  public static NavEntry bar(String key, String path, @Nullable Role role, int order) {
    return new NavEntry(key, path, role, Place.BAR, order);
  }

  /** An entry of the menu under the person's name. */
  public static NavEntry menu(String key, String path, Role role, int order) {
    return new NavEntry(key, path, role, Place.MENU, order);
  }

  /** What a page passes to the layout as {@code nav} to mark this entry as the active one. */
  public String name() {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
