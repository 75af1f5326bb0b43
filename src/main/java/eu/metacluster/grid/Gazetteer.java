package eu.metacluster.grid;

import eu.metacluster.shared.Nuts;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Place names and the NUTS regions they stand for, learned from things of which both are known. It
 * answers with the smallest region that nearly all things of that name are in, and with nothing
 * where they are spread over a country: two towns may bear one name.
 */
final class Gazetteer {

  /** Things of a name that must be known before it says anything. */
  private static final int ENOUGH = 2;

  /** The share of them that must be in the region. */
  private static final double AGREED = 0.95;

  /** A region of level 1 is the largest that says more than the country. */
  private static final int SHORTEST = 3;

  private static final int LONGEST = 5;

  private final Map<String, Map<String, Integer>> known = new HashMap<>();

  /** Learns that so many things of this place name are in the region. */
  void learn(String country, String place, String nuts, int things) {
    String key = key(country, place);
    String region = Nuts.current(nuts);
    if (!key.isEmpty() && region.length() >= SHORTEST) {
      known.computeIfAbsent(key, k -> new HashMap<>()).merge(region, things, Integer::sum);
    }
  }

  /** The region that a place name stands for, in the newest version of NUTS. */
  Optional<String> region(@Nullable String country, @Nullable String place) {
    if (country == null || place == null) {
      return Optional.empty();
    }
    Map<String, Integer> regions = known.getOrDefault(key(country, place), Map.of());
    int all = regions.values().stream().mapToInt(Integer::intValue).sum();
    if (all < ENOUGH) {
      return Optional.empty();
    }
    for (int length = LONGEST; length >= SHORTEST; length--) {
      Map<String, Integer> counts = new HashMap<>();
      int level = length;
      regions.forEach(
          (code, n) -> {
            if (code.length() >= level) {
              counts.merge(code.substring(0, level), n, Integer::sum);
            }
          });
      Optional<Map.Entry<String, Integer>> most =
          counts.isEmpty()
              ? Optional.empty()
              : Optional.of(Collections.max(counts.entrySet(), Map.Entry.comparingByValue()));
      if (most.isPresent() && most.get().getValue() >= AGREED * all) {
        return most.map(Map.Entry::getKey);
      }
    }
    return Optional.empty();
  }

  /** A name without accents, post codes, districts and the like. */
  private static String key(String country, String place) {
    String plain =
        Normalizer.normalize(place, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\([^)]*\\)|\\bcedex\\b|[\\p{N}]+\\w*", " ")
            .replaceAll("[^\\p{L}]+", " ")
            .strip();
    return plain.isEmpty() ? "" : country + ' ' + plain;
  }
}
