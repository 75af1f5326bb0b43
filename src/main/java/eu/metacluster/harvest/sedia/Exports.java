package eu.metacluster.harvest.sedia;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Mojibake;
import eu.metacluster.harvest.wire.Prose;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The forms in which others saved topics. */
final class Exports {

  private Exports() {}

  /**
   * A row of a table.
   *
   * @param row its values by the names of the columns; empty for those that are not there
   * @param status the word in the file's name; empty when it has none
   */
  static Topic row(Function<String, String> row, String status, Locator at) {
    String reference = row.apply("reference");
    Topic topic = new Topic(row.apply("identifier"), reference, at);
    topic.title(row.apply("title"));
    topic.status(status);
    times(row, other(reference), topic);
    topic.action(row.apply("action_type"));
    amounts(
        topic,
        reference,
        Amounts.number(row.apply("budget_min")),
        Amounts.number(row.apply("budget_max")));
    topic.expectedGrants(Amounts.number(row.apply("project_number")));
    topic.summary(row.apply("description"));
    topic.conditions(row.apply("beneficiary_administration"));
    topic.detail("Duration", row.apply("duration"));
    topic.portalPage();
    return topic;
  }

  private static void times(Function<String, String> row, boolean other, Topic topic) {
    for (String column : List.of("deadline", "deadline2")) {
      String time = row.apply(column);
      topic.deadline(other ? PortalTimes.read(time) : PortalTimes.export(time));
    }
    String start = row.apply("start_date");
    String opening = other ? PortalTimes.read(start) : PortalTimes.export(start);
    topic.opens(opening == null ? null : PortalTimes.day(opening));
    topic.deadlineModel(row.apply("submission_procedure"));
  }

  /** Whether it is no topic of a work programme: aid abroad, or a call that a project makes. */
  private static boolean other(String reference) {
    return reference.contains("PROSPECTS") || reference.contains("COMPETITIVE_CALL");
  }

  /** Of a topic it is what a project may get; of any other call, what there is. */
  private static void amounts(
      Topic topic, String reference, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    if (!other(reference)) {
      topic.contribution(least, most);
    } else if (most != null) {
      topic.budget(most, null, "budget_max: " + most.toPlainString());
    }
  }

  /** A line of JSON, whose characters were once read wrongly. */
  static Topic line(Json line, Locator at) {
    Function<String, String> text = name -> Mojibake.repaired(line.text(name));
    String reference = line.text("reference");
    Topic topic = new Topic(line.text("topicId"), reference, at);
    topic.title(text.apply("title"));
    topic.call(line.text("callIdentifier"), text.apply("callTitle"));
    topic.framework(line.text("programmeId"), text.apply("programme"));
    topic.status(line.text("callStatus"));
    topic.deadline(PortalTimes.read(line.text("deadline")));
    topic.deadlineModel(line.text("deadlineModel"));
    topic.action(text.apply("typesOfAction"));
    amounts(
        topic,
        reference,
        Amounts.number(line.text("budgetMin")),
        Amounts.number(line.text("budgetMax")));
    topic.expectedGrants(Amounts.number(line.text("expectedGrants")));
    topic.summary(text.apply("description"));
    topic.conditions(text.apply("topicConditions").replaceFirst("^\">", ""));
    List.of(text.apply("keywords").split(", ")).forEach(topic::keyword);
    List.of(text.apply("crossCuttingPriorities").split(", "))
        .forEach(word -> topic.detail("Priority", word));
    topic.address(line.text("portalUrl"));
    return topic;
  }

  /** A line of a list of changes: that the topic was there on a day, and nothing more. */
  static Topic event(Json event, String date, Locator at) {
    Topic topic = new Topic(event.text("topicId"), event.text("name"), at);
    topic.nameless();
    topic.detail("Reference", event.text("name"));
    topic.detail(event.text("type").equals("NEW") ? "First seen" : "Changed", Prose.line(date));
    return topic;
  }
}
