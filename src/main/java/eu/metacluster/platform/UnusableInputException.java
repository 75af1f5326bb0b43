package eu.metacluster.platform;

/** An argument or a file of a command cannot be used; the message is a sentence for its caller. */
public class UnusableInputException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The sentence says what is wrong and where. */
  public UnusableInputException(String sentence) {
    super(sentence);
  }

  /** The sentence says what is wrong and where; the cause is for whoever looks deeper. */
  public UnusableInputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
