package eu.metacluster.harvest.cordis;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Country codes as the EU writes them, to ISO 3166-1 alpha-2. */
final class Countries {

  private static final Map<String, String> EU_WRITING = Map.of("EL", "GR", "UK", "GB");
  private static final Set<String> KNOWN = new HashSet<>(List.of(Locale.getISOCountries()));

  static {
    KNOWN.add("XK");
  }

  private Countries() {}

  /** The ISO code, or null for a code that stands for no country. */
  static @Nullable String iso(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    String iso = EU_WRITING.getOrDefault(upper, upper);
    return KNOWN.contains(iso) ? iso : null;
  }
}
