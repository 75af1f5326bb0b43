package eu.metacluster.platform;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that grow by pieces of an even size: nothing is copied while they grow, and no piece is so
 * large that a collector treats it apart.
 */
final class CopyBytes {

  private static final int PIECE = 1 << 18;
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private List<Piece> full = new ArrayList<>();
  private long before;
  private byte[] bytes = new byte[1 << 12];
  private int length;

  /** The first bytes of an array. */
  record Piece(byte[] bytes, int length) {}

  /** Room for a number that is known later; {@code at} counts from the first byte of all. */
  record Mark(byte[] bytes, int index, long at) {

    void setShort(int value) {
      SHORT.set(bytes, index, (short) value);
    }

    void setInt(int value) {
      INT.set(bytes, index, value);
    }
  }

  long size() {
    return before + length;
  }

  Mark mark(int room) {
    reserve(room);
    Mark mark = new Mark(bytes, length, size());
    length += room;
    return mark;
  }

  CopyBytes put(byte value) {
    reserve(1);
    bytes[length++] = value;
    return this;
  }

  CopyBytes put(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  CopyBytes putShort(int value) {
    reserve(Short.BYTES);
    SHORT.set(bytes, length, (short) value);
    length += Short.BYTES;
    return this;
  }

  CopyBytes putInt(int value) {
    reserve(Integer.BYTES);
    INT.set(bytes, length, value);
    length += Integer.BYTES;
    return this;
  }

  CopyBytes putLong(long value) {
    reserve(Long.BYTES);
    LONG.set(bytes, length, value);
    length += Long.BYTES;
    return this;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      turn(Math.max(PIECE, more));
    }
  }

  private void turn(int room) {
    full.add(new Piece(bytes, length));
    before += length;
    bytes = new byte[room];
    length = 0;
  }

  /** Gives everything and starts anew. */
  List<Piece> drain() {
    turn(1 << 12);
    List<Piece> all = full;
    full = new ArrayList<>();
    before = 0;
    return all;
  }
}
