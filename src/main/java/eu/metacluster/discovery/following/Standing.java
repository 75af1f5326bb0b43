package eu.metacluster.discovery.following;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How something stands: the values of it that may matter, by name. It is what was told last, and
 * compared with what is now. Values are codes and ids, never words of a language.
 *
 * @param values single values; an absent one is unknown
 * @param lists partners, projects or what a search found, in their order
 */
record Standing(Map<String, String> values, Map<String, List<String>> lists) {

  /** Nobody could say yet what it was. */
  static final Standing UNKNOWN = new Standing(Map.of(), Map.of());

  static final String STATE = "state";
  static final String STATUS = "status";
  static final String START = "start";
  static final String END = "end";
  static final String FUNDING = "funding";
  static final String TITLE = "title";
  static final String PARTNERS = "partners";
  static final String PROJECTS = "projects";
  static final String FOUND = "found";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Standing parse(String json) {
    JsonNode node = JSON.readTree(json);
    Map<String, String> values = new TreeMap<>();
    Map<String, List<String>> lists = new TreeMap<>();
    node.properties()
        .forEach(
            one -> {
              if (one.getValue().isArray()) {
                List<String> all = new ArrayList<>();
                one.getValue().forEach(each -> all.add(each.asString()));
                lists.put(one.getKey(), all);
              } else {
                values.put(one.getKey(), one.getValue().asString());
              }
            });
    return new Standing(values, lists);
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(lists);
    return JSON.writeValueAsString(all);
  }

  String value(String name) {
    return values.getOrDefault(name, "");
  }

  List<String> list(String name) {
    return lists.getOrDefault(name, List.of());
  }

  boolean organisation() {
    return lists.containsKey(PROJECTS);
  }
}
