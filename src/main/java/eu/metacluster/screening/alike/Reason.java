package eu.metacluster.screening.alike;

import eu.metacluster.screening.linkage.Agreement;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one compared field, or the records as a whole, say about a pair.
 *
 * @param column the field's key, or a name of {@link eu.metacluster.screening.linkage.LookAlikes}
 * @param likeness between 0 and 1
 * @param weight what it adds to the logarithm (base 2) of the odds; below 0 speaks against
 */
record Reason(String column, double likeness, double weight) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Those that say something. */
  static List<Reason> of(List<Agreement> agreements) {
    return agreements.stream()
        .filter(one -> !Double.isNaN(one.likeness()))
        .map(one -> new Reason(one.column(), one.likeness(), rounded(one.weight())))
        .toList();
  }

  private static double rounded(double weight) {
    return Math.round(weight * 100) / 100.0;
  }

  static String json(List<Reason> reasons) {
    return JSON.writeValueAsString(reasons);
  }

  static List<Reason> ofJson(String json) {
    return Arrays.asList(JSON.readValue(json, Reason[].class));
  }
}
