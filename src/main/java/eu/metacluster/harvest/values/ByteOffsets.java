package eu.metacluster.harvest.values;

/**
 * Where characters of a text stand in its bytes, for texts that are written in UTF-8. Asked from
 * the front to the back.
 */
public final class ByteOffsets {

  private final String text;
  private final boolean known;
  private int position;
  private long offset;

  /**
   * @param size bytes of the payload that the text was read from; when the text makes another
   *     number, it was not written in UTF-8 and no place is known
   */
  public ByteOffsets(String text, long size) {
    this.text = text;
    long length = bytes(text, 0, text.length());
    this.known = length == size || length + 3 == size;
    this.offset = known ? size - length : 0;
  }

  /** Whether places can be told. */
  public boolean known() {
    return known;
  }

  /** The byte in which a character begins; 0 when places are not known. */
  public long of(int character) {
    if (!known || character < position || character > text.length()) {
      return 0;
    }
    offset += bytes(text, position, character);
    position = character;
    return offset;
  }

  private static long bytes(String text, int from, int to) {
    long bytes = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
