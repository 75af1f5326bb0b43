package eu.metacluster.membership;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Applying for an organisation, and the list of applications. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class ApplyController {

  private final Entities entities;
  private final HeldRoles roles;
  private final Journal journal;
  private final Notices notices;
  private final SiteAddress site;
  private final TransactionOperations transaction;

  ApplyController(
      Entities entities,
      HeldRoles roles,
      Journal journal,
      Notices notices,
      SiteAddress site,
      TransactionOperations transaction) {
    this.entities = entities;
    this.roles = roles;
    this.journal = journal;
    this.notices = notices;
    this.site = site;
    this.transaction = transaction;
  }

  @GetMapping("/membership")
  @PreAuthorize("hasRole('COMMITTEE')")
  String applications(Model model) {
    List<Entity> all = entities.on(roles.today());
    model.addAttribute("entities", all);
    return "membership/applications";
  }

  @GetMapping("/membership/apply")
  String form(Model model) {
    return show(Application.of(Map.of()), Map.of(), model);
  }

  @PostMapping("/membership/apply")
  String apply(
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Application application = Application.of(form);
    Map<String, String> errors = application.errors();
    if (!errors.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return show(application, errors, model);
    }
    Entity entity = Objects.requireNonNull(transaction.execute(status -> open(application, me)));
    Flash.say(request, response, "membership.applied", entity.name());
    return "redirect:/membership/" + entity.handle();
  }

  private Entity open(Application application, Identity me) {
    var id = entities.open(application, roles.today());
    journal.append(
        new NewEntry(
            "membership.applied", id, me.account(), Map.of("type", application.type().name())));
    roles.give(
        me.account(), Administrators.ADMINISTRATOR, Administrators.KIND, id, null, me.account());
    Entity entity = entities.find(id, roles.today()).orElseThrow();
    notices.tell(
        Role.COORDINATOR,
        MembershipFrame.APPLICATIONS,
        "/membership/" + entity.handle(),
        "membership.mail.applied.subject",
        "membership.mail.applied.text",
        entity.name(),
        site.of("/membership/" + entity.handle()));
    return entity;
  }

  private static String show(Application application, Map<String, String> errors, Model model) {
    model.addAttribute("name", application.name());
    model.addAttribute("type", application.type());
    model.addAttribute("country", application.country());
    model.addAttribute("website", application.website());
    model.addAttribute("ror", application.ror() == null ? "" : application.ror());
    model.addAttribute("pic", application.pic() == null ? "" : application.pic());
    model.addAttribute("about", application.about());
    model.addAttribute("errors", errors);
    return "membership/apply";
  }
}
