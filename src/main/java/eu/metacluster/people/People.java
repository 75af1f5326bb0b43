package eu.metacluster.people;

import eu.metacluster.platform.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other modules may know of people: for pages only, never to be stored elsewhere. */
@Component
public class People {

  private final Accounts accounts;

  People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** The names of those of these accounts that exist. */
  public Map<UUID, String> names(Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    accounts.find(ids).forEach(account -> names.put(account.id(), account.name()));
    return names;
  }

  /** The names of those who may sign in and do what this role may, by account. */
  public Map<UUID, String> holding(Role atLeast) {
    Map<UUID, String> names = new HashMap<>();
    accounts.list().stream()
        .filter(account -> account.enabled() && account.role().covers(atLeast))
        .forEach(account -> names.put(account.id(), account.name()));
    return names;
  }

  /** Those who have exactly this role and may sign in, or whoever may act in it when nobody has. */
  public Set<UUID> acting(Role role) {
    List<Account> able =
        accounts.list().stream()
            .filter(account -> account.enabled() && account.role().covers(role))
            .toList();
    List<Account> own = able.stream().filter(account -> account.role() == role).toList();
    return (own.isEmpty() ? able : own).stream().map(Account::id).collect(Collectors.toSet());
  }

  /** The account of whoever may sign in with this address. */
  public Optional<UUID> withAddress(String email) {
    return accounts.byEmail(email).filter(Account::enabled).map(Account::id);
  }

  /** How many people may sign in and do what this role may. */
  public int count(Role atLeast) {
    return (int)
        accounts.list().stream()
            .filter(account -> account.enabled() && account.role().covers(atLeast))
            .count();
  }
}
