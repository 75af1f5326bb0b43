package eu.metacluster.people.passkeys;

import eu.metacluster.platform.SiteAddress;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two ceremonies of WebAuthn, for the address that this site is reached at, and their JSON. The
 * endpoints are ours, so that they are authorised, counted and listed like all others.
 */
@Component
class Ceremonies {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

  private final Passkeys passkeys;
  private final Owners owners;
  private final SiteAddress site;

  Ceremonies(Passkeys passkeys, Owners owners, SiteAddress site) {
    this.passkeys = passkeys;
    this.owners = owners;
    this.site = site;
  }

  /** The checks of a relying party; made anew, because the address is known only once we listen. */
  WebAuthnRelyingPartyOperations checks() {
    URI here = URI.create(site.of(""));
    String origin =
        here.getScheme()
            + "://"
            + here.getHost()
            + (here.getPort() < 0 ? "" : ":" + here.getPort());
    PublicKeyCredentialRpEntity party =
        PublicKeyCredentialRpEntity.builder().id(here.getHost()).name("Metacluster").build();
    return new Webauthn4JRelyingPartyOperations(owners, passkeys, party, Set.of(origin));
  }

  String write(Object options) {
    return JSON.writeValueAsString(options);
  }

  /**
   * What a device made of the options for a new passkey.
   *
   * @throws JacksonException when it is something else
   */
  PublicKeyCredential<AuthenticatorAttestationResponse> made(String json) {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  /**
   * What a device answered to the options for signing in.
   *
   * @throws JacksonException when it is something else
   */
  PublicKeyCredential<AuthenticatorAssertionResponse> answered(String json) {
    return JSON.readValue(json, new TypeReference<>() {});
  }

  /** Options serve once. */
  static @Nullable Object taken(HttpServletRequest request, String name) {
    HttpSession session = request.getSession(false);
    Object options = session == null ? null : session.getAttribute(name);
    if (session != null) {
      session.removeAttribute(name);
    }
    return options;
  }

  static Refusal failed() {
    return new Refusal(Refusal.Kind.BAD_INPUT, "MC-1220", "people.error.passkey");
  }
}
