package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What stands beside the projects: programmes, calls, subjects and web addresses. It makes findings
 * of the first two, and keeps for each project what it is connected with.
 */
final class Related {

  static final Connector.Terms TERMS =
      new Connector.Terms(
          "CC-BY-4.0", "European Union, CORDIS", "https://cordis.europa.eu/about/legal");

  private final Map<String, Entry> programmes = new LinkedHashMap<>();
  private final Map<String, Entry> calls = new LinkedHashMap<>();
  private final Map<String, List<Fact>> byProject = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private record Entry(Facts facts, Locator first) {}

  /** A row of the legal bases: programme {@code legalBasis} with its {@code title}. */
  void programme(String project, Values values) {
    coded(project, values, "legalBasis", Field.PROGRAMME, programmes);
  }

  /** A row of the topics: call {@code topic} with its {@code title}. */
  void call(String project, Values values) {
    coded(project, values, "topic", Field.CALL, calls);
  }

  private void coded(
      String project, Values values, String column, Field field, Map<String, Entry> entries) {
    String code = values.name(column);
    if (code.isEmpty()) {
      values.problem(column, "", Reason.NO_ID);
      return;
    }
    connect(project, field, code, values.place().at());
    Entry entry = entries.computeIfAbsent(code, c -> new Entry(new Facts(), values.place().at()));
    entry.facts().add(Field.TITLE, values.text("title"));
  }

  /** A row of the subjects: the path in words. */
  void subject(String project, Values values) {
    connect(project, Field.SUBJECT, values.text("euroSciVocPath"), values.place().at());
  }

  /** A row of the web links; only the project's own site counts. */
  void link(String project, Values values) {
    if (values.text("type").equals("relatedWebsite")
        && values.text("represents").equals("project")) {
      connect(project, Field.URL, Addresses.web(values, "physUrl"), values.place().at());
    }
  }

  private void connect(String project, Field field, String value, Locator at) {
    if (!value.isEmpty()) {
      String shared = texts.computeIfAbsent(value, v -> v);
      byProject
          .computeIfAbsent(project, p -> new ArrayList<>(4))
          .add(Fact.readAt(at, field, shared));
    }
  }

  /** What is known about a project here; it is handed out once. */
  List<Fact> take(String project) {
    List<Fact> facts = byProject.remove(project);
    return facts == null ? List.of() : facts;
  }

  /** Hands out the programmes, then the calls. */
  void each(Consumer<Finding> taker) {
    programmes.forEach(
        (c, e) -> taker.accept(finding(RecordKind.PROGRAMME, Scheme.PROGRAMME, c, e)));
    calls.forEach((c, e) -> taker.accept(finding(RecordKind.CALL, Scheme.TOPIC, c, e)));
  }

  private static Finding finding(RecordKind kind, Scheme scheme, String code, Entry entry) {
    Facts facts = entry.facts();
    facts.identify(scheme, code);
    if (facts.facts().isEmpty()) {
      facts.add(Field.TITLE, code);
    }
    return facts.sealed(kind, code, entry.first());
  }
}
