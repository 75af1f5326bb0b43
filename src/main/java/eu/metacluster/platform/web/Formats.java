package eu.metacluster.platform.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Dates, numbers, amounts and countries as one language writes them. */
final class Formats {

  private static final String NO_BREAK = "\u00a0";

  private final Locale locale;
  private final ZoneId zone;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final NumberFormat whole;

  /** The day that was asked for last: a page says the same one for most of its facts. */
  private volatile @Nullable Written latest;

  private final DateTimeFormatter month;
  private final boolean symbolFirst;
  private final Map<String, String> countries = new ConcurrentHashMap<>();

  private record Written(LocalDate day, String text) {}

  Formats(Language language, ZoneId zone) {
    this.locale = language.locale();
    this.zone = zone;
    this.date = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
    this.month = DateTimeFormatter.ofPattern("MMM uuuu", locale);
    this.time = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale);
    this.whole = NumberFormat.getIntegerInstance(locale);
    this.symbolFirst = language == Language.EN;
  }

  String date(@Nullable LocalDate day) {
    if (day == null) {
      return "";
    }
    Written known = latest;
    if (known == null || !known.day().equals(day)) {
      known = new Written(day, date.format(day).replace(" ", NO_BREAK));
      latest = known;
    }
    return known.text();
  }

  String month(LocalDate day) {
    return month.format(day).replace(" ", NO_BREAK);
  }

  String date(@Nullable Instant instant) {
    return instant == null ? "" : date(instant.atZone(zone).toLocalDate());
  }

  String dateTime(@Nullable Instant instant) {
    return instant == null ? "" : time.format(instant.atZone(zone)).replace(" ", NO_BREAK);
  }

  String number(long number) {
    return ((NumberFormat) whole.clone()).format(number);
  }

  String number(double number, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(number);
  }

  String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** Two or three figures and a unit: {@code € 2.1 M}; the exact value belongs beside it. */
  String money(@Nullable BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    double value = amount.doubleValue();
    double size = Math.abs(value);
    if (size >= 999_950_000) {
      return euro(short1(value / 1e9) + NO_BREAK + (symbolFirst ? "bn" : "Md"));
    }
    if (size >= 999_500) {
      return euro(short1(value / 1e6) + NO_BREAK + "M");
    }
    return size >= 10_000
        ? euro(number(Math.round(value / 1e3)) + NO_BREAK + "k")
        : euro(number(Math.round(value)));
  }

  /** The whole amount: {@code € 2,134,567.50}, cents only when there are any. */
  String moneyExact(@Nullable BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    boolean cents = amount.stripTrailingZeros().scale() > 0;
    format.setMinimumFractionDigits(cents ? 2 : 0);
    format.setMaximumFractionDigits(2);
    return euro(format.format(amount));
  }

  private String short1(double value) {
    return number(value, Math.abs(value) < 99.95 ? 1 : 0);
  }

  private String euro(String figure) {
    return symbolFirst ? "€" + NO_BREAK + figure : figure + NO_BREAK + "€";
  }

  /** EL and UK are what the Commission writes for GR and GB. */
  String country(@Nullable String iso) {
    if (iso == null || iso.isBlank()) {
      return "";
    }
    String code =
        switch (iso) {
          case "EL" -> "GR";
          case "UK" -> "GB";
          default -> iso;
        };
    return code.length() == 2 ? countries.computeIfAbsent(code, this::named) : iso;
  }

  private String named(String code) {
    String name = Locale.of("", code).getDisplayCountry(locale);
    return name.isEmpty() ? code : name;
  }
}
