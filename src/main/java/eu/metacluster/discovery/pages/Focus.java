package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.map.Box;
import eu.metacluster.discovery.map.Lands;
import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.map.Window;
import eu.metacluster.discovery.search.Seat;
import eu.metacluster.platform.web.Page;
import eu.metacluster.shared.CountryCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the map is seen from near: a country, a region, or a window of it.
 *
 * @param code ISO 3166-1 alpha-2 or NUTS, null for a window
 * @param window null for a country or a region
 */
public record Focus(@Nullable String code, @Nullable Window window) {

  /** Its name in addresses. */
  static final String WORD = "at";

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");
  private static final int COUNTRY = 2;

  /** Reads what an address says; what nobody can look at is the whole map. */
  static Optional<Focus> of(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (CODE.matcher(text).matches()) {
      return Optional.of(new Focus(text, null)).filter(one -> Lands.onSheet(one.country()));
    }
    return Window.of(text).filter(window -> !window.whole()).map(Focus::of);
  }

  static Focus of(Window window) {
    return new Focus(null, window);
  }

  static Focus ofCode(String code) {
    return new Focus(code, null);
  }

  /** As it stands in addresses. */
  String text() {
    return code != null ? code : window == null ? "" : window.text();
  }

  /** The country it is in; empty for a window. */
  String country() {
    return code == null ? "" : CountryCodes.iso(code.substring(0, COUNTRY));
  }

  private boolean region() {
    return code != null && code.length() > COUNTRY;
  }

  /** What it is called; empty for a window. */
  String name(Page page) {
    return code == null ? "" : region() ? Regions.name(code) : page.country(country());
  }

  /** The ones around it, the largest first; for a region its country and the regions above it. */
  List<Focus> around() {
    List<Focus> around = new ArrayList<>();
    if (code != null && region()) {
      around.add(ofCode(country()));
      for (int n = COUNTRY + 1; n < code.length(); n++) {
        around.add(ofCode(code.substring(0, n)));
      }
    }
    return around;
  }

  /** Whether it is there; in a window, only its point decides. */
  boolean holds(Seat seat) {
    return code == null
        || (region() ? seat.region().startsWith(code) : seat.country().equals(code));
  }

  /** What is shown of the sheet. */
  Window window(List<Seat> there, Areas areas) {
    if (window != null) {
      return window;
    }
    Optional<Box> box =
        code != null && region()
            ? areas.box(code).or(() -> Box.around(there.stream()))
            : Optional.empty();
    return Window.around(box.or(() -> Lands.box(country())).orElseThrow());
  }
}
