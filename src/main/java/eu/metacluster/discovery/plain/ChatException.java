package eu.metacluster.discovery.plain;

/** A server for chat completions gave no answer that can be used. */
final class ChatException extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;

  /**
   * Says what happened.
   *
   * @param code MC-1672 away, MC-1673 too slow, MC-1674 refused, MC-1675 no usable answer
   * @param message for the administrator; holds nothing of the key or the answer
   */
  ChatException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
