package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may sign in and with which role, for administrators. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PeopleController {

  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;
  private final SignIns signIns;
  private final Links links;
  private final Sessions sessions;

  PeopleController(Accounts accounts, SignIns signIns, Links links, Sessions sessions) {
    this.accounts = accounts;
    this.signIns = signIns;
    this.links = links;
    this.sessions = sessions;
  }

  @GetMapping("/people")
  String list(HttpServletRequest request, Model model) {
    return list(model, "", "", Role.MEMBER, Language.of(request), false, false);
  }

  @PostMapping("/people")
  String add(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam Role role,
      @RequestParam String language,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<String> address = EmailAddress.of(email);
    boolean nameless = name.isBlank() || name.length() > LONGEST_NAME;
    Language chosen = Language.named(language).orElse(Language.EN);
    if (address.isEmpty() || nameless) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return list(model, email, name, role, chosen, address.isEmpty(), nameless);
    }
    Account account = signIns.invite(address.get(), name.strip(), role, chosen, me);
    Flash.say(request, response, "people.invited", account.name());
    return "redirect:/people";
  }

  private String list(
      Model model,
      String email,
      String name,
      Role role,
      Language language,
      boolean unusable,
      boolean nameless) {
    model.addAttribute("accounts", accounts.list());
    model.addAttribute("email", email);
    model.addAttribute("name", name);
    model.addAttribute("role", role);
    model.addAttribute("language", language);
    model.addAttribute("unusable", unusable);
    model.addAttribute("nameless", nameless);
    return "people/people";
  }

  @PostMapping("/people/{id}/role")
  String role(
      @PathVariable UUID id,
      @RequestParam Role role,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate until,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (until != null && until.isBefore(LocalDate.now())) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1213", "people.error.pastDay");
    }
    if (accounts.give(id, role, until, me.account())) {
      sessions.endAll(id);
    }
    Flash.say(request, response, "people.roleChanged", accounts.get(id).name());
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/disable")
  String disable(
      @PathVariable UUID id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    accounts.allow(id, false, me.account());
    links.revoke(id);
    sessions.endAll(id);
    Flash.say(request, response, "people.disabled", accounts.get(id).name());
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/enable")
  String enable(
      @PathVariable UUID id,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    accounts.allow(id, true, me.account());
    Flash.say(request, response, "people.enabled", accounts.get(id).name());
    return "redirect:/people";
  }

  @PostMapping("/people/{id}/invite")
  String invite(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response) {
    Account account = accounts.get(id);
    if (account.enabled()) {
      signIns.inviteAgain(account);
      Flash.say(request, response, "people.invited", account.name());
    }
    return "redirect:/people";
  }
}
