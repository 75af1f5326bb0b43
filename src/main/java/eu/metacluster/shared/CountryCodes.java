package eu.metacluster.shared;

import java.util.Locale;
import java.util.Map;

/** Country codes as the institutions of the Union write them. */
public final class CountryCodes {

  private static final Map<String, String> OF_THE_UNION = Map.of("EL", "GR", "UK", "GB");

  private CountryCodes() {}

  /** The code in ISO 3166-1 alpha-2, in capitals; one that is written alike in both stays. */
  public static String iso(String code) {
    String upper = code.strip().toUpperCase(Locale.ROOT);
    return OF_THE_UNION.getOrDefault(upper, upper);
  }
}
