package eu.metacluster.people;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Role;
import eu.metacluster.shared.Ids;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was what, where and when; a role ends with a date and is never taken out of the history. */
@Component
public class HeldRoles {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final ZoneId zone;

  HeldRoles(JdbcClient jdbc, Journal journal, @Value("${metacluster.time-zone}") ZoneId zone) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.zone = zone;
  }

  /** Today, where the partnership is. */
  public LocalDate today() {
    return LocalDate.now(zone);
  }

  /** All roles of a person, the newest first. */
  public List<HeldRole> of(UUID account) {
    return jdbc.sql(
            "select * from people.held_role where account = ? order by from_day desc, id desc")
        .param(account)
        .query(HeldRole::of)
        .list();
  }

  /** All roles that anybody ever had in an organisation or body, the newest first. */
  public List<HeldRole> at(UUID place) {
    return jdbc.sql(
            "select * from people.held_role where place = ? order by from_day desc, id desc")
        .param(place)
        .query(HeldRole::of)
        .list();
  }

  /** Whether the person has one of these roles there today. */
  public boolean holds(UUID account, UUID place, String... roles) {
    LocalDate today = today();
    return at(place).stream()
        .anyMatch(
            held ->
                held.account().equals(account)
                    && held.on(today)
                    && List.of(roles).contains(held.role()));
  }

  /**
   * Gives a role from today in an organisation or body; nothing happens when it is held already.
   *
   * @param kind {@code organisation} or {@code body}
   * @param to the last day, {@code null} for no end
   */
  @Transactional
  public void give(
      UUID account, String role, String kind, UUID place, @Nullable LocalDate to, UUID actor) {
    if (holds(account, place, role)) {
      return;
    }
    insert(account, role, kind, place, to, actor);
    write("people.place-role-given", account, actor, role, place);
  }

  /** Ends a role in an organisation or body with yesterday, or today when it began today. */
  @Transactional
  public void end(UUID account, String role, UUID place, UUID actor) {
    LocalDate today = today();
    int ended = close(account, role, place, today) + undo(account, role, place, today);
    if (ended > 0) {
      write("people.place-role-ended", account, actor, role, place);
    }
  }

  private int close(UUID account, String role, UUID place, LocalDate today) {
    return jdbc.sql(
            """
                update people.held_role set to_day = greatest(from_day, :day - 1)
                where account = :account and role = :role and place = :place
                and (to_day is null or to_day >= :day) and from_day < :day""")
        .param("day", today)
        .param("account", account)
        .param("role", role)
        .param("place", place)
        .update();
  }

  private int undo(UUID account, String role, UUID place, LocalDate today) {
    return jdbc.sql(
            """
                delete from people.held_role where account = :account and role = :role
                and place = :place and from_day >= :day""")
        .param("day", today)
        .param("account", account)
        .param("role", role)
        .param("place", place)
        .update();
  }

  /** Notes the role of a person on the whole site, in the running transaction. */
  void site(UUID account, Role role, @Nullable LocalDate to, @Nullable UUID actor) {
    jdbc.sql(
            """
            update people.held_role set to_day = greatest(from_day, :day) where account = :account
            and place_kind = 'site' and (to_day is null or to_day > :day)""")
        .param("day", today())
        .param("account", account)
        .update();
    insert(account, role.name(), "site", null, to, actor);
  }

  /** People whose role on the whole site ended before today and who have it still. */
  List<UUID> ended() {
    return jdbc.sql(
            """
            select account from (select distinct on (account) account, to_day
            from people.held_role where place_kind = 'site'
            order by account, from_day desc, id desc) latest where to_day < ?
            """)
        .param(today())
        .query(UUID.class)
        .list();
  }

  private void insert(
      UUID account,
      String role,
      String kind,
      @Nullable UUID place,
      @Nullable LocalDate to,
      @Nullable UUID actor) {
    jdbc.sql(
            """
            insert into people.held_role
            (id, account, role, place_kind, place, from_day, to_day, given_by)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(Arrays.asList(Ids.next(), account, role, kind, place, today(), to, actor))
        .update();
  }

  private void write(String entry, UUID account, UUID actor, String role, UUID place) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("role", role);
    facts.put("place", place.toString());
    journal.append(new NewEntry(entry, account, actor, facts));
  }
}
