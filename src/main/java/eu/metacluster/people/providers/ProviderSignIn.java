package eu.metacluster.people.providers;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.people.Arrivals;
import eu.metacluster.people.EmailAddress;
import eu.metacluster.platform.security.SignInWay;
import eu.metacluster.platform.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Signs a person in whom a provider knows: the account of the address that the provider says it
 * verified. An address that it did not verify, or that has no account here, opens nothing; no
 * account is made and none of the provider's tokens is kept.
 */
@Component
@ConditionalOnWebApplication
class ProviderSignIn implements SignInWay {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderSignIn.class);

  private final Providers providers;
  private final Accounts accounts;
  private final Arrivals arrivals;

  ProviderSignIn(Providers providers, Accounts accounts, Arrivals arrivals) {
    this.providers = providers;
    this.accounts = accounts;
    this.arrivals = arrivals;
  }

  @Override
  public void add(HttpSecurity http) {
    if (!providers.any()) {
      return;
    }
    var requests =
        new DefaultOAuth2AuthorizationRequestResolver(
            providers, Providers.START.substring(0, Providers.START.length() - 1));
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(
        login ->
            login
                .clientRegistrationRepository(providers)
                .authorizedClientRepository(new NoTokens())
                .loginPage("/sign-in")
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .withObjectPostProcessor(whenAway())
                .successHandler(this::arrived)
                .failureHandler(
                    (request, response, cause) -> {
                      LOG.info(
                          "A provider did not sign in: {}", String.valueOf(cause.getMessage()));
                      refuse(request, response, "people.provider.failed");
                    }));
  }

  /** Nobody is sent to a provider that does not answer, or that is none. */
  private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> whenAway() {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, cause) -> refuse(request, response, "people.provider.away"));
        return filter;
      }
    };
  }

  private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    SecurityContextHolder.clearContext();
    Optional<Account> account =
        who.getPrincipal() instanceof OidcUser user && Boolean.TRUE.equals(user.getEmailVerified())
            ? EmailAddress.of(user.getEmail()).flatMap(accounts::byEmail).filter(Account::enabled)
            : Optional.empty();
    if (account.isEmpty()) {
      refuse(request, response, "people.provider.unknown");
      return;
    }
    arrivals.journal(account.get(), "PROVIDER");
    arrivals.welcome(account.get(), request, response);
    leave(response, "/desk");
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String key)
      throws IOException {
    Flash.say(request, response, key);
    leave(response, "/sign-in");
  }

  private static void leave(HttpServletResponse response, String path) throws IOException {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", path);
  }
}
