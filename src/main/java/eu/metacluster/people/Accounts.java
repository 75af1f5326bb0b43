package eu.metacluster.people;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The people who may sign in. There is always an administrator among them, once there was one. */
@Component
public class Accounts {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final HeldRoles roles;
  private final TransactionOperations transaction;

  Accounts(JdbcClient jdbc, Journal journal, HeldRoles roles, TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.roles = roles;
    this.transaction = transaction;
  }

  /** Everybody, those who may sign in first. */
  public List<Account> list() {
    return jdbc.sql("select * from people.account order by disabled_at nulls first, lower(name)")
        .query(Account::of)
        .list();
  }

  /** Those of these accounts that exist. */
  public List<Account> find(Collection<UUID> ids) {
    return jdbc.sql("select * from people.account where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(Account::of)
        .list();
  }

  /** The account of an address in lower case. */
  public Optional<Account> byEmail(String email) {
    return jdbc.sql("select * from people.account where email = ?")
        .param(email)
        .query(Account::of)
        .optional();
  }

  /**
   * The account with this id.
   *
   * @throws Refusal MC-1202 when there is no such account
   */
  public Account get(UUID id) {
    return find(List.of(id)).stream().findFirst().orElseThrow(Accounts::unknown);
  }

  boolean hasAdministrator() {
    return jdbc.sql(
            """
            select exists (select from people.account
            where role = 'ADMINISTRATOR' and disabled_at is null)
            """)
        .query(Boolean.class)
        .single();
  }

  /**
   * Opens an account in the running transaction.
   *
   * @param actor who did it, {@code null} when the person did
   * @throws Refusal MC-1204 when the address has an account already
   */
  Account open(String email, String name, Role role, Language language, @Nullable UUID actor) {
    UUID id = Ids.next();
    try {
      jdbc.sql(
              """
              insert into people.account (id, email, name, role, language) values (?, ?, ?, ?, ?)
              """)
          .params(id, email, name, role.name(), language.code())
          .update();
    } catch (DuplicateKeyException e) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1204", "people.error.emailTaken");
    }
    roles.site(id, role, null, actor);
    write("people.account-created", id, actor == null ? id : actor, Map.of("role", role.name()));
    return get(id);
  }

  /**
   * Gives a role from today.
   *
   * @param to the last day, {@code null} for no end
   * @return whether that changed anything
   * @throws Refusal MC-1203 when nobody would be left to administer
   */
  boolean give(UUID id, Role role, @Nullable LocalDate to, @Nullable UUID actor) {
    return change(
        () -> {
          Account before = get(id);
          if (before.role() == role && to == null) {
            return false;
          }
          roles.site(id, role, to, actor);
          jdbc.sql("update people.account set role = ? where id = ?")
              .params(role.name(), id)
              .update();
          Map<String, String> facts = Map.of("from", before.role().name(), "to", role.name());
          write("people.role-changed", id, actor, facts);
          return true;
        });
  }

  /**
   * Closes the door to a person, or opens it again.
   *
   * @return whether that changed anything
   * @throws Refusal MC-1203 when nobody would be left to administer
   */
  boolean allow(UUID id, boolean allowed, UUID actor) {
    return change(
        () -> {
          if (get(id).enabled() == allowed) {
            return false;
          }
          jdbc.sql(
                  """
                  update people.account set disabled_at = case when ? then null else now() end
                  where id = ?
                  """)
              .params(allowed, id)
              .update();
          String kind = allowed ? "people.account-enabled" : "people.account-disabled";
          write(kind, id, actor, Map.of());
          return true;
        });
  }

  /** A person's own name and language; the journal says that they changed, not to what. */
  void describe(UUID id, String name, Language language) {
    transaction.executeWithoutResult(
        status -> {
          int changed =
              jdbc.sql(
                      """
                      update people.account set name = :name, language = :language
                      where id = :id and (name, language) is distinct from (:name, :language)""")
                  .param("name", name)
                  .param("language", language.code())
                  .param("id", id)
                  .update();
          if (changed > 0) {
            write("people.account-described", id, id, Map.of());
          }
        });
  }

  /**
   * Deletes an account with all that hangs on it, in the running transaction.
   *
   * @throws Refusal MC-1203 when nobody would be left to administer
   */
  public void remove(UUID id) {
    change(() -> jdbc.sql("delete from people.account where id = ?").param(id).update() > 0);
  }

  void write(String kind, UUID account, @Nullable UUID actor, Map<String, String> facts) {
    journal.append(new NewEntry(kind, account, actor, facts));
  }

  /** One change at a time, so that two cannot each take what the other counts on. */
  private boolean change(BooleanSupplier work) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean had = hasAdministrator();
              jdbc.sql("lock table people.account in share row exclusive mode").update();
              boolean changed = work.getAsBoolean();
              if (had && !hasAdministrator()) {
                throw new Refusal(Refusal.Kind.CONFLICT, "MC-1203", "people.error.lastOne");
              }
              return changed;
            }));
  }

  private static Refusal unknown() {
    return new Refusal(Refusal.Kind.NOT_FOUND, "MC-1202", "people.error.unknown");
  }
}
