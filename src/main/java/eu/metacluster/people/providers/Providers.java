package eu.metacluster.people.providers;

import eu.metacluster.people.SignInButtons;
import eu.metacluster.platform.SiteAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/**
 * The providers of the settings {@code metacluster.oidc.<id>.…}. What a provider says of itself is
 * asked for when somebody first signs in by it, so that the product starts while it is away.
 */
@Component
class Providers implements ClientRegistrationRepository, SignInButtons {

  static final String START = "/oauth2/authorization/";

  private static final Logger LOG = LoggerFactory.getLogger(Providers.class);

  private final Map<String, Provider> settings;
  private final SiteAddress site;
  private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

  Providers(Environment environment, SiteAddress site) {
    this.settings =
        Binder.get(environment)
            .bind("metacluster.oidc", Bindable.mapOf(String.class, Provider.class))
            .orElseGet(Map::of);
    this.site = site;
  }

  /**
   * One provider's settings.
   *
   * @param name what the button says
   * @param issuer its address, where {@code /.well-known/openid-configuration} is found
   */
  record Provider(String name, String issuer, String clientId, String clientSecret) {}

  boolean any() {
    return !settings.isEmpty();
  }

  @Override
  public Map<String, String> buttons() {
    Map<String, String> buttons = new LinkedHashMap<>();
    settings.forEach((id, provider) -> buttons.put(START + id, provider.name()));
    return buttons;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    Provider provider = settings.get(id);
    if (provider == null) {
      return null;
    }
    ClientRegistration registration = known.get(id);
    if (registration == null) {
      registration = ask(id, provider);
      if (registration != null) {
        known.put(id, registration);
      }
    }
    return registration;
  }

  private @Nullable ClientRegistration ask(String id, Provider provider) {
    try {
      return ClientRegistrations.fromIssuerLocation(provider.issuer())
          .registrationId(id)
          .clientName(provider.name())
          .clientId(provider.clientId())
          .clientSecret(provider.clientSecret())
          .scope("openid", "email", "profile")
          .redirectUri(site.of("/login/oauth2/code/" + id))
          .build();
    } catch (RuntimeException e) {
      LOG.warn("The provider {} does not answer: {}", id, String.valueOf(e.getMessage()));
      return null;
    }
  }
}
