package eu.metacluster.discovery.search;

import eu.metacluster.grid.RecordKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds public records whose texts have words in common; matching ranks them more closely. */
public interface Alike {

  /** How many public records with words of their own there are. */
  long documents();

  /** In how many of their texts each of these stems occurs; 0 for those that are nowhere. */
  Map<String, Long> frequencies(Collection<String> stems);

  /**
   * Handles of public records of a kind whose titles and texts have most of these stems, the rare
   * ones counting more, best first.
   */
  List<String> alike(Collection<String> stems, RecordKind kind, int most);
}
