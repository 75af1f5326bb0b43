package eu.metacluster.people.privacy;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.people.Sessions;
import eu.metacluster.platform.Mailer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a person unknown to the whole house, or gathers what it knows; every module takes part. */
@Component
class Erasure {

  private final List<PersonalData> modules;
  private final Accounts accounts;
  private final ObjectProvider<Sessions> sessions;
  private final Mailer mailer;
  private final Journal journal;
  private final TransactionOperations transaction;

  Erasure(
      ObjectProvider<PersonalData> modules,
      Accounts accounts,
      ObjectProvider<Sessions> sessions,
      Mailer mailer,
      Journal journal,
      TransactionOperations transaction) {
    this.modules = modules.orderedStream().toList();
    this.accounts = accounts;
    this.sessions = sessions;
    this.mailer = mailer;
    this.journal = journal;
    this.transaction = transaction;
  }

  List<PersonalData> modules() {
    return modules;
  }

  /** The person of an address, by all names that are known of them. */
  Subject subject(String email) {
    Optional<Account> account = accounts.byEmail(email);
    UUID id = account.map(Account::id).orElse(null);
    Set<String> names = new TreeSet<>();
    account.ifPresent(each -> names.add(each.name()));
    modules.forEach(module -> names.addAll(module.names(id, email)));
    return new Subject(id, email, names);
  }

  /**
   * Erases, as a whole or not at all. The journal keeps that it happened, under the id.
   *
   * @throws eu.metacluster.shared.Refusal MC-1203 when nobody would be left to administer
   */
  void erase(Subject subject, @Nullable UUID actor) {
    UUID account = subject.account();
    transaction.executeWithoutResult(
        status -> {
          modules.forEach(module -> module.erase(subject));
          mailer.forget(subject.email(), subject.words());
          if (account != null) {
            accounts.remove(account);
          }
          journal.append(new NewEntry("people.erased", account, actor, Map.of()));
        });
    if (account != null) {
      sessions.ifAvailable(each -> each.endAll(account));
    }
  }
}
