package eu.metacluster.screening.alike;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Joining;
import eu.metacluster.shared.Refusal;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What persons say to a suggestion. Whoever answers holds the suggestion's lock to the end of the
 * transaction, so of two who answer at once one is first and the other is told.
 */
@Component
class Answers {

  private final Suggestions suggestions;
  private final Joining joining;
  private final Cases cases;
  private final Journal journal;

  Answers(Suggestions suggestions, Joining joining, Cases cases, Journal journal) {
    this.suggestions = suggestions;
    this.joining = joining;
    this.cases = cases;
    this.journal = journal;
  }

  /**
   * They are not the same: nobody is asked again until a compared field of either changes.
   *
   * @throws Refusal when they are decided together by now, or nobody is asked any more
   */
  @Transactional
  void dismiss(UUID actor, UUID id) {
    Suggestion suggestion = lock(id);
    if (suggestions.together(id)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1561", "screening.error.joinTogether");
    }
    if (suggestion.dismissedAt() == null) {
      suggestions.dismiss(id, actor);
      journal(actor, "screening.look-alike-dismissed", suggestion);
    }
  }

  /** Takes a dismissal back. */
  @Transactional
  void restore(UUID actor, UUID id) {
    Suggestion suggestion = lock(id);
    if (suggestion.dismissedAt() != null) {
      suggestions.restore(id);
      journal(actor, "screening.look-alike-restored", suggestion);
    }
  }

  /**
   * They are decided together.
   *
   * @param into handle of the case that goes on; the first record's when it is neither's
   * @return the handle of the case that goes on
   * @throws Refusal when somebody was faster, or the cases cannot be joined
   */
  @Transactional
  String join(UUID actor, UUID id, String into) {
    Suggestion suggestion = lock(id);
    if (suggestion.dismissedAt() != null) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1566", "screening.error.joinDismissed");
    }
    boolean turned =
        cases.ofRecord(suggestion.other()).filter(file -> file.handle().equals(into)).isPresent();
    return turned
        ? joining.join(actor, suggestion.other(), suggestion.one())
        : joining.join(actor, suggestion.one(), suggestion.other());
  }

  private Suggestion lock(UUID id) {
    return suggestions
        .lock(id)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.CONFLICT, "MC-1565", "screening.error.noSuggestion"));
  }

  private void journal(UUID actor, String kind, Suggestion suggestion) {
    journal.append(
        new NewEntry(
            kind, suggestion.one(), actor, Map.of("other", suggestion.other().toString())));
  }
}
