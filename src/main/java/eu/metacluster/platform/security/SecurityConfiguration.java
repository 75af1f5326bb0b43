package eu.metacluster.platform.security;

import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.ErrorPages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The one chain of filters that every request passes. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@ConditionalOnWebApplication
class SecurityConfiguration {

  private static final String EMBEDDED = "/embed/";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
  private static final String PERMISSIONS_POLICY =
      "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

  @Bean
  SessionMemory sessionMemory() {
    return new SessionMemory();
  }

  @Bean
  static WebMvcRegistrations endpoints() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new OneLookup();
      }
    };
  }

  @Bean
  static RoleHierarchy roleHierarchy() {
    return RoleHierarchyImpl.withDefaultRolePrefix()
        .role(Role.ADMINISTRATOR.name())
        .implies(Role.COORDINATOR.name())
        .role(Role.COORDINATOR.name())
        .implies(Role.COMMITTEE.name())
        .role(Role.COMMITTEE.name())
        .implies(Role.MEMBER.name())
        .build();
  }

  /** Nobody proves who they are by a name and a password here. */
  @Bean
  AuthenticationManager authenticationManager() {
    return attempt -> {
      throw new AuthenticationServiceException("people sign in by a link");
    };
  }

  @Bean
  SecurityFilterChain filters(
      HttpSecurity http,
      SessionMemory memory,
      ErrorPages errors,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
      ObjectProvider<SignInWay> ways) {
    Refusals refusals = new Refusals(errors);
    http.securityContext(context -> context.securityContextRepository(memory))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens())
                    .ignoringRequestMatchers(
                        "/preferences/*",
                        "/follows/stop/*",
                        "/notices/stop/*",
                        "/letters/stop/*",
                        "/oai",
                        "/sparql"))
        .headers(SecurityConfiguration::headers)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll()
                    .anyRequest()
                    .access(new EndpointRule(endpoints, roleHierarchy())));
    ways.forEach(way -> way.add(http));
    return http.build();
  }

  /** In a cookie, so that a visitor who meets a form needs no session. */
  private static CookieCsrfTokenRepository tokens() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("form");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
    return tokens;
  }

  /** Pieces for other sites may stand in a frame there and run nothing; all else in none. */
  private static void frames(boolean embedded, HttpServletResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        embedded
            ? CONTENT_SECURITY_POLICY
                .replace("frame-ancestors 'none'", "frame-ancestors *")
                .replace("script-src 'self'", "script-src 'none'")
            : CONTENT_SECURITY_POLICY);
    if (!embedded) {
      response.setHeader("X-Frame-Options", "DENY");
    }
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
        .addHeaderWriter(
            (request, response) -> frames(request.getRequestURI().startsWith(EMBEDDED), response))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
  }
}
