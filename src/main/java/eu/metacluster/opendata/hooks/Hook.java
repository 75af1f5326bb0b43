package eu.metacluster.opendata.hooks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told of changes.
 *
 * @param address where they are sent
 * @param secret with which they are signed
 * @param pausedAt since when nothing is sent, null while it is
 * @param position up to which they were put into deliveries
 */
public record Hook(
    UUID id,
    String address,
    String secret,
    Instant createdAt,
    @Nullable Instant pausedAt,
    long position) {

  /**
   * One message.
   *
   * @param nextAt when it is tried next, null when it is not
   * @param deliveredAt when it was taken, null while it was not
   * @param answer what the other side said last, null when it was never tried
   */
  public record Delivery(
      long id,
      UUID hook,
      Instant madeAt,
      String body,
      int attempts,
      @Nullable Instant nextAt,
      @Nullable Instant deliveredAt,
      @Nullable String answer) {}
}
