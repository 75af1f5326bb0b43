package eu.metacluster.screening.alike;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.screening.cases.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the two records of a suggestion.
 *
 * @param file the case that it is in, null when it is in none
 * @param identifiers its identifying identifiers
 * @param sources which sources state something about it now
 */
public record Side(
    GridRecord record,
    @Nullable CaseFile file,
    List<Identifier> identifiers,
    List<String> sources) {

  /** Where one can look at it: its case, else its public page; null while it has neither. */
  public @Nullable String address() {
    if (file != null && (file.open() || !record.state().isPublic())) {
      return file.path();
    }
    return record.state().isPublic() ? record.path() : null;
  }

  /** Whether the committee has still to decide it. */
  public boolean waits() {
    return file != null && file.open();
  }

  /** Its identifiers in one line. */
  public String numbers() {
    return String.join(
        " · ", identifiers.stream().map(one -> one.scheme() + " " + one.value()).toList());
  }
}
