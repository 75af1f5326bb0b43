package eu.metacluster.people.privacy;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A person's own data: to read, to take along, to agree to, and to have erased. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class PrivacyController {

  private static final String HERE = "redirect:/account/data";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Erasure erasure;
  private final Consents consents;
  private final Accounts accounts;

  PrivacyController(Erasure erasure, Consents consents, Accounts accounts) {
    this.erasure = erasure;
    this.consents = consents;
    this.accounts = accounts;
  }

  @GetMapping("/account/data")
  String data(@AuthenticationPrincipal Identity me, Model model) {
    return show(me, false, model);
  }

  private String show(Identity me, boolean mistyped, Model model) {
    List<Consent> ledger = consents.of(me.account());
    model.addAttribute("sections", held(me));
    model.addAttribute("purposes", consents.purposes());
    model.addAttribute("ledger", ledger);
    model.addAttribute(
        "holding",
        ledger.stream()
            .filter(Consent::holds)
            .collect(Collectors.toMap(Consent::purpose, each -> each)));
    model.addAttribute("mistyped", mistyped);
    return "people/data";
  }

  private Map<String, List<Map<String, Object>>> held(Identity me) {
    Account account = accounts.get(me.account());
    Subject subject = erasure.subject(account.email());
    Map<String, List<Map<String, Object>>> sections = new LinkedHashMap<>();
    erasure.modules().forEach(module -> sections.put(module.key(), module.export(subject)));
    return sections;
  }

  @GetMapping("/account/data.json")
  ResponseEntity<byte[]> json(@AuthenticationPrincipal Identity me) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("my-data.json").build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(JSON.writeValueAsBytes(held(me)));
  }

  @PostMapping("/account/consents")
  String consent(
      @RequestParam String purpose,
      @RequestParam(defaultValue = "false") boolean agree,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (agree) {
      consents.give(me.account(), purpose, Language.of(request), "account-page");
    } else {
      consents.withdraw(me.account(), purpose, "account-page");
    }
    Flash.say(request, response, agree ? "people.consent.given" : "people.consent.withdrawn");
    return HERE;
  }

  @PostMapping("/account/erasure")
  String erase(
      @RequestParam(defaultValue = "") String email,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Account account = accounts.get(me.account());
    if (!email.strip().toLowerCase(Locale.ROOT).equals(account.email())) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return show(me, true, model);
    }
    erasure.erase(erasure.subject(account.email()), account.id());
    request.getSession().invalidate();
    SecurityContextHolder.clearContext();
    Flash.say(request, response, "people.erased");
    return "redirect:/";
  }
}
