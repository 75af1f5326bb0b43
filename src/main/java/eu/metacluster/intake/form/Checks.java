package eu.metacluster.intake.form;

import eu.metacluster.grid.Field;
import eu.metacluster.intake.receiving.Spoofs;
import eu.metacluster.people.EmailAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is missing or wrong in a form: said beside the field, and no obstacle to a draft. */
final class Checks {

  private static final int MOST = 100;
  private static final int LONGEST = 2_000;
  private static final Pattern GRANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./-]{2,39}");
  private static final Pattern DOI =
      Pattern.compile("(https?://(dx\\.)?doi\\.org/)?10\\.\\d{4,9}/\\S+");
  private static final Pattern ROR =
      Pattern.compile("(https?://ror\\.org/)?0[a-hj-km-np-tv-z0-9]{6}\\d{2}");

  private Checks() {}

  /** Everything that keeps a form from being sent, by name of the place. */
  static Map<String, String> of(Sheet sheet) {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Slot slot : sheet.slots()) {
      String problem = problem(slot, sheet.value(slot));
      if (problem != null) {
        wrong.put(slot.name(), problem);
      }
    }
    order(sheet, Field.START_DATE, Field.END_DATE, wrong);
    order(sheet, Field.STARTS_AT, Field.ENDS_AT, wrong);
    person(sheet, wrong);
    return wrong;
  }

  private static void person(Sheet sheet, Map<String, String> wrong) {
    address("email", sheet.sender().email(), wrong);
    if (!sheet.sender().ownerEmail().isBlank()) {
      address("owner", sheet.sender().ownerEmail(), wrong);
    }
    if (!sheet.agreed()) {
      wrong.put("agreed", "intake.wrong.agreed");
    }
  }

  private static void address(String name, String typed, Map<String, String> wrong) {
    if (EmailAddress.of(typed).isEmpty()) {
      wrong.put(name, "intake.wrong.email");
    } else if (Spoofs.mixed(typed)) {
      wrong.put(name, "intake.wrong.letters");
    }
  }

  private static @Nullable String problem(Slot slot, String value) {
    if (value.isBlank()) {
      return slot.required() ? "intake.wrong.needed" : null;
    }
    if (value.length() > slot.longest()) {
      return "intake.wrong.long";
    }
    return switch (slot.type()) {
      case DAY -> day(value) == null ? "intake.wrong.day" : null;
      case ADDRESS -> web(value);
      case CHOICE, COUNTRY -> slot.choices().contains(value) ? null : "intake.wrong.choice";
      case AMOUNT -> Slot.PLAIN.matcher(value).matches() ? null : "intake.wrong.amount";
      case LINE, TEXT -> name(slot.field(), value);
      case MANY -> many(slot, value);
    };
  }

  private static @Nullable String many(Slot slot, String value) {
    List<String> lines = Slot.lines(value);
    if (lines.size() > MOST) {
      return "intake.wrong.many";
    }
    for (String line : lines) {
      if (line.length() > LONGEST) {
        return "intake.wrong.line";
      }
      if (!slot.choices().isEmpty() && !slot.choices().contains(line)) {
        return "intake.wrong.choice";
      }
      if (slot.field() == Field.BUDGET && !Slot.MONEY.matcher(line).matches()) {
        return "intake.wrong.amount";
      }
      String address = slot.field() == Field.URL ? web(line) : null;
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  private static @Nullable String name(Field field, String value) {
    return switch (field) {
      case GRANT -> GRANT.matcher(value).matches() ? null : "intake.wrong.grant";
      case DOI -> DOI.matcher(value).matches() ? null : "intake.wrong.doi";
      case ROR -> ROR.matcher(value).matches() ? null : "intake.wrong.ror";
      default -> null;
    };
  }

  private static @Nullable String web(String value) {
    try {
      URI uri = new URI(value);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      String host = uri.getRawAuthority();
      if (!web || host == null || host.contains("@")) {
        return "intake.wrong.address";
      }
      return Spoofs.mixed(host) ? "intake.wrong.letters" : null;
    } catch (java.net.URISyntaxException e) {
      return "intake.wrong.address";
    }
  }

  private static @Nullable LocalDate day(String value) {
    try {
      LocalDate day = LocalDate.parse(value);
      return day.getYear() < 1950 || day.getYear() > 2100 ? null : day;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void order(Sheet sheet, Field first, Field last, Map<String, String> wrong) {
    LocalDate from = day(sheet.facts().getOrDefault(first, ""));
    LocalDate to = day(sheet.facts().getOrDefault(last, ""));
    if (from != null && to != null && to.isBefore(from)) {
      wrong.put(last.key(), "intake.wrong.order");
    }
  }
}
