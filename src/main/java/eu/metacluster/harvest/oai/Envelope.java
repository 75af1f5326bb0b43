package eu.metacluster.harvest.oai;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.wire.Xml;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The outermost element of an answer: when it was given, and what it holds or refuses. */
final class Envelope {

  private static final String ROOT = "OAI-PMH";

  private Envelope() {}

  /** Reads the element that carries the name of the verb, and leaves it. */
  @FunctionalInterface
  interface Reader {
    void read(Xml xml) throws IOException;
  }

  /** Whether an answer is one of the protocol; looks at its first element only. */
  static boolean fits(Answer answer) {
    try (InputStream in = answer.open()) {
      return Xml.open(in).root().equals(ROOT);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Reads an answer.
   *
   * @return when it was given; null when it does not say
   * @throws ProtocolError when it is an error of the protocol
   * @throws Refusal when it is no answer of the protocol at all
   */
  static @Nullable Instant read(Xml xml, String verb, Reader reader) throws IOException {
    begin(xml);
    Instant given = null;
    boolean held = false;
    while (xml.child()) {
      if (xml.name().equals("responseDate")) {
        given = Granularity.read(xml.text());
      } else if (xml.name().equals("error")) {
        ProtocolError.Code code = ProtocolError.Code.of(xml.attribute("code"));
        throw new ProtocolError(code, xml.text());
      } else if (xml.name().equals(verb)) {
        held = true;
        reader.read(xml);
      } else {
        xml.skip();
      }
    }
    if (!held) {
      throw unfit();
    }
    return given;
  }

  private static void begin(Xml xml) throws IOException {
    boolean fits;
    try {
      fits = xml.root().equals(ROOT);
    } catch (Xml.Broken e) {
      fits = false;
    }
    if (!fits) {
      throw unfit();
    }
  }

  private static Refusal unfit() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1448", "harvest.oai.no_answer");
  }
}
