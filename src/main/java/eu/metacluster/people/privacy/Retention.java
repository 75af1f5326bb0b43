package eu.metacluster.people.privacy;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Removes what was kept long enough, and says beforehand what that would be. */
@Component
class Retention {

  private final List<RetentionRule> rules;
  private final Environment settings;
  private final Journal journal;
  private final TransactionOperations transaction;

  Retention(
      ObjectProvider<RetentionRule> rules,
      Environment settings,
      Journal journal,
      TransactionOperations transaction) {
    this.rules = rules.stream().sorted((one, other) -> one.key().compareTo(other.key())).toList();
    this.settings = settings;
    this.journal = journal;
    this.transaction = transaction;
  }

  /** What each rule would do now; nothing is removed. */
  List<RetentionDue> rehearse() {
    return rules.stream()
        .map(rule -> new RetentionDue(rule.key(), days(rule), rule.due(before(rule))))
        .toList();
  }

  /** Applies every rule; answers how many things went. */
  int apply(@Nullable UUID actor) {
    int all = 0;
    for (RetentionRule rule : rules) {
      Integer gone =
          transaction.execute(
              status -> {
                int count = rule.apply(before(rule));
                if (count > 0) {
                  journal.append(
                      new NewEntry(
                          "people.retention-applied",
                          null,
                          actor,
                          Map.of("rule", rule.key(), "count", count)));
                }
                return count;
              });
      all += Objects.requireNonNullElse(gone, 0);
    }
    return all;
  }

  private int days(RetentionRule rule) {
    return settings.getProperty(
        "metacluster.retention." + rule.key(), Integer.class, rule.usualDays());
  }

  private Instant before(RetentionRule rule) {
    return Instant.now().minus(Duration.ofDays(days(rule)));
  }
}
