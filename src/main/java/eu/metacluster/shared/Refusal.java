package eu.metacluster.shared;

import java.util.Arrays;
import java.util.List;

/**
 * A refusal is an answer: what a person asked for cannot be done, and this says why and what to do.
 *
 * <p>It is thrown where a rule of the product says no (never for a fault of the machine) and
 * reaches the person as one sentence with its code. {@code key} names the sentence in the message
 * bundles; {@code arguments} fill its places. Faults are other exceptions and are logged once.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String key;
  private final transient List<Object> arguments;
  private final Kind kind;

  /** What kind of no it is, which decides the HTTP status. */
  public enum Kind {
    /** The input cannot be used as it is (400). */
    BAD_INPUT,
    /** No such thing, or none that this person may see (404). */
    NOT_FOUND,
    /** This person may not do this (403). */
    FORBIDDEN,
    /** Somebody else was faster, or the state does not allow it any more (409). */
    CONFLICT,
    /** It was valid once and is not any more, such as a link (410). */
    GONE,
    /** Too often in a short time (429). */
    TOO_MANY,
    /** Something it needs does not answer now, and may in a moment (503). */
    AWAY
  }

  /**
   * @param kind decides the HTTP status
   * @param code the quotable code, {@code MC-} and four digits
   * @param key the sentence's key in the bundles
   * @param arguments values for the sentence's places
   */
  public Refusal(Kind kind, String code, String key, Object... arguments) {
    super(code + " " + key + " " + Arrays.toString(arguments));
    this.kind = kind;
    this.code = code;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
