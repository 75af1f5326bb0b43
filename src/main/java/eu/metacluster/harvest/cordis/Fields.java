package eu.metacluster.harvest.cordis;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of a record whose characters are the file's bytes, and decodes those that are
 * wanted: UTF-8, and windows-1252 for the bytes that are none.
 */
final class Fields extends CsvCallbackHandler<List<String>> {

  private final @Nullable BitSet wanted;
  private final BitSet repaired = new BitSet();
  private List<String> fields = List.of();

  /**
   * @param wanted indexes of the fields to decode; null for all
   */
  Fields(@Nullable BitSet wanted) {
    this.wanted = wanted;
  }

  /** Fields of the last record that had bytes that are no UTF-8. */
  BitSet repaired() {
    return repaired;
  }

  @Override
  protected RecordType getRecordType() {
    return fields.size() == 1 && fields.getFirst().isEmpty() ? RecordType.EMPTY : RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return fields.size();
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    fields = new ArrayList<>(wanted == null ? 32 : Math.max(8, wanted.length()));
    repaired.clear();
  }

  @Override
  protected void addField(char[] buf, int offset, int len, boolean quoted) {
    boolean skip = wanted != null && !wanted.get(fields.size());
    fields.add(skip || len == 0 ? "" : decoded(buf, offset, len));
  }

  private String decoded(char[] chars, int offset, int length) {
    int end = offset + length;
    int i = offset;
    while (i < end && chars[i] < 0x80) {
      i++;
    }
    if (i == end) {
      return new String(chars, offset, length);
    }
    byte[] bytes = new byte[length];
    for (int b = 0; b < length; b++) {
      bytes[b] = (byte) chars[offset + b];
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    String repairedText = Repair.of(bytes);
    if (!repairedText.equals(text)) {
      repaired.set(fields.size());
    }
    return repairedText;
  }

  @Override
  protected void setComment(char[] buf, int offset, int len) {
    throw new IllegalStateException("comments are not read");
  }

  @Override
  protected void setEmpty() {
    fields.add("");
  }

  @Override
  protected List<String> buildRecord() {
    return fields;
  }

  /** Decodes valid UTF-8 as such and every other byte as windows-1252. */
  static final class Repair {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Repair() {}

    static String of(byte[] bytes) {
      StringBuilder text = new StringBuilder(bytes.length);
      int i = 0;
      while (i < bytes.length) {
        int length = sequence(bytes, i);
        Charset charset = length > 0 ? StandardCharsets.UTF_8 : WINDOWS;
        int taken = Math.max(1, length);
        text.append(new String(bytes, i, taken, charset));
        i += taken;
      }
      return text.toString();
    }

    /** Length of the valid UTF-8 sequence at this place, 0 when there is none. */
    private static int sequence(byte[] bytes, int at) {
      int lead = bytes[at] & 0xFF;
      int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      if (length == 0 || at + length > bytes.length || lead > 0xF4) {
        return 0;
      }
      String decoded = new String(bytes, at, length, StandardCharsets.UTF_8);
      boolean replaced = decoded.indexOf('\uFFFD') >= 0;
      boolean itself = length == 3 && lead == 0xEF && (bytes[at + 1] & 0xFF) == 0xBF;
      return replaced && !itself ? 0 : length;
    }
  }
}
