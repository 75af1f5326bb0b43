package eu.metacluster.harvest.table;

import eu.metacluster.harvest.Reason;
import eu.metacluster.shared.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of money as people write them into tables. */
final class Amounts {

  private static final Pattern CURRENCY =
      Pattern.compile(
          "€|£|\\$|\\b(?:EUR|EURO|EUROS|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|ISK|AUD|CAD|JPY|MEUR|KEUR|M€|K€)\\b|[kKmM]€");

  private static final Map<String, String> SIGNS =
      Map.of("€", "EUR", "£", "GBP", "$", "USD", "EURO", "EUR", "EUROS", "EUR");

  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,'\\u00A0\\u202F ]*");
  private static final Pattern MILLIONS =
      Pattern.compile("(?i)\\d\\s*(?:m|mio|million|millions|meur|m€|m €)\\b|\\bMEUR\\b|M€");
  private static final Pattern THOUSANDS = Pattern.compile("(?i)\\d\\s*k\\b|\\bKEUR\\b|k€");

  private Amounts() {}

  /**
   * Reads an amount; one that says no currency is of the currency that the heading names, or euro.
   */
  static CellValue of(String raw, String heading) {
    Matcher number = NUMBER.matcher(raw);
    if (raw.length() > 60 || !number.find()) {
      return new CellValue(raw, Reason.BAD_NUMBER);
    }
    String digits = plain(number.group().strip());
    try {
      BigDecimal amount = new BigDecimal(digits).multiply(scale(raw + ' ' + heading));
      if (amount.signum() < 0) {
        return new CellValue(raw, Reason.NEGATIVE);
      }
      String own = currency(raw);
      String currency = own.isEmpty() ? currency(heading) : own;
      Money money =
          new Money(
              amount.stripTrailingZeros().scale() < 0
                  ? amount.setScale(0)
                  : amount.stripTrailingZeros(),
              currency.isEmpty() ? Money.EURO : currency,
              null);
      return new CellValue(money.toString(), null);
    } catch (NumberFormatException e) {
      return new CellValue(raw, Reason.BAD_NUMBER);
    }
  }

  private static BigDecimal scale(String text) {
    if (MILLIONS.matcher(text).find()) {
      return BigDecimal.valueOf(1_000_000);
    }
    return BigDecimal.valueOf(THOUSANDS.matcher(text).find() ? 1_000 : 1);
  }

  private static String currency(String text) {
    Matcher matcher = CURRENCY.matcher(text.toUpperCase(Locale.ROOT));
    if (!matcher.find()) {
      return "";
    }
    String sign = matcher.group();
    return sign.endsWith("€") || sign.endsWith("EUR") ? "EUR" : SIGNS.getOrDefault(sign, sign);
  }

  /**
   * The number without what groups its digits. The last of two different signs is the decimal one;
   * a single one with three digits behind it groups.
   */
  private static String plain(String text) {
    String bare = text.replaceAll("['\\u00A0\\u202F ]", "");
    int comma = bare.lastIndexOf(',');
    int point = bare.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      return comma > point ? bare.replace(".", "").replace(',', '.') : bare.replace(",", "");
    }
    int at = Math.max(comma, point);
    if (at < 0) {
      return bare;
    }
    char sign = bare.charAt(at);
    boolean groups = bare.indexOf(sign) != at || bare.length() - at == 4;
    return groups ? bare.replace(String.valueOf(sign), "") : bare.replace(sign, '.');
  }
}
