package eu.metacluster.screening.queue;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.screening.away.Absence;
import eu.metacluster.screening.away.Absences;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.interests.Interests;
import eu.metacluster.shared.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has taken which case on. An assigned case leaves the others' way through the queue; they may
 * still open it and vote.
 */
@Component
public class Assignments {

  private final JdbcClient jdbc;
  private final Cases cases;
  private final Reviewers reviewers;
  private final Interests interests;
  private final Journal journal;
  private final Absences absences;
  private final HeldRoles roles;

  Assignments(
      JdbcClient jdbc,
      Cases cases,
      Reviewers reviewers,
      Interests interests,
      Journal journal,
      Absences absences,
      HeldRoles roles) {
    this.interests = interests;
    this.jdbc = jdbc;
    this.cases = cases;
    this.reviewers = reviewers;
    this.journal = journal;
    this.absences = absences;
    this.roles = roles;
  }

  /**
   * Who has taken a case on.
   *
   * @param standing the absence for which the reviewer stands in, null when for none
   */
  public record Holder(UUID reviewer, @Nullable Absence standing) {}

  /** Who has taken the case on; null when nobody has. */
  public @Nullable Holder holder(CaseFile file) {
    Map<UUID, Absence> away = absences.on(roles.today());
    return jdbc.sql("select reviewer, stands_for from screening.assignment where case_id = :id")
        .param("id", file.id())
        .query(
            (row, n) ->
                new Holder(
                    row.getObject(1, UUID.class), standing(away, row.getObject(2, UUID.class))))
        .optional()
        .orElse(null);
  }

  private static @Nullable Absence standing(Map<UUID, Absence> away, @Nullable UUID absent) {
    return absent == null ? null : away.get(absent);
  }

  /**
   * Gives an open case to a reviewer, or takes it from whoever has it. While the reviewer is away
   * it goes to who stands in.
   *
   * @param reviewer null frees the case
   * @throws Refusal when the case is not open or the person cannot decide
   */
  @Transactional
  public void give(UUID actor, String handle, @Nullable UUID reviewer) {
    CaseFile file = cases.lock(handle);
    if (!file.open()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1521", "screening.error.notOpen");
    }
    if (reviewer != null && !reviewers.all().containsKey(reviewer)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1522", "screening.error.noReviewer");
    }
    if (reviewer != null && interests.conflict(reviewer, file).isPresent()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1533", "screening.interest.error.assigned");
    }
    jdbc.sql("delete from screening.assignment where case_id = :id")
        .param("id", file.id())
        .update();
    if (reviewer == null) {
      journal.append(new NewEntry("screening.case-freed", file.id(), actor, Map.of()));
      return;
    }
    jdbc.sql(
            """
            insert into screening.assignment (case_id, reviewer, given_by, at)
            values (:id, :reviewer, :actor, clock_timestamp())""")
        .param("id", file.id())
        .param("reviewer", reviewer)
        .param("actor", actor)
        .update();
    journal.append(
        new NewEntry(
            "screening.case-assigned", file.id(), actor, Map.of("to", reviewer.toString())));
    handOver(roles.today());
  }

  private record Held(UUID file, String handle, UUID reviewer, @Nullable UUID standsFor) {

    UUID owner() {
      return standsFor == null ? reviewer : standsFor;
    }
  }

  /**
   * Brings open cases to who acts for their reviewers on this day, and back when these are there
   * again. Where the stand-in has an interest, or cannot decide, the case is everybody's.
   */
  @Transactional
  public void handOver(LocalDate today) {
    Set<UUID> away = absences.on(today).keySet();
    List<Held> moving =
        jdbc.sql(
                """
                select a.case_id, c.handle, a.reviewer, a.stands_for from screening.assignment a
                join screening.case c on c.id = a.case_id and c.state = 'open'
                where a.reviewer = any(:away) or a.stands_for is not null
                order by a.case_id for update of c, a""")
            .param("away", away.toArray(UUID[]::new))
            .query(
                (row, n) ->
                    new Held(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)))
            .list();
    Set<UUID> able = moving.isEmpty() ? Set.of() : reviewers.all().keySet();
    moving.forEach(held -> move(held, today, able));
  }

  private void move(Held held, LocalDate today, Set<UUID> able) {
    UUID acting = absences.acting(held.owner(), today).orElse(null);
    if (held.reviewer().equals(acting)) {
      return;
    }
    boolean can =
        acting != null
            && able.contains(acting)
            && interests.conflict(acting, cases.get(held.handle())).isEmpty();
    if (acting == null || !can) {
      free(held);
      return;
    }
    UUID standsFor = acting.equals(held.owner()) ? null : held.owner();
    jdbc.sql(
            """
            update screening.assignment set reviewer = :to, stands_for = :for
            where case_id = :id""")
        .param("to", acting)
        .param("for", standsFor)
        .param("id", held.file())
        .update();
    Map<String, String> facts = new TreeMap<>(Map.of("to", acting.toString()));
    if (standsFor != null) {
      facts.put("for", standsFor.toString());
    }
    journal.append(new NewEntry("screening.case-assigned", held.file(), null, facts));
  }

  private void free(Held held) {
    jdbc.sql("delete from screening.assignment where case_id = :id")
        .param("id", held.file())
        .update();
    journal.append(
        new NewEntry(
            "screening.case-freed", held.file(), null, Map.of("of", held.owner().toString())));
  }

  /** How many open cases this reviewer has taken on and not voted on. */
  long waiting(UUID me) {
    return jdbc.sql(
            """
            select count(*) from screening.assignment a
            join screening.case c on c.id = a.case_id and c.state = 'open'
            where a.reviewer = :me and %s"""
                .formatted(QueueFilter.NOT_VOTED))
        .param("me", me)
        .query(Long.class)
        .single();
  }
}
