package eu.metacluster.discovery.matching;

import eu.metacluster.discovery.search.Alike;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** In how many public texts a term occurs, remembered until the grid has grown by a tenth. */
@Component
class Frequencies {

  /** Beyond so many the memory is worth more than the time. */
  private static final int MOST_REMEMBERED = 200_000;

  private static final double GROWN = 0.1;

  /** How much rarer a pair of words is than the rarer of both, about. */
  private static final long PAIR = 8;

  private final Alike alike;
  private Map<String, Long> known = new HashMap<>();
  private long documents = -1;

  Frequencies(Alike alike) {
    this.alike = alike;
  }

  /**
   * The vocabulary for these texts. Words that only one of them has are taken to be as rare as a
   * word can be: they are in nobody's likeness, only in its length and in how much is said of a
   * title.
   *
   * <p>What is given is of these texts alone: it does not change when others ask. Frequencies may
   * be of a moment when the grid was a tenth smaller or larger.
   *
   * @param all the terms of each
   */
  synchronized Vocabulary of(List<Map<String, Integer>> all) {
    long now = alike.documents();
    if (Math.abs(now - documents) > GROWN * documents || known.size() > MOST_REMEMBERED) {
      known = new HashMap<>();
      documents = now;
    }
    Set<String> once = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (Map<String, Integer> terms : all) {
      for (String term : terms.keySet()) {
        if (!Terms.pair(term) && !once.add(term)) {
          several.add(term);
        }
      }
    }
    known.putAll(
        alike.frequencies(several.stream().filter(term -> !known.containsKey(term)).toList()));
    Map<String, Long> own = new HashMap<>();
    several.forEach(term -> own.put(term, known.getOrDefault(term, 1L)));
    return new Vocabulary(Math.max(documents, all.size()), term -> frequency(own, term));
  }

  private static long frequency(Map<String, Long> known, String term) {
    int blank = term.indexOf(' ');
    if (blank < 0) {
      return known.getOrDefault(term, 1L);
    }
    long one = known.getOrDefault(term.substring(0, blank), 1L);
    long other = known.getOrDefault(term.substring(blank + 1), 1L);
    return Math.min(one, other) / PAIR;
  }
}
