package eu.metacluster.harvest.events;

import com.ibm.icu.util.TimeZone;
import eu.metacluster.harvest.values.Moments;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Time zones as calendars call them: by the IANA's name, with a path before it, or as Windows does.
 */
final class Zones {

  private Zones() {}

  /** The zone; null when nobody knows the name. */
  static @Nullable ZoneId of(String name) {
    ZoneId plain = Moments.zone(name);
    if (plain != null || name.isBlank()) {
      return plain;
    }
    String windows = TimeZone.getIDForWindowsID(name.strip(), "001");
    if (windows != null) {
      return Moments.zone(windows);
    }
    int area = name.lastIndexOf('/', Math.max(0, name.lastIndexOf('/') - 1));
    return area < 0 ? null : Moments.zone(name.substring(area + 1));
  }
}
