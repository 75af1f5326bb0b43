package eu.metacluster.harvest.cordis;

import eu.metacluster.shared.CountryCodes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country codes as the EU writes them, to ISO 3166-1 alpha-2. */
final class Countries {

  private static final Set<String> KNOWN = new HashSet<>(List.of(Locale.getISOCountries()));

  static {
    KNOWN.add("XK");
  }

  private Countries() {}

  /** The ISO code, or null for a code that stands for no country. */
  static @Nullable String iso(String code) {
    String iso = CountryCodes.iso(code);
    return KNOWN.contains(iso) ? iso : null;
  }
}
