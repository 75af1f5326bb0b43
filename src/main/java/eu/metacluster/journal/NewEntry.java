package eu.metacluster.journal;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written to the journal. It carries ids and facts, never a person's name or address.
 *
 * @param kind what happened, {@code module.event}, such as {@code grid.recordOpened}
 * @param subject what it happened to, when it is one thing
 * @param actor the account that did it, null when the machine did
 * @param data the facts: a JSON object in one line
 */
public record NewEntry(String kind, @Nullable UUID subject, @Nullable UUID actor, String data) {

  private static final Pattern KIND = Pattern.compile("[a-z]+(\\.[a-z][a-zA-Z0-9-]*)+");

  /**
   * @throws IllegalArgumentException when the kind is not {@code module.event}, or the data is not
   *     an object in one line of well-formed characters
   */
  public NewEntry {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("a kind is module.event, not " + kind);
    }
    DataText.check(data);
  }

  /** With the facts rendered as compact JSON, sorted by name. */
  public NewEntry(
      String kind,
      @Nullable UUID subject,
      @Nullable UUID actor,
      Map<String, ? extends @Nullable Object> data) {
    this(kind, subject, actor, DataText.render(data));
  }
}
