package eu.metacluster.screening.scope;

/** A model file that cannot be used; the message says what to do, the code can be quoted. */
public final class ScopeModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  ScopeModelException(String code, String sentence) {
    super(code + ": " + sentence);
    this.code = code;
  }

  /** MC-1551 missing, MC-1552 not a scope model, MC-1553 another version, MC-1554 damaged. */
  public String code() {
    return code;
  }
}
