package eu.metacluster.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Links an entry to the one before it: SHA-256 over the hash before, seq, time in microseconds,
 * kind, subject, actor and data. Texts go in with their length and absent ids as a zero byte, so
 * that no two different entries give the same bytes. Not safe for several threads.
 */
final class ChainHash {

  /** Bytes of a hash. Before the first entry stands one of zeros. */
  static final int LENGTH = 32;

  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  ChainHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of an entry that follows the one with hash {@code before}. */
  byte[] of(byte[] before, long seq, Instant at, NewEntry entry) {
    return of(before, seq, at, entry.kind(), entry.subject(), entry.actor(), entry.data());
  }

  /** The hash that an entry as it was read has in the place {@code seq}. */
  byte[] of(byte[] before, long seq, Entry entry) {
    return of(before, seq, entry.at(), entry.kind(), entry.subject(), entry.actor(), entry.data());
  }

  private byte[] of(
      byte[] before,
      long seq,
      Instant at,
      String kind,
      @Nullable UUID subject,
      @Nullable UUID actor,
      String data) {
    digest.update(before);
    add(seq);
    add(micros(at));
    add(kind);
    add(subject);
    add(actor);
    add(data);
    return digest.digest();
  }

  static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private void add(long value) {
    digest.update(number.putLong(0, value).array());
  }

  private void add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8.length);
    digest.update(utf8);
  }

  private void add(@Nullable UUID id) {
    digest.update((byte) (id == null ? 0 : 1));
    if (id != null) {
      add(id.getMostSignificantBits());
      add(id.getLeastSignificantBits());
    }
  }
}
