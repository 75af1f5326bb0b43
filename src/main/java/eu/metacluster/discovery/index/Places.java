package eu.metacluster.discovery.index;

import eu.metacluster.grid.RecordDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a record happens, as the index keeps it for the map: each organisation with its country,
 * region, point and share.
 */
final class Places {

  private static final double NO_POINT = Double.NaN;

  private Places() {}

  /**
   * One organisation of a record.
   *
   * @param country ISO 3166-1 alpha-2, empty when unknown
   * @param region NUTS code, empty when unknown
   * @param latitude degrees, not a number when unknown
   * @param cents contribution in cents, 0 when unknown
   */
  record Place(
      UUID organisation,
      String country,
      String region,
      double latitude,
      double longitude,
      long cents,
      boolean ended) {

    boolean hasPoint() {
      return !Double.isNaN(latitude);
    }
  }

  static Place of(RecordDocument.PartnerLine line) {
    boolean point = line.latitude() != null && line.longitude() != null;
    return new Place(
        line.other(),
        text(line.country()),
        text(line.nuts()),
        point && line.latitude() != null ? line.latitude() : NO_POINT,
        point && line.longitude() != null ? line.longitude() : NO_POINT,
        line.contribution() == null ? 0 : line.contribution().movePointRight(2).longValue(),
        line.ended());
  }

  static Place own(RecordDocument document) {
    var r = document.record();
    boolean point = r.latitude() != null && r.longitude() != null;
    return new Place(
        r.id(),
        text(r.country()),
        text(document.region()),
        point && r.latitude() != null ? r.latitude() : NO_POINT,
        point && r.longitude() != null ? r.longitude() : NO_POINT,
        0,
        false);
  }

  private static String text(@Nullable String value) {
    return value == null || value.length() > 100 ? "" : value;
  }

  static BytesRef write(List<Place> places) {
    int size = 0;
    for (Place place : places) {
      size += 50 + 3 * (place.country().length() + place.region().length());
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (Place place : places) {
      out.putLong(place.organisation().getMostSignificantBits());
      out.putLong(place.organisation().getLeastSignificantBits());
      put(out, place.country());
      put(out, place.region());
      out.putFloat((float) place.latitude()).putFloat((float) place.longitude());
      out.putLong(place.cents());
      out.put((byte) (place.ended() ? 1 : 0));
    }
    return new BytesRef(out.array(), 0, out.position());
  }

  static void read(BytesRef ref, Consumer<Place> each) {
    ByteBuffer in = ByteBuffer.wrap(ref.bytes, ref.offset, ref.length);
    while (in.hasRemaining()) {
      each.accept(
          new Place(
              new UUID(in.getLong(), in.getLong()),
              get(in),
              get(in),
              in.getFloat(),
              in.getFloat(),
              in.getLong(),
              in.get() == 1));
    }
  }

  private static void put(ByteBuffer out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.putShort((short) bytes.length).put(bytes);
  }

  private static String get(ByteBuffer in) {
    byte[] bytes = new byte[in.getShort()];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
