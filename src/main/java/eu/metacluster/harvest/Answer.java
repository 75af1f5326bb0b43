package eu.metacluster.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What an address answered, whole, unpacked and within the limits. */
public interface Answer {

  /** Where it came from in the end, after redirects. */
  URI address();

  /** The value of a header, null when it is not there. */
  @Nullable String header(String name);

  /** The media type in lower case without parameters; empty when none was sent. */
  String mediaType();

  /** Bytes of the unpacked body. */
  long size();

  /** The body from its start; the caller closes. */
  InputStream open() throws IOException;

  /** The whole body; only for what is known to be small. */
  byte[] bytes() throws IOException;

  /**
   * The body as text, by the charset of the header, the byte order mark, the XML declaration or the
   * HTML meta element, in this order; UTF-8 when nothing says.
   */
  String text() throws IOException;

  /**
   * The beginning of the body, for a look at what it is; empty when it cannot be read.
   *
   * @param bytes how many are looked at
   */
  default String start(int bytes) {
    try (InputStream in = open()) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
