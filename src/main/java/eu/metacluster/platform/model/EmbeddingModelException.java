package eu.metacluster.platform.model;

import org.jspecify.annotations.Nullable;

/** An embedding model that cannot be used; the message says what to do, the code can be quoted. */
public final class EmbeddingModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  EmbeddingModelException(String code, String sentence, @Nullable Throwable cause) {
    super(code + ": " + sentence, cause);
    this.code = code;
  }

  /**
   * MC-1555 missing, MC-1556 no model or cut off, MC-1557 a model that gives no embeddings, MC-1558
   * the runtime does not work on this machine.
   */
  public String code() {
    return code;
  }
}
