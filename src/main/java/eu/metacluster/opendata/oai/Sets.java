package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described.Source;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sets that a record is in: by kind, pillar, cancer and source. Being in {@code kind:project}
 * it is in {@code kind}, as the protocol has it.
 *
 * @param names by spec; empty for what only a parent's name is known of
 */
record Sets(Map<String, String> names) {

  /**
   * Turns an item's sets into names that the protocol allows.
   *
   * @param sets such as {@code pillar:Early detection} and {@code source:4}
   * @param sources what sources are called
   */
  static Sets of(Collection<String> sets, List<Source> sources) {
    Map<String, String> names = new TreeMap<>();
    for (String set : sets) {
      int colon = set.indexOf(':');
      if (colon > 0 && colon < set.length() - 1) {
        String family = set.substring(0, colon);
        String value = set.substring(colon + 1);
        String word = word(value);
        if (!word.isEmpty()) {
          names.put(family, parent(family));
          names.put(family + ":" + word, name(family, value, sources));
        }
      }
    }
    return new Sets(names);
  }

  /** The sets as a header names them: the most exact ones are enough, their parents follow. */
  String specs() {
    StringBuilder specs = new StringBuilder();
    names.keySet().stream()
        .filter(spec -> spec.indexOf(':') > 0)
        .forEach(spec -> specs.append("<setSpec>").append(spec).append("</setSpec>"));
    return specs.toString();
  }

  private static String word(String value) {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9_.]+", "-").replaceAll("^-|-$", "");
  }

  private static String parent(String family) {
    return switch (family) {
      case "kind" -> "By kind of record";
      case "pillar" -> "By pillar of Europe's Beating Cancer Plan";
      case "cancer" -> "By cancer";
      case "source" -> "By source";
      default -> family;
    };
  }

  private static String name(String family, String value, List<Source> sources) {
    if (!family.equals("source")) {
      return value;
    }
    @Nullable String name =
        sources.stream()
            .filter(source -> Long.toString(source.id()).equals(value))
            .map(Source::name)
            .findFirst()
            .orElse(null);
    return name == null ? "Source " + value : name;
  }
}
