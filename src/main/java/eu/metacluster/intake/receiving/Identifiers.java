package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the names in registries from what was typed. */
final class Identifiers {

  private static final Map<Field, Scheme> SCHEMES =
      Map.of(
          Field.GRANT,
          Scheme.GRANT,
          Field.DOI,
          Scheme.DOI,
          Field.ROR,
          Scheme.ROR,
          Field.URL,
          Scheme.URL);

  private Identifiers() {}

  /** Those that were typed, and the one by which a source was asked when the form has no place. */
  static List<Identifier> of(Submission given) {
    List<Identifier> found = new ArrayList<>();
    Filled filled = given.filled();
    if (filled != null && !SCHEMES.containsValue(filled.by().scheme())) {
      found.add(filled.by());
    }
    given
        .facts()
        .forEach(
            (field, value) -> {
              Scheme scheme = SCHEMES.get(field);
              if (scheme != null && !value.isBlank()) {
                found.add(Identifier.of(scheme, value));
              }
            });
    return found;
  }
}
