package eu.metacluster.membership;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What changes an organisation's standing: decision, suspension, withdrawal, renewal. */
@Controller
@PreAuthorize("hasRole('COORDINATOR')")
class StandingController {

  private static final int LONGEST_REASON = 1000;

  private final Dossiers dossiers;
  private final Entities entities;
  private final Periods periods;
  private final Checklist checklist;
  private final Administrators administrators;
  private final HeldRoles roles;
  private final Notices notices;
  private final SiteAddress site;
  private final Journal journal;
  private final Rules rules;

  StandingController(
      Dossiers dossiers,
      Entities entities,
      Periods periods,
      Checklist checklist,
      Administrators administrators,
      HeldRoles roles,
      Notices notices,
      SiteAddress site,
      Journal journal,
      Rules rules) {
    this.dossiers = dossiers;
    this.entities = entities;
    this.periods = periods;
    this.checklist = checklist;
    this.administrators = administrators;
    this.roles = roles;
    this.notices = notices;
    this.site = site;
    this.journal = journal;
    this.rules = rules;
  }

  @PostMapping("/membership/{handle}/decision")
  @PreAuthorize("hasRole('COMMITTEE')")
  @Transactional
  public String decide(
      @PathVariable String handle,
      @RequestParam(defaultValue = "false") boolean accept,
      @RequestParam(defaultValue = "MEMBER") Standing standing,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!me.role().covers(rules.acceptedBy())) {
      throw new Refusal(Refusal.Kind.FORBIDDEN, "MC-1759", "membership.error.notByYou");
    }
    Entity entity = dossiers.seen(handle, me);
    settle(entity, accept, standing, reason);
    write(
        accept ? "membership.accepted" : "membership.declined",
        entity,
        me,
        Map.of("standing", standing.name()));
    tell(entity, accept ? "membership.mail.accepted" : "membership.mail.declined");
    return EntityController.back(entity, request, response, "membership.saved");
  }

  private void settle(Entity entity, boolean accept, Standing standing, String reason) {
    if (accept) {
      if (!checklist.of(entity).stream().allMatch(CheckItem::settled)) {
        throw new Refusal(Refusal.Kind.CONFLICT, "MC-1760", "membership.error.checklist");
      }
      entities.decide(entity.id(), Entity.State.ACCEPTED, null);
      periods.begin(entity.id(), standing, roles.today(), term(roles.today()));
    } else {
      entities.decide(entity.id(), Entity.State.DECLINED, reason(reason));
    }
  }

  private void tell(Entity entity, String key) {
    notices.tell(
        administrators.of(entity.id()).keySet(),
        MembershipFrame.OURS,
        "/membership/" + entity.handle(),
        key + ".subject",
        key + ".text",
        entity.name(),
        site.of("/membership/" + entity.handle()));
  }

  private @Nullable LocalDate term(LocalDate from) {
    return rules.months() == 0 ? null : from.plusMonths(rules.months()).minusDays(1);
  }

  private static String reason(String typed) {
    if (typed.isBlank() || typed.length() > LONGEST_REASON) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1755", "membership.error.reason");
    }
    return typed.strip();
  }

  @PostMapping("/membership/{handle}/checklist")
  @Transactional
  public String tick(
      @PathVariable String handle,
      @RequestParam String item,
      @RequestParam CheckItem.State state,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.seen(handle, me);
    if (!rules.checklist(entity.type()).contains(item)) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1761", "membership.error.noItem");
    }
    String why = state == CheckItem.State.WAIVED ? reason(reason) : "";
    checklist.tick(entity.id(), item, state, why, me.account());
    write("membership.checklist-ticked", entity, me, Map.of("item", item, "state", state.name()));
    return EntityController.back(entity, request, response, "membership.saved");
  }

  @PostMapping("/membership/{handle}/standing")
  @Transactional
  public String change(
      @PathVariable String handle,
      @RequestParam Standing standing,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = member(handle, me);
    periods.begin(entity.id(), standing, roles.today(), term(roles.today()));
    write("membership.standing-changed", entity, me, Map.of("standing", standing.name()));
    return EntityController.back(entity, request, response, "membership.saved");
  }

  @PostMapping("/membership/{handle}/suspension")
  @Transactional
  public String suspend(
      @PathVariable String handle,
      @RequestParam(defaultValue = "false") boolean lift,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = member(handle, me);
    if (lift) {
      periods.lift(entity.id(), roles.today());
    } else if (!entity.suspended()) {
      periods.suspend(entity.id(), reason(reason), roles.today());
    }
    write(lift ? "membership.suspension-lifted" : "membership.suspended", entity, me, Map.of());
    tell(entity, lift ? "membership.mail.lifted" : "membership.mail.suspended");
    return EntityController.back(entity, request, response, "membership.saved");
  }

  @PostMapping("/membership/{handle}/withdrawal")
  @PreAuthorize("hasRole('MEMBER')")
  @Transactional
  public String withdraw(
      @PathVariable String handle,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = member(handle, me);
    administrators.demand(me, entity.id());
    LocalDate last = roles.today().plusDays(rules.noticeDays());
    periods.until(entity.id(), roles.today(), last, "WITHDRAWN");
    write("membership.withdrawn", entity, me, Map.of("last", last.toString()));
    tell(entity, "membership.mail.withdrawn");
    return EntityController.back(entity, request, response, "membership.withdrawn");
  }

  @PostMapping("/membership/{handle}/renewal")
  @Transactional
  public String renew(
      @PathVariable String handle,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = member(handle, me);
    LocalDate end = periods.end(entity.id(), roles.today());
    LocalDate from = end == null ? roles.today() : end.plusDays(1);
    periods.until(entity.id(), roles.today(), term(from), null);
    write("membership.renewed", entity, me, Map.of());
    return EntityController.back(entity, request, response, "membership.saved");
  }

  @PostMapping("/membership/{handle}/representation")
  @PreAuthorize("hasRole('MEMBER')")
  @Transactional
  public String represent(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String by,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.owned(handle, me);
    Entity other = by.isEmpty() ? null : entities.find(by, roles.today()).orElse(null);
    if (!by.isEmpty() && !fits(entity, other)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1762", "membership.error.representation");
    }
    periods.represent(entity.id(), other == null ? null : other.id(), roles.today());
    write(
        "membership.representation-changed",
        entity,
        me,
        other == null ? Map.of() : Map.of("by", other.id().toString()));
    return EntityController.back(entity, request, response, "membership.saved");
  }

  private static boolean fits(Entity entity, @Nullable Entity by) {
    return by != null
        && by.belongs()
        && !by.id().equals(entity.id())
        && by.type().representable()
        && entity.type().representable();
  }

  private Entity member(String handle, Identity me) {
    Entity entity = dossiers.seen(handle, me);
    if (!entity.belongs()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1763", "membership.error.noMember");
    }
    return entity;
  }

  private void write(String kind, Entity entity, Identity me, Map<String, String> facts) {
    journal.append(new NewEntry(kind, entity.id(), me.account(), facts));
  }
}
