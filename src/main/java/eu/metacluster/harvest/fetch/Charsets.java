package eu.metacluster.harvest.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out in which charset a body is written. */
final class Charsets {

  private static final int HEAD = 2048;
  private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)");
  private static final Pattern META =
      Pattern.compile("(?i)<meta[^>]+charset\\s*=\\s*[\"']?([\\w.:-]+)");

  private Charsets() {}

  /** The body as text; what is no UTF-8 although nothing else is said is read as windows-1252. */
  static String text(byte[] body, String contentType) {
    int mark = mark(body);
    if (mark > 0) {
      return new String(body, mark, body.length - mark, StandardCharsets.UTF_8);
    }
    if (body.length > 1 && (body[0] & 0xFF) + (body[1] & 0xFF) == 0x1FD) {
      return new String(body, StandardCharsets.UTF_16);
    }
    Charset said = named(contentType, body);
    if (said != null && !said.equals(StandardCharsets.UTF_8)) {
      return new String(body, said);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return new String(body, said == null ? latin() : StandardCharsets.UTF_8);
    }
  }

  private static int mark(byte[] body) {
    boolean marked =
        body.length > 2
            && (body[0] & 0xFF) == 0xEF
            && (body[1] & 0xFF) == 0xBB
            && (body[2] & 0xFF) == 0xBF;
    return marked ? 3 : 0;
  }

  private static @Nullable Charset named(String contentType, byte[] body) {
    Charset header = first(HEADER, contentType);
    if (header != null) {
      return header;
    }
    String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
    Charset xml = first(XML, head);
    return xml == null ? first(META, head) : xml;
  }

  private static @Nullable Charset first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    try {
      Charset charset = Charset.forName(matcher.group(1));
      return charset.equals(StandardCharsets.ISO_8859_1) ? latin() : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** What pages mean that say ISO 8859-1 (the Encoding Standard of the WHATWG). */
  private static Charset latin() {
    return Charset.forName("windows-1252");
  }
}
