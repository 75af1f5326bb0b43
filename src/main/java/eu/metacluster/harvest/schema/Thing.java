package eu.metacluster.harvest.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A thing with its types and properties; the value of a property is a text or another thing. */
public final class Thing {

  private static final int VALUES = 1_000;

  private final Set<String> types = new LinkedHashSet<>();
  private final Map<String, List<Object>> properties = new LinkedHashMap<>();
  private String id = "";

  Thing() {}

  /** The name of a type or property without the vocabulary before it. */
  static String bare(String name) {
    String plain = name.strip();
    int end = Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#'));
    boolean schema = plain.startsWith("http") && plain.contains("schema");
    if (schema) {
      return plain.substring(end + 1);
    }
    return plain.startsWith("schema:") ? plain.substring("schema:".length()) : plain;
  }

  void type(String name) {
    types.add(bare(name));
  }

  void id(String name) {
    id = name.strip();
  }

  void put(String property, Object value) {
    List<Object> values = properties.computeIfAbsent(bare(property), p -> new ArrayList<>(1));
    if (values.size() < VALUES) {
      values.add(value);
    }
  }

  /** Its types, such as {@code Event}, without the vocabulary before them. */
  public Set<String> types() {
    return types;
  }

  /** Whether it is of one of these types. */
  public boolean is(Set<String> wanted) {
    return types.stream().anyMatch(wanted::contains);
  }

  /** What the page itself calls it, mostly an address; empty when nothing. */
  public String id() {
    return id;
  }

  boolean bare() {
    return properties.isEmpty();
  }

  Map<String, List<Object>> properties() {
    return properties;
  }

  /** All values of a property in words: texts as they stand, things by their names. */
  public List<String> words(String property) {
    List<String> words = new ArrayList<>();
    for (Object value : properties.getOrDefault(property, List.of())) {
      String word = value instanceof Thing thing ? thing.name() : value.toString();
      if (!word.isBlank()) {
        words.add(word);
      }
    }
    return words;
  }

  /** The first of these properties that says anything, in words; empty when none does. */
  public String word(String... names) {
    for (String name : names) {
      List<String> words = words(name);
      if (!words.isEmpty()) {
        return words.getFirst();
      }
    }
    return "";
  }

  private String name() {
    String name = word("name", "headline", "alternateName");
    return name.isEmpty() ? word("@value", "identifier") : name;
  }

  /** The values of a property that are things. */
  public List<Thing> things(String property) {
    return properties.getOrDefault(property, List.of()).stream()
        .filter(Thing.class::isInstance)
        .map(Thing.class::cast)
        .toList();
  }

  /** The values of a property that are texts. */
  public List<String> texts(String property) {
    return properties.getOrDefault(property, List.of()).stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank())
        .toList();
  }
}
