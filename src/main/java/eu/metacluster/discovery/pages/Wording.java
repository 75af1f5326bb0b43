package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Validity;
import eu.metacluster.platform.web.Page;
import eu.metacluster.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says the coded values of the grid in the language of the page; what it does not know stays. */
public final class Wording {

  /** Fields whose values are codes with words in the bundles. */
  private static final Set<Field> CODED =
      Set.of(
          Field.STATUS,
          Field.FRAMEWORK,
          Field.PROGRAMME,
          Field.SCHEME,
          Field.PILLAR,
          Field.TECHNOLOGY,
          Field.CANCER,
          Field.ACTIVITY,
          Field.SME,
          Field.SCOPE);

  /** Characters of a date that is known to the year, or to the month. */
  private static final int YEAR = 4;

  private static final int MONTH = 7;
  private static final int DAY = 10;

  private Wording() {}

  /** A facet's value. */
  public static String value(Page page, Facet facet, String value) {
    return switch (facet) {
      case COUNTRY ->
          value.equals(Facet.NOWHERE) ? page.t("discovery.country.none") : page.country(value);
      case REGION -> region(value);
      case YEAR, END, CALL, FUNDER, SOURCE, ORGANISATION -> value;
      case TYPE -> coded(page, Field.ACTIVITY.key(), value);
      default -> coded(page, facet.word(), value);
    };
  }

  private static String region(String code) {
    String name = Regions.name(code);
    return name.equals(code) ? code : name + " (" + code + ")";
  }

  /** A code of this group, such as {@code cancer} and {@code lung}. */
  public static String coded(Page page, String group, @Nullable String value) {
    String key = "discovery." + group + "." + value;
    return value == null ? "" : page.has(key) ? page.t(key) : value;
  }

  /** A field's value as a person reads it. */
  public static String value(Page page, Field field, String value) {
    if (CODED.contains(field)) {
      return coded(page, field.key(), value);
    }
    return switch (field) {
      case COUNTRY, SITE_COUNTRY -> page.country(value);
      case NUTS -> region(value);
      case DURATION -> page.t("discovery.months", value);
      case BUDGET -> money(page, value);
      case DEADLINE, STARTS_AT, ENDS_AT -> moment(page, value);
      case LANGUAGE -> Locale.of(value).getDisplayLanguage(page.locale());
      default -> typed(page, field, value);
    };
  }

  private static String typed(Page page, Field field, String value) {
    return switch (field.type()) {
      case DATE -> date(page, value);
      case MONEY -> money(page, value);
      default -> value;
    };
  }

  /** A time with its distance from UTC, such as {@code 16 Sep 2026, 17:00 (+02:00)}; or a day. */
  private static String moment(Page page, String value) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      String clock = time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
      return page.date(time.toLocalDate()) + ", " + clock + " (" + time.getOffset() + ")";
    } catch (DateTimeParseException e) {
      return value.length() > DAY ? local(page, value) : date(page, value);
    }
  }

  private static String local(Page page, String value) {
    try {
      LocalDateTime time = LocalDateTime.parse(value);
      String clock = time.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
      return page.date(time.toLocalDate()) + ", " + clock;
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /** When a value held, such as {@code Sep 2021 to 17 May 2022} or {@code until 2022}. */
  public static String valid(Page page, Validity valid) {
    String from = valid.from();
    String to = valid.to();
    if (from != null && to != null) {
      return valid.once()
          ? page.t("discovery.valid.once", date(page, from))
          : page.t("discovery.valid.between", date(page, from), date(page, to));
    }
    return from == null
        ? page.t("discovery.valid.until", date(page, String.valueOf(to)))
        : page.t("discovery.valid.since", date(page, from));
  }

  /** A date that may be known to the month or the year only. */
  private static String date(Page page, String date) {
    return switch (date.length()) {
      case YEAR -> date;
      case MONTH -> page.month(YearMonth.parse(date).atDay(1));
      default -> day(page, date);
    };
  }

  private static String day(Page page, String value) {
    try {
      return page.date(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  private static String money(Page page, String value) {
    try {
      Money money = Money.parse(value);
      BigDecimal euro = money.euro();
      if (euro != null) {
        return page.moneyExact(euro);
      }
      String amount = page.number(money.amount().doubleValue(), 0) + ' ' + money.currency();
      return money.year() == null ? amount : amount + " (" + money.year() + ")";
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
