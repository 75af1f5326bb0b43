package eu.metacluster.harvest.sedia;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.wire.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The forms in which the portal itself writes a topic. */
final class Forms {

  private static final String NOTHING = "{}";

  private Forms() {}

  /** A result of the search: every value is an array of texts, and some texts hold JSON. */
  static Topic result(Json result, Locator at) {
    Json meta = result.at("metadata");
    Function<String, String> first = name -> meta.texts(name).stream().findFirst().orElse("");
    String code = first.apply("identifier");
    Topic topic = new Topic(code, result.text("reference"), at);
    topic.title(first.apply("title"));
    topic.call(first.apply("callIdentifier"), first.apply("callTitle"));
    topic.framework(first.apply("frameworkProgramme"), "");
    topic.status(first.apply("status"));
    topic.opens(PortalTimes.day(first.apply("startDate")));
    meta.texts("deadlineDate").forEach(time -> topic.deadline(PortalTimes.read(time)));
    topic.deadlineModel(first.apply("deadlineModel"));
    actions(inner(first.apply("actions")).list(), topic);
    meta.texts("typesOfAction").forEach(topic::action);
    links(inner(first.apply("links")).list(), code, topic);
    Amounts.read(inner(first.apply("budgetOverview")), code, topic);
    topic.summary(first.apply("descriptionByte"));
    topic.conditions(first.apply("topicConditions"));
    meta.texts("keywords").forEach(topic::keyword);
    meta.texts("tags").forEach(topic::keyword);
    meta.texts("crossCuttingPriorities").forEach(word -> topic.detail("Priority", word));
    topic.portalPage();
    return topic;
  }

  /** The details of one topic, as the portal's own page loads them. */
  static Topic details(Json details, Locator at) {
    String code = details.text("identifier");
    Topic topic = new Topic(code, "", at);
    topic.title(details.text("title"));
    topic.call(details.text("callIdentifier"), details.text("callTitle"));
    Json framework = details.at("frameworkProgramme");
    topic.framework(framework.text("id"), framework.text("description"));
    details.list("programmeDivision").forEach(p -> topic.programme(p.text("abbreviation")));
    actions(details.list("actions"), topic);
    links(details.list("links"), code, topic);
    Amounts.read(details.at("budgetOverviewJSONItem"), code, topic);
    topic.summary(details.text("description"));
    topic.conditions(details.text("conditions"));
    details.texts("keywords").forEach(topic::keyword);
    details.texts("tags").forEach(topic::keyword);
    details.texts("flags").forEach(word -> topic.detail("Priority", word));
    topic.portalPage();
    return topic;
  }

  private static Json inner(String text) {
    try {
      return Json.parse(text.isEmpty() ? NOTHING : text);
    } catch (IOException e) {
      return Json.NONE;
    }
  }

  private static void actions(List<Json> actions, Topic topic) {
    boolean open = actions.stream().anyMatch(action -> status(action).equals("Open"));
    for (Json action : actions) {
      topic.status(open ? "Open" : status(action));
      topic.opens(PortalTimes.day(action.text("plannedOpeningDate")));
      action.texts("deadlineDates").forEach(time -> topic.deadline(PortalTimes.read(time)));
      topic.deadlineModel(action.text("submissionProcedure", "abbreviation"));
      action.list("types").forEach(type -> topic.action(type.text("typeOfAction")));
    }
  }

  private static String status(Json action) {
    return action.text("status", "abbreviation");
  }

  /** The ways to submit a proposal know the hour of the deadline. */
  private static void links(List<Json> links, String code, Topic topic) {
    for (Json link : links) {
      if (link.text("url").endsWith("topic=" + code)) {
        topic.deadline(PortalTimes.read(link.text("endDate")));
      }
    }
  }
}
