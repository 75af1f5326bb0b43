package eu.metacluster.people.passkeys;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Adding and removing passkeys; the only pages here that need JavaScript. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class PasskeyController {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeyController.class);
  private static final String NEW = "passkey.new";
  private static final int LONGEST_LABEL = 60;

  private final Ceremonies ceremonies;
  private final Passkeys passkeys;

  PasskeyController(Ceremonies ceremonies, Passkeys passkeys) {
    this.ceremonies = ceremonies;
    this.passkeys = passkeys;
  }

  @GetMapping("/account/passkeys")
  String mine(@AuthenticationPrincipal Identity me, Model model) {
    model.addAttribute("passkeys", passkeys.of(me.account()));
    return "people/passkeys";
  }

  @PostMapping(value = "/account/passkeys/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String options(@AuthenticationPrincipal Identity me, HttpServletRequest request) {
    PublicKeyCredentialCreationOptions options =
        ceremonies
            .checks()
            .createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(me.authentication()));
    request.getSession().setAttribute(NEW, options);
    return ceremonies.write(options);
  }

  @PostMapping(value = "/account/passkeys", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String add(
      @RequestParam(defaultValue = "") String label,
      @RequestBody(required = false) @Nullable String made,
      HttpServletRequest request,
      HttpServletResponse response) {
    var options =
        Ceremonies.taken(request, NEW) instanceof PublicKeyCredentialCreationOptions kept
            ? kept
            : null;
    if (options == null) {
      throw Ceremonies.failed();
    }
    register(options, label, made == null ? "" : made);
    Flash.say(request, response, "people.passkeys.added");
    return "{\"next\":\"/account/passkeys\"}";
  }

  private void register(PublicKeyCredentialCreationOptions options, String label, String made) {
    String name = label.isBlank() ? "Passkey" : label.strip();
    try {
      ceremonies
          .checks()
          .registerCredential(
              new ImmutableRelyingPartyRegistrationRequest(
                  options,
                  new RelyingPartyPublicKey(
                      ceremonies.made(made),
                      name.substring(0, Math.min(name.length(), LONGEST_LABEL)))));
    } catch (RuntimeException e) {
      LOG.info("A passkey was not added: {}", String.valueOf(e.getMessage()));
      throw Ceremonies.failed();
    }
  }

  @PostMapping("/account/passkeys/{handle}/remove")
  String remove(
      @PathVariable String handle,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!passkeys.remove(me.account(), handle)) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1221", "people.error.noPasskey");
    }
    Flash.say(request, response, "people.passkeys.removed");
    return "redirect:/account/passkeys";
  }
}
