package eu.metacluster.harvest.table;

import eu.metacluster.grid.Field;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.MailDates;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Nations;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a cell, as the field has it.
 *
 * @param text clean and typed; as it stands when it cannot be read
 * @param reason why it cannot be read; null when it can
 */
record CellValue(String text, @Nullable Reason reason) {

  private static final URI NOWHERE = URI.create("https://nowhere.invalid/");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})([./-]\\d{4}.*)");
  private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S{1,300}");
  private static final Pattern ROR = Pattern.compile("(?i)0[a-z0-9]{6}[0-9]{2}");
  private static final Set<String> YES =
      Set.of("true", "yes", "oui", "vrai", "x", "1", "online", "en ligne", "virtual");
  private static final Set<String> NO =
      Set.of(
          "false",
          "no",
          "non",
          "faux",
          "0",
          "onsite",
          "on site",
          "in person",
          "sur place",
          "présentiel");

  private static CellValue good(String text) {
    return new CellValue(text, null);
  }

  private static CellValue bad(String raw, Reason reason) {
    return new CellValue(raw, reason);
  }

  /**
   * Reads a value that is not empty.
   *
   * @param heading of its column, which may name a currency
   */
  static CellValue of(Field field, String raw, String heading, boolean dayFirst) {
    return switch (field) {
      case URL -> link(raw);
      case DOI -> found(DOI, raw, Reason.UNKNOWN_VALUE);
      case ROR -> found(ROR, raw, Reason.UNKNOWN_VALUE);
      case PIC -> raw.matches("\\d{9}") ? good(raw) : bad(raw, Reason.BAD_NUMBER);
      case NUTS -> nuts(raw);
      case COUNTRY, SITE_COUNTRY -> or(Nations.iso(raw), raw, Reason.UNKNOWN_COUNTRY);
      case LANGUAGE -> or(Tongue.named(raw), raw, Reason.UNKNOWN_VALUE);
      case STARTS_AT, ENDS_AT, DEADLINE -> moment(raw, dayFirst);
      case ATTENDANCE -> attendance(raw);
      case BUDGET -> Amounts.of(raw, heading);
      case DETAIL -> good(Prose.line(heading + ": " + raw));
      default -> typed(field, raw, heading, dayFirst);
    };
  }

  private static CellValue typed(Field field, String raw, String heading, boolean dayFirst) {
    return switch (field.type()) {
      case DATE -> date(raw, dayFirst);
      case MONEY -> Amounts.of(raw, heading);
      case NUMBER ->
          raw.replace(" ", "").matches("\\d{1,9}")
              ? good(raw.replace(" ", ""))
              : bad(raw, Reason.BAD_NUMBER);
      case LONG_TEXT -> good(Prose.text(unquoted(raw)));
      case TEXT, TEXTS -> good(Prose.line(unquoted(raw)));
    };
  }

  /** Some exports quote a text that is quoted already. */
  private static String unquoted(String raw) {
    boolean quoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
    return quoted ? raw.replaceAll("^\"+|\"+$", "") : raw;
  }

  private static CellValue or(String read, String raw, Reason reason) {
    return read.isEmpty() ? bad(raw, reason) : good(read);
  }

  private static CellValue found(Pattern pattern, String raw, Reason reason) {
    Matcher matcher = pattern.matcher(raw);
    return matcher.find() ? good(matcher.group().toLowerCase(Locale.ROOT)) : bad(raw, reason);
  }

  private static CellValue link(String raw) {
    String address = raw.startsWith("www.") ? "https://" + raw : raw;
    String link = address.startsWith("http") ? Links.text(address, NOWHERE) : "";
    return or(link, raw, Reason.BAD_ADDRESS);
  }

  private static CellValue nuts(String raw) {
    String code = raw.toUpperCase(Locale.ROOT);
    return code.matches("[A-Z]{2}[0-9A-Z]{0,3}") ? good(code) : bad(raw, Reason.UNKNOWN_VALUE);
  }

  private static CellValue date(String raw, boolean dayFirst) {
    String ordered = ordered(raw, dayFirst);
    String day = Moments.partial(ordered);
    String mail = day == null ? MailDates.read(ordered) : null;
    return or(day != null ? day : mail == null ? "" : mail.substring(0, 10), raw, Reason.BAD_DATE);
  }

  private static CellValue moment(String raw, boolean dayFirst) {
    String ordered = ordered(raw, dayFirst);
    String moment = Moments.read(ordered, null);
    String mail = moment == null ? MailDates.read(ordered) : moment;
    return or(mail == null ? "" : mail, raw, Reason.BAD_DATE);
  }

  private static String ordered(String raw, boolean dayFirst) {
    Matcher matcher = MONTH_FIRST.matcher(raw);
    return !dayFirst && matcher.matches()
        ? matcher.group(3) + matcher.group(2) + matcher.group(1) + matcher.group(4)
        : raw;
  }

  private static CellValue attendance(String raw) {
    String word = raw.toLowerCase(Locale.ROOT).strip();
    if (YES.contains(word)) {
      return good("online");
    } else if (NO.contains(word)) {
      return good("in person");
    } else if (word.startsWith("hybrid") || word.equals("mixed") || word.equals("mixte")) {
      return good("mixed");
    }
    return bad(raw, Reason.UNKNOWN_VALUE);
  }
}
