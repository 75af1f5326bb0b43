package eu.metacluster.screening.covering;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.HeldRole;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.screening.away.Absences;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.queue.Assignments;
import eu.metacluster.shared.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member of the committee is away, and another stands in: takes on the cases and gets the
 * reminders. The stand-in decides in the own name, with one vote and the own interests.
 */
@Component
public class Covering {

  private static final int LONGEST = 366;

  private final Absences absences;
  private final Reviewers reviewers;
  private final HeldRoles roles;
  private final Assignments assignments;
  private final Notices notices;
  private final Journal journal;
  private final SiteAddress site;

  Covering(
      Absences absences,
      Reviewers reviewers,
      HeldRoles roles,
      Assignments assignments,
      Notices notices,
      Journal journal,
      SiteAddress site) {
    this.absences = absences;
    this.reviewers = reviewers;
    this.roles = roles;
    this.assignments = assignments;
    this.notices = notices;
    this.journal = journal;
    this.site = site;
  }

  /**
   * Says that somebody is away.
   *
   * @throws Refusal MC-1535 when the days cannot be used, MC-1536 when the person is away then
   *     already, MC-1537 when the other cannot stand in, MC-1538 when the other is away then too
   */
  @Transactional
  public void declare(UUID account, UUID standIn, LocalDate from, LocalDate to) {
    declare(account, account, standIn, from, to);
  }

  /**
   * As above, by a coordinator for somebody who cannot say it: on the record, and both are told.
   *
   * @throws Refusal as above, and MC-1539 when the person is not of the committee
   */
  @Transactional
  public void declareFor(
      UUID coordinator, UUID account, UUID standIn, LocalDate from, LocalDate to) {
    if (!reviewers.all().containsKey(account)) {
      throw refused("MC-1539", "screening.away.error.person");
    }
    declare(coordinator, account, standIn, from, to);
    if (!coordinator.equals(account)) {
      tellAbsent(coordinator, account, standIn, from, to);
    }
  }

  private void declare(UUID actor, UUID account, UUID standIn, LocalDate from, LocalDate to) {
    LocalDate today = roles.today();
    if (from.isBefore(today) || to.isBefore(from) || to.isAfter(from.plusDays(LONGEST))) {
      throw refused("MC-1535", "screening.away.error.days");
    }
    if (absences.away(account, from, to)) {
      throw refused("MC-1536", "screening.away.error.twice");
    }
    if (standIn.equals(account) || !mandated(standIn, to)) {
      throw refused("MC-1537", "screening.away.error.standIn");
    }
    if (absences.away(standIn, from, to)) {
      throw refused("MC-1538", "screening.away.error.both");
    }
    UUID id = absences.open(account, standIn, from, to);
    journal.append(
        new NewEntry(
            "screening.absence-declared",
            account,
            actor,
            Map.of(
                "absence",
                id.toString(),
                "from",
                from.toString(),
                "standIn",
                standIn.toString(),
                "to",
                to.toString())));
    tell(account, standIn, from, to);
    assignments.handOver(today);
  }

  /** Whether this person can decide now and until the last day. */
  private boolean mandated(UUID person, LocalDate to) {
    LocalDate until =
        roles.of(person).stream()
            .filter(role -> role.place() == null)
            .max(Comparator.comparing(HeldRole::from))
            .map(HeldRole::to)
            .orElse(null);
    return reviewers.all().containsKey(person) && (until == null || !until.isBefore(to));
  }

  private void tell(UUID account, UUID standIn, LocalDate from, LocalDate to) {
    String name = reviewers.names(List.of(account)).getOrDefault(account, "–");
    notices.tell(
        List.of(standIn),
        CoveringFrame.TOPIC,
        "/queue/away",
        "screening.mail.standIn.subject",
        "screening.mail.standIn.text",
        name,
        from,
        to,
        site.of("/queue/away"));
  }

  private void tellAbsent(
      UUID coordinator, UUID account, UUID standIn, LocalDate from, LocalDate to) {
    Map<UUID, String> names = reviewers.names(List.of(coordinator, standIn));
    notices.tell(
        List.of(account),
        CoveringFrame.TOPIC,
        "/queue/away",
        "screening.mail.away.subject",
        "screening.mail.away.text",
        names.getOrDefault(coordinator, "–"),
        from,
        to,
        names.getOrDefault(standIn, "–"),
        site.of("/queue/away"));
  }

  /** Calls an absence off for somebody, by a coordinator, from today; as below. */
  @Transactional
  public void endFor(UUID coordinator, UUID id) {
    absences.find(id).ifPresent(one -> end(coordinator, one.account(), id));
  }

  /** Calls an own absence off, from today; nothing happens when there is none with this id. */
  @Transactional
  public void end(UUID account, UUID id) {
    end(account, account, id);
  }

  private void end(UUID actor, UUID account, UUID id) {
    if (absences.end(account, id)) {
      journal.append(
          new NewEntry(
              "screening.absence-ended", account, actor, Map.of("absence", id.toString())));
      assignments.handOver(roles.today());
    }
  }

  private static Refusal refused(String code, String key) {
    return new Refusal(Refusal.Kind.BAD_INPUT, code, key);
  }
}
