package eu.metacluster.harvest.oai;

import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/** A repository's no, in the words of the protocol. */
final class ProtocolError extends IOException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** The error codes of OAI-PMH 2.0. */
  enum Code {
    BAD_ARGUMENT("badArgument", 40),
    BAD_TOKEN("badResumptionToken", 46),
    BAD_VERB("badVerb", 43),
    NO_SUCH_FORMAT("cannotDisseminateFormat", 41),
    NO_SUCH_RECORD("idDoesNotExist", 44),
    NOTHING_MATCHES("noRecordsMatch", 45),
    NO_FORMATS("noMetadataFormats", 45),
    NO_SETS("noSetHierarchy", 42),
    /** None that the protocol knows. */
    OTHER("", 47);

    private final String word;
    private final int number;

    Code(String word, int number) {
      this.word = word;
      this.number = number;
    }

    static Code of(String word) {
      return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst().orElse(OTHER);
    }
  }

  ProtocolError(Code code, String said) {
    super(code + " " + said);
    this.code = code;
  }

  Code code() {
    return code;
  }

  /** What the person who looks after the source is told. */
  Refusal refusal() {
    return new Refusal(
        Refusal.Kind.BAD_INPUT,
        "MC-14" + code.number,
        "harvest.oai." + code.name().toLowerCase(Locale.ROOT));
  }
}
