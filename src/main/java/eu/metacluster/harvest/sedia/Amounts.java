package eu.metacluster.harvest.sedia;

import eu.metacluster.harvest.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budget overview of a call, from which a topic takes the lines that name it. */
final class Amounts {

  private static final String MAP = "budgetTopicActionMap";
  private static final String DASH = " - ";

  private Amounts() {}

  /** A plain number; null when it is none. */
  static @Nullable BigDecimal number(String text) {
    String plain = text.strip();
    if (!plain.matches("\\d{1,15}(\\.\\d{1,6})?")) {
      return null;
    }
    BigDecimal value = new BigDecimal(plain).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /** Takes what the overview states for this topic code. */
  static void read(Json overview, String code, Topic topic) {
    for (String number : overview.names(MAP)) {
      for (Json line : overview.list(MAP, number)) {
        line(line, code, topic);
      }
    }
  }

  private static void line(Json line, String code, Topic topic) {
    String action = line.text("action");
    boolean ours = action.startsWith(code + DASH) || !action.contains(DASH);
    if (!ours) {
      return;
    }
    topic.action(action.startsWith(code + DASH) ? action.substring(code.length() + 3) : action);
    for (String year : line.names("budgetYearMap")) {
      BigDecimal amount = number(line.text("budgetYearMap", year));
      if (amount != null && year.matches("\\d{4}")) {
        topic.budget(amount, Integer.valueOf(year), action + ", " + year);
      }
    }
    topic.contribution(number(line.text("minContribution")), number(line.text("maxContribution")));
    topic.expectedGrants(number(line.text("expectedGrants")));
    topic.opens(PortalTimes.day(line.text("plannedOpeningDate")));
    List<String> deadlines = line.texts("deadlineDates");
    deadlines.forEach(time -> topic.deadline(PortalTimes.read(time)));
    topic.deadlineModel(line.text("deadlineModel"));
  }
}
