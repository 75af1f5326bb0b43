package eu.metacluster.discovery.search;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** How large a contribution is. */
public enum Band {
  UNDER_100K(100_000),
  UNDER_500K(500_000),
  UNDER_1M(1_000_000),
  UNDER_3M(3_000_000),
  UNDER_10M(10_000_000),
  OVER_10M(Long.MAX_VALUE);

  /** The word in the place of a band for what does not say what it gets. */
  public static final String UNSTATED = "unstated";

  private final BigDecimal below;

  Band(long below) {
    this.below = BigDecimal.valueOf(below);
  }

  /** The band of so many euro. */
  public static Band of(BigDecimal euros) {
    return Arrays.stream(values())
        .filter(band -> euros.compareTo(band.below) < 0)
        .findFirst()
        .orElse(OVER_10M);
  }

  /** The word in addresses and message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String[] words() {
    return Stream.concat(Arrays.stream(values()).map(Band::word), Stream.of(UNSTATED))
        .toArray(String[]::new);
  }
}
