package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.security.SessionMemory;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own account: name, language, and where they are signed in. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class AccountController {

  private static final String HERE = "redirect:/account";
  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionMemory memory;
  private final HeldRoles roles;

  AccountController(Accounts accounts, Sessions sessions, SessionMemory memory, HeldRoles roles) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.memory = memory;
    this.roles = roles;
  }

  @GetMapping("/account")
  String account(@AuthenticationPrincipal Identity me, HttpServletRequest request, Model model) {
    Account account = accounts.get(me.account());
    return show(account, account.name(), account.language(), false, request, model);
  }

  @PostMapping("/account")
  String change(
      @RequestParam(defaultValue = "") String name,
      @RequestParam String language,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Account account = accounts.get(me.account());
    Language chosen = Language.named(language).orElse(account.language());
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return show(account, name, chosen, true, request, model);
    }
    accounts.describe(me.account(), name.strip(), chosen);
    memory.signIn(request, accounts.get(me.account()).identity());
    Language.keep(request, response, chosen);
    Flash.say(request, response, "people.account.saved");
    return HERE;
  }

  private String show(
      Account account,
      String name,
      Language language,
      boolean nameless,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("account", account);
    model.addAttribute("name", name);
    model.addAttribute("language", language);
    model.addAttribute("nameless", nameless);
    model.addAttribute("held", roles.of(account.id()));
    model.addAttribute("sessions", sessions.of(account.id(), request));
    return "people/account";
  }

  @PostMapping("/account/sessions/{handle}/end")
  String end(
      @PathVariable String handle,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!sessions.end(me.account(), handle)) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1206", "people.error.noSession");
    }
    Flash.say(request, response, "people.account.ended");
    return HERE;
  }

  @PostMapping("/account/sessions/end-others")
  String endOthers(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    sessions.endOthers(me.account(), request);
    Flash.say(request, response, "people.account.endedOthers");
    return HERE;
  }
}
