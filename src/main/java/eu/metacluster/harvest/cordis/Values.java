package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.CleanText;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one place as typed values; what cannot be read is logged and left out. */
final class Values {

  private static final String MIDNIGHT = " 00:00:00";

  /** What is longer names nothing, and no index of the database could hold it. */
  private static final int LONGEST_NAME = 500;

  private final Cells cells;
  private final Place place;
  private final Reading reading;

  Values(Cells cells, Place place, Reading reading) {
    this.cells = cells;
    this.place = place;
    this.reading = reading;
  }

  Place place() {
    return place;
  }

  /** One line of text; empty when there is none. */
  String text(String column) {
    return cleaned(column, true);
  }

  /** A code, a number or an address that names a thing; empty and logged when it is endless. */
  String name(String column) {
    String text = text(column);
    if (text.length() <= LONGEST_NAME) {
      return text;
    }
    problem(column, text, Reason.TOO_LONG);
    return "";
  }

  /** Text that may have paragraphs and may be written from right to left. */
  String longText(String column) {
    return cleaned(column, false);
  }

  private String cleaned(String column, boolean oneLine) {
    String raw = cells.cell(column);
    if (raw.isEmpty()) {
      return raw;
    }
    int dirt = CleanText.dirt(raw);
    if (dirt == 0) {
      return CleanText.stripped(raw);
    }
    if ((dirt & CleanText.CONTROL) != 0) {
      problem(column, raw, Reason.CONTROL_CHARACTERS);
    }
    if (oneLine && (dirt & CleanText.MARK) != 0) {
      problem(column, raw, Reason.DIRECTION_MARKS);
    }
    return oneLine ? CleanText.line(raw) : CleanText.paragraphs(raw);
  }

  /** A calendar day; a time of midnight behind it is ignored. */
  @Nullable LocalDate date(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate day =
          LocalDate.parse(
              text.endsWith(MIDNIGHT)
                  ? text.substring(0, text.length() - MIDNIGHT.length())
                  : text);
      if (day.getYear() < 1000 || day.getYear() > 2999) {
        throw new DateTimeException("no year of a project");
      }
      return day;
    } catch (DateTimeException e) {
      problem(column, text, Reason.BAD_DATE);
      return null;
    }
  }

  /** An amount of zero or more, without trailing zeros. */
  @Nullable BigDecimal amount(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    BigDecimal amount = decimal(text);
    if (amount == null) {
      problem(column, text, Reason.BAD_NUMBER);
    } else if (amount.signum() < 0) {
      problem(column, text, Reason.NEGATIVE);
      return null;
    }
    return amount;
  }

  /** An amount for which zero means that nobody knows it. */
  @Nullable BigDecimal knownAmount(String column) {
    BigDecimal amount = amount(column);
    return amount == null || amount.signum() == 0 ? null : amount;
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.length() > 24 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return null;
    }
    boolean comma = text.indexOf('.') < 0 && text.indexOf(',') == text.lastIndexOf(',');
    try {
      BigDecimal value = new BigDecimal(comma ? text.replace(',', '.') : text).stripTrailingZeros();
      return value.scale() < 0 ? value.setScale(0) : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** ISO 3166 code; empty when there is none or nobody knows it. */
  String country(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      return text;
    }
    String iso = Countries.iso(text);
    if (iso == null) {
      problem(column, text, Reason.UNKNOWN_COUNTRY);
      return "";
    }
    return iso;
  }

  void problem(String column, String value, Reason reason) {
    reading.problem(new Problem(place.file(), place.line(), column, value, reason));
  }
}
