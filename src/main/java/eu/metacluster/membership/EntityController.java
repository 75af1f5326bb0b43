package eu.metacluster.membership;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.people.EmailAddress;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an organisation's administrators do: sign, name each other, keep its names. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class EntityController {

  private static final int LONGEST = 200;

  private final Dossiers dossiers;
  private final Entities entities;
  private final Periods periods;
  private final Checklist checklist;
  private final Signatures signatures;
  private final Administrators administrators;
  private final HeldRoles roles;
  private final Accounts accounts;
  private final Journal journal;
  private final Rules rules;

  EntityController(
      Dossiers dossiers,
      Entities entities,
      Periods periods,
      Checklist checklist,
      Signatures signatures,
      Administrators administrators,
      HeldRoles roles,
      Accounts accounts,
      Journal journal,
      Rules rules) {
    this.dossiers = dossiers;
    this.entities = entities;
    this.periods = periods;
    this.checklist = checklist;
    this.signatures = signatures;
    this.administrators = administrators;
    this.roles = roles;
    this.accounts = accounts;
    this.journal = journal;
    this.rules = rules;
  }

  @GetMapping("/membership/{handle}")
  String entity(@PathVariable String handle, @AuthenticationPrincipal Identity me, Model model) {
    Entity entity = dossiers.seen(handle, me);
    UUID id = entity.id();
    model.addAttribute("entity", entity);
    model.addAttribute("items", checklist.of(entity));
    model.addAttribute("administrators", administrators.of(id));
    model.addAttribute("representatives", administrators.names(id, Administrators.REPRESENTATIVE));
    model.addAttribute("agreement", signatures.current());
    model.addAttribute("signature", signatures.latest(id).orElse(null));
    model.addAttribute("mine", administrators.is(me, id));
    model.addAttribute("decides", me.role().covers(rules.acceptedBy()));
    model.addAttribute("coordinator", me.role().covers(Role.COORDINATOR));
    standing(entity, model);
    return "membership/entity";
  }

  private void standing(Entity entity, Model model) {
    UUID id = entity.id();
    model.addAttribute("history", periods.history(id));
    model.addAttribute("names", entities.names(id));
    model.addAttribute("represented", periods.representations(id));
    model.addAttribute("end", periods.end(id, roles.today()));
    model.addAttribute("others", representing(entity));
    model.addAttribute(
        "rules",
        Map.of(
            "notice", rules.noticeDays(),
            "months", rules.months(),
            "needed", rules.administrators()));
  }

  private List<Entity> representing(Entity entity) {
    return !entity.type().representable()
        ? List.of()
        : entities.on(roles.today()).stream()
            .filter(other -> other.belongs() && other.type().representable())
            .filter(other -> !other.id().equals(entity.id()))
            .toList();
  }

  @PostMapping("/membership/{handle}/signature")
  @Transactional
  public String sign(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String signer,
      @RequestParam(defaultValue = "") String function,
      @RequestParam(defaultValue = "false") boolean authorised,
      @RequestParam int version,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.owned(handle, me);
    if (!authorised || unusable(signer) || unusable(function)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1752", "membership.error.signature");
    }
    if (version != signatures.current().version()) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1753", "membership.error.newVersion");
    }
    Signature signature =
        signatures.sign(
            entity, signer.strip(), function.strip(), Language.of(request), me.account());
    Map<String, Object> facts =
        Map.of("version", version, "text", signature.textSha256(), "pdf", signature.pdfSha256());
    journal.append(new NewEntry("membership.signed", entity.id(), me.account(), facts));
    return back(entity, request, response, "membership.signed");
  }

  private static boolean unusable(String typed) {
    return typed.isBlank() || typed.length() > LONGEST;
  }

  @GetMapping("/membership/{handle}/agreement.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String handle, @AuthenticationPrincipal Identity me) {
    Entity entity = dossiers.seen(handle, me);
    byte[] pdf = signatures.pdf(entity.id()).orElseThrow(MembersController::unknown);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(handle + "-agreement.pdf").build().toString())
        .body(pdf);
  }

  /** The answer is the same whether the address has an account or not. */
  @PostMapping("/membership/{handle}/people")
  @Transactional
  public String add(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "false") boolean representative,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.owned(handle, me);
    boolean own = administrators.is(me, entity.id());
    if (!own && reason.isBlank()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1755", "membership.error.reason");
    }
    Optional<Account> account =
        EmailAddress.of(email).flatMap(accounts::byEmail).filter(Account::enabled);
    String role = representative ? Administrators.REPRESENTATIVE : Administrators.ADMINISTRATOR;
    account.ifPresent(person -> name(entity, person.id(), role, own, me));
    return back(entity, request, response, "membership.personAdded");
  }

  private void name(Entity entity, UUID person, String role, boolean own, Identity me) {
    roles.give(person, role, Administrators.KIND, entity.id(), null, me.account());
    if (!own) {
      Map<String, String> facts = Map.of("account", person.toString());
      journal.append(new NewEntry("membership.access-recovered", entity.id(), me.account(), facts));
    }
  }

  @PostMapping("/membership/{handle}/people/{account}/end")
  @Transactional
  public String end(
      @PathVariable String handle,
      @PathVariable UUID account,
      @RequestParam(defaultValue = Administrators.ADMINISTRATOR) String role,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.owned(handle, me);
    boolean last =
        role.equals(Administrators.ADMINISTRATOR)
            && administrators.of(entity.id()).size() == 1
            && administrators.of(entity.id()).containsKey(account);
    if (last) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1756", "membership.error.lastAdministrator");
    }
    roles.end(account, role, entity.id(), me.account());
    return back(entity, request, response, "membership.personEnded");
  }

  @PostMapping("/membership/{handle}/names")
  @Transactional
  public String name(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean alias,
      @RequestParam(defaultValue = "") String from,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Entity entity = dossiers.owned(handle, me);
    if (unusable(name)) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1757", "membership.error.name");
    }
    entities.name(entity.id(), alias ? "ALIAS" : "NAME", name.strip(), day(from));
    String kind = alias ? "membership.alias-added" : "membership.renamed";
    journal.append(new NewEntry(kind, entity.id(), me.account(), Map.of()));
    return back(entity, request, response, "membership.saved");
  }

  private LocalDate day(String typed) {
    try {
      return typed.isBlank() ? roles.today() : LocalDate.parse(typed.strip());
    } catch (DateTimeException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1758", "membership.error.day");
    }
  }

  static String back(
      Entity entity, HttpServletRequest request, HttpServletResponse response, String said) {
    Flash.say(request, response, said, entity.name());
    return "redirect:/membership/" + entity.handle();
  }
}
