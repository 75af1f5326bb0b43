package eu.metacluster.screening.interests;

import eu.metacluster.grid.Companions;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a reviewer off the cases of the organisations in which the person has a role or declared an
 * interest, and off those from which the person stepped back.
 */
@Component
public class Interests {

  private static final Pattern ROR =
      Pattern.compile("(?:(?:https?://)?ror\\.org/)?0[0-9A-Za-z]{8}");

  private final JdbcClient jdbc;
  private final Members members;
  private final Records records;
  private final Companions companions;
  private final Cases cases;
  private final Journal journal;

  Interests(
      JdbcClient jdbc,
      Members members,
      Records records,
      Companions companions,
      Cases cases,
      Journal journal) {
    this.jdbc = jdbc;
    this.members = members;
    this.records = records;
    this.companions = companions;
    this.cases = cases;
    this.journal = journal;
  }

  /** The organisations whose cases this person stays off, the own ones first. */
  public List<Interest> of(UUID account) {
    List<Interest> all = new ArrayList<>();
    members.heldBy(account).stream()
        .flatMap(entity -> record(entity).stream())
        .forEach(organisation -> all.add(new Interest(null, organisation)));
    declared(account)
        .forEach(
            (id, target) ->
                records
                    .find(target)
                    .map(this::standing)
                    .ifPresent(organisation -> all.add(new Interest(id, organisation))));
    return all;
  }

  private Optional<GridRecord> record(Entity entity) {
    return Stream.of(named(Scheme.ROR, entity.ror()), named(Scheme.PIC, entity.pic()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<GridRecord> named(Scheme scheme, @Nullable String value) {
    return value == null || value.isBlank()
        ? Optional.empty()
        : records.find(Identifier.of(scheme, value)).map(this::standing);
  }

  /** The record that it was merged into, if it was. */
  private GridRecord standing(GridRecord record) {
    UUID into = record.mergedInto();
    return into == null ? record : records.find(into).orElse(record);
  }

  private Map<UUID, UUID> declared(UUID account) {
    Map<UUID, UUID> declared = new LinkedHashMap<>();
    jdbc.sql(
            """
            select id, target from screening.interest
            where account = :account and kind = 'organisation' and ended_at is null
            order by declared_at, id""")
        .param("account", account)
        .query(
            row -> {
              declared.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            });
    return declared;
  }

  /** What keeps this person off the case; empty when nothing does. */
  public Optional<Conflict> conflict(UUID account, CaseFile file) {
    if (steppedBack(account, file)) {
      return Optional.of(new Conflict(Conflict.Why.CASE, null));
    }
    List<Interest> own = of(account);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<UUID> about = cases.members(file);
    Set<UUID> taking = new HashSet<>(about);
    companions.taking(about).values().forEach(taking::addAll);
    return own.stream()
        .filter(interest -> taking.contains(interest.organisation().id()))
        .findFirst()
        .map(
            interest ->
                new Conflict(
                    interest.declared() ? Conflict.Why.DECLARED : Conflict.Why.OWN,
                    interest.organisation()));
  }

  /**
   * As {@link #conflict}, for who is about to act on the case.
   *
   * @throws Refusal when something keeps the person off it
   */
  public void demandNone(UUID account, CaseFile file) {
    conflict(account, file)
        .ifPresent(
            conflict -> {
              GridRecord organisation = conflict.organisation();
              throw new Refusal(
                  Refusal.Kind.FORBIDDEN,
                  "MC-1531",
                  "screening.interest.error." + conflict.why().word(),
                  organisation == null ? "" : organisation.title());
            });
  }

  private boolean steppedBack(UUID account, CaseFile file) {
    return jdbc.sql(
            """
            select exists (select from screening.interest where account = :account
              and kind = 'case' and target = :case and ended_at is null)""")
        .param("account", account)
        .param("case", file.id())
        .query(Boolean.class)
        .single();
  }

  /** Steps back from one case. */
  @Transactional
  public void stepBack(UUID account, CaseFile file) {
    if (note(account, "case", file.id())) {
      journal.append(new NewEntry("screening.stepped-back", file.id(), account, Map.of()));
    }
  }

  /** Takes part in the case again. */
  @Transactional
  public void stepIn(UUID account, CaseFile file) {
    int ended =
        jdbc.sql(
                """
                update screening.interest set ended_at = now() where account = :account
                  and kind = 'case' and target = :case and ended_at is null""")
            .param("account", account)
            .param("case", file.id())
            .update();
    if (ended > 0) {
      journal.append(new NewEntry("screening.stepped-in", file.id(), account, Map.of()));
    }
  }

  /**
   * Declares an interest in an organisation on the grid.
   *
   * @param typed its ROR, PIC, or the address of its page
   * @throws Refusal when there is no such organisation
   */
  @Transactional
  public GridRecord declare(UUID account, String typed) {
    GridRecord organisation =
        organisation(typed.strip())
            .filter(record -> record.kind() == RecordKind.ORGANISATION)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.BAD_INPUT, "MC-1532", "screening.interest.error.unknown"));
    if (note(account, "organisation", organisation.id())) {
      journal.append(
          new NewEntry(
              "screening.interest-declared",
              account,
              account,
              Map.of("organisation", organisation.id().toString())));
    }
    return organisation;
  }

  private Optional<GridRecord> organisation(String typed) {
    int page = typed.indexOf("/organisations/");
    if (page >= 0 && typed.chars().noneMatch(Character::isISOControl)) {
      String handle = typed.substring(page + "/organisations/".length()).replaceAll("[/?#].*", "");
      return records.find(RecordKind.ORGANISATION, handle);
    }
    return typed.matches("\\d{9}")
        ? named(Scheme.PIC, typed)
        : ROR.matcher(typed).matches() ? named(Scheme.ROR, typed) : Optional.empty();
  }

  private boolean note(UUID account, String kind, UUID target) {
    return jdbc.sql(
                """
                insert into screening.interest (id, account, kind, target)
                values (:id, :account, :kind, :target) on conflict do nothing""")
            .param("id", Ids.next())
            .param("account", account)
            .param("kind", kind)
            .param("target", target)
            .update()
        > 0;
  }

  /** Ends an interest of this person's own; nothing happens when there is none with this id. */
  @Transactional
  public void end(UUID account, UUID id) {
    int ended =
        jdbc.sql(
                """
                update screening.interest set ended_at = now()
                where id = :id and account = :account and ended_at is null""")
            .param("id", id)
            .param("account", account)
            .update();
    if (ended > 0) {
      journal.append(
          new NewEntry(
              "screening.interest-ended", account, account, Map.of("interest", id.toString())));
    }
  }
}
