package eu.metacluster.opendata.oai;

/**
 * A no of the protocol: it is an answer with status 200 and a code that harvesters know.
 *
 * <p>It knows no stack, because it is thrown for whatever anybody sends.
 */
final class OaiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** The protocol's own codes. */
  enum Code {
    BAD_VERB("badVerb"),
    BAD_ARGUMENT("badArgument"),
    BAD_TOKEN("badResumptionToken"),
    NO_SUCH_FORMAT("cannotDisseminateFormat"),
    NO_SUCH_ID("idDoesNotExist"),
    NOTHING("noRecordsMatch");

    private final String word;

    Code(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  OaiError(Code code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  Code code() {
    return code;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
