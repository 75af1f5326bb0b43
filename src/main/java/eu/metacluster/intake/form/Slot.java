package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One place of the form.
 *
 * @param choices of a choice, the words that it may be
 */
public record Slot(Field field, Type type, boolean required, List<String> choices) {

  private static final List<String> COUNTRIES =
      Stream.concat(Stream.of("XK"), Arrays.stream(Locale.getISOCountries())).toList();

  private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}(?:T|$)");

  /** An amount in the one writing that is kept; empty when it is none. */
  static final Pattern PLAIN = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");

  /** The same with its currency, and the year whose money it is. */
  static final Pattern MONEY = Pattern.compile(PLAIN.pattern() + "(?: [A-Z]{3}(?: \\d{4})?)?");

  private static final Pattern THOUSANDS =
      Pattern.compile("\\d{1,3}(?:([,.])\\d{3})(?:\\1\\d{3})*(?:[,.]\\d{1,2})?");

  /** What people type for an amount, such as {@code € 1,200,000.50} or {@code 1.200.000,50}. */
  static String plainAmount(String typed) {
    String digits = typed.replaceAll("[\\s\\h€'’]|EUR", "");
    Matcher grouped = THOUSANDS.matcher(digits);
    String joined = grouped.matches() ? digits.replace(grouped.group(1), "") : digits;
    String plain = joined.replace(',', '.');
    return PLAIN.matcher(plain).matches() ? plain : typed;
  }

  /** How a place is filled. */
  public enum Type {
    LINE,
    TEXT,
    DAY,
    ADDRESS,
    CHOICE,
    COUNTRY,
    /** Euro, as a plain decimal. */
    AMOUNT,
    /** Several values, one a line; with choices, any number of these. */
    MANY
  }

  static Slot line(Field field) {
    return new Slot(field, Type.LINE, false, List.of());
  }

  static Slot text(Field field) {
    return new Slot(field, Type.TEXT, false, List.of());
  }

  static Slot day(Field field) {
    return new Slot(field, Type.DAY, false, List.of());
  }

  static Slot address(Field field) {
    return new Slot(field, Type.ADDRESS, false, List.of());
  }

  static Slot amount(Field field) {
    return new Slot(field, Type.AMOUNT, false, List.of());
  }

  static Slot country() {
    return new Slot(Field.COUNTRY, Type.COUNTRY, false, COUNTRIES);
  }

  static Slot choice(Field field, String... choices) {
    return new Slot(field, Type.CHOICE, false, List.of(choices));
  }

  static Slot many(Field field) {
    return new Slot(field, Type.MANY, false, List.of());
  }

  static Slot many(Field field, List<String> choices) {
    return new Slot(field, Type.MANY, false, choices);
  }

  /** The values of a place that takes several. */
  public static List<String> lines(String value) {
    return value.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }

  Slot needed() {
    return new Slot(field, type, true, choices);
  }

  /** The name of its field in the form. */
  public String name() {
    return field.key();
  }

  /** A source's value in the writing that this place takes; empty when it does not fit. */
  String fitting(String value) {
    return switch (type) {
      case DAY -> DAY.matcher(value).find() ? value.substring(0, 10) : "";
      case CHOICE, COUNTRY -> choice(value);
      case AMOUNT -> PLAIN.matcher(value).matches() ? value : "";
      case LINE, ADDRESS -> value.length() > longest() ? "" : value;
      case TEXT, MANY -> value.length() > longest() ? value.substring(0, longest()) : value;
    };
  }

  private String choice(String value) {
    return choices.stream().filter(value::equalsIgnoreCase).findFirst().orElse("");
  }

  /** The most characters that it takes. */
  public int longest() {
    return switch (type) {
      case TEXT, MANY -> 20_000;
      case DAY -> 10;
      case AMOUNT -> 40;
      case ADDRESS -> 2_000;
      case LINE, CHOICE, COUNTRY -> 500;
    };
  }
}
