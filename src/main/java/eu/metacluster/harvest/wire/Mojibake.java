package eu.metacluster.harvest.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Repairs texts whose UTF-8 somebody once read as windows-1252, such as {@code womenâ€™s}. Only
 * runs that are whole characters of UTF-8 are put right; all else stays as it is.
 */
public final class Mojibake {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private Mojibake() {}

  /** The text as it was meant. */
  public static String repaired(String text) {
    StringBuilder repaired = null;
    for (int i = 0; i < text.length(); i++) {
      int length = length(asByte(text.charAt(i)));
      String meant = length == 0 ? null : meant(text, i, length);
      if (meant != null && repaired == null) {
        repaired = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (meant != null && repaired != null) {
        repaired.append(meant);
        i += length - 1;
      } else if (repaired != null) {
        repaired.append(text.charAt(i));
      }
    }
    return repaired == null ? text : repaired.toString();
  }

  /** Bytes of the character that begins so; 0 when none of several bytes does. */
  private static int length(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  private static @Nullable String meant(String text, int start, int length) {
    if (start + length > text.length()) {
      return null;
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int b = asByte(text.charAt(start + i));
      if (b < 0) {
        return null;
      }
      bytes[i] = (byte) b;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int asByte(char c) {
    if (c < 0x100) {
      return c;
    }
    byte[] bytes = String.valueOf(c).getBytes(WINDOWS);
    return bytes[0] == '?' ? -1 : bytes[0] & 0xFF;
  }
}
