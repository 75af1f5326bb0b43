package eu.metacluster.platform;

import java.math.BigDecimal;

/**
 * A numeric as PostgreSQL sends it: groups of four decimal digits around the decimal point.
 *
 * @param weight how many groups stand between the first one and the decimal point
 * @param scale digits shown after the decimal point
 */
record CopyNumeric(short[] groups, int weight, boolean negative, int scale) {

  private static final int GROUP = 4;
  private static final int NEGATIVE = 0x4000;

  static CopyNumeric of(BigDecimal value) {
    BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
    String digits = plain.unscaledValue().abs().toString();
    int scale = plain.scale();
    int whole = Math.max(0, digits.length() - scale);
    String even =
        "0".repeat((GROUP - whole % GROUP) % GROUP)
            + digits.substring(0, whole)
            + "0".repeat(Math.max(0, scale - digits.length()))
            + digits.substring(whole)
            + "0".repeat((GROUP - scale % GROUP) % GROUP);
    int wholeGroups = (whole + GROUP - 1) / GROUP;
    int first = 0;
    int end = even.length();
    while (first < end && even.startsWith("0000", first)) {
      first += GROUP;
    }
    while (end > first && even.startsWith("0000", end - GROUP)) {
      end -= GROUP;
    }
    short[] groups = new short[(end - first) / GROUP];
    for (int i = 0; i < groups.length; i++) {
      int at = first + i * GROUP;
      groups[i] = (short) Integer.parseInt(even, at, at + GROUP, 10);
    }
    int weight = groups.length == 0 ? 0 : wholeGroups - 1 - first / GROUP;
    return new CopyNumeric(groups, weight, plain.signum() < 0, scale);
  }

  void write(CopyBytes out) {
    out.putInt((GROUP + groups.length) * Short.BYTES);
    out.putShort(groups.length).putShort(weight).putShort(negative ? NEGATIVE : 0).putShort(scale);
    for (short group : groups) {
      out.putShort(group);
    }
  }
}
