package eu.metacluster.people.passkeys;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.people.Arrivals;
import eu.metacluster.people.Pace;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Signing in with a passkey. */
@Controller
@PublicEndpoint("Visitors sign in here.")
class PasskeySignInController {

  private static final Logger LOG = LoggerFactory.getLogger(PasskeySignInController.class);
  private static final String ASKED = "passkey.asked";

  private final Ceremonies ceremonies;
  private final Accounts accounts;
  private final Arrivals arrivals;
  private final Pace pace;

  PasskeySignInController(Ceremonies ceremonies, Accounts accounts, Arrivals arrivals, Pace pace) {
    this.ceremonies = ceremonies;
    this.accounts = accounts;
    this.arrivals = arrivals;
    this.pace = pace;
  }

  @PostMapping(value = "/sign-in/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String ask(HttpServletRequest request) {
    PublicKeyCredentialRequestOptions options =
        ceremonies
            .checks()
            .createCredentialRequestOptions(
                new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    request.getSession().setAttribute(ASKED, options);
    return ceremonies.write(options);
  }

  @PostMapping(value = "/sign-in/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String enter(
      @RequestParam(required = false) @Nullable String next,
      @RequestBody(required = false) @Nullable String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    pace.count(request.getRemoteAddr());
    var options =
        Ceremonies.taken(request, ASKED) instanceof PublicKeyCredentialRequestOptions kept
            ? kept
            : null;
    if (options == null) {
      throw Ceremonies.failed();
    }
    Account account = proven(options, answer == null ? "" : answer);
    arrivals.journal(account, "PASSKEY");
    arrivals.welcome(account, request, response);
    String path = LocalPath.of(next);
    return ceremonies.write(java.util.Map.of("next", path.equals("/") ? "/desk" : path));
  }

  private Account proven(PublicKeyCredentialRequestOptions options, String answer) {
    try {
      var request = new RelyingPartyAuthenticationRequest(options, ceremonies.answered(answer));
      var owner = ceremonies.checks().authenticate(request);
      return accounts.get(Owners.account(owner.getId()));
    } catch (RuntimeException e) {
      LOG.info("A passkey was not accepted: {}", String.valueOf(e.getMessage()));
      throw Ceremonies.failed();
    }
  }
}
