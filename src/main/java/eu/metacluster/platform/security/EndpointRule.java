package eu.metacluster.platform.security;

import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rule before every endpoint: a {@link PublicEndpoint} answers all, one with {@code
 * PreAuthorize} answers the signed-in (the annotation then says whom of them), any other answers
 * nobody. Where there is no endpoint there is nothing to guard, and the page not found may be
 * shown.
 */
final class EndpointRule implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthorizationDecision YES = new AuthorizationDecision(true);
  private static final AuthorizationDecision NO = new AuthorizationDecision(false);

  private final RequestMappingHandlerMapping endpoints;

  EndpointRule(RequestMappingHandlerMapping endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    HandlerMethod endpoint = endpoint(context.getRequest());
    if (endpoint == null || carries(endpoint, PublicEndpoint.class)) {
      return YES;
    }
    return carries(endpoint, PreAuthorize.class) && signedIn(who.get()) ? YES : NO;
  }

  private static boolean signedIn(@Nullable Authentication who) {
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }

  private @Nullable HandlerMethod endpoint(HttpServletRequest request) {
    try {
      HandlerExecutionChain chain = endpoints.getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method ? method : null;
    } catch (Exception e) {
      if (e instanceof ErrorResponse) {
        return null;
      }
      throw new IllegalStateException("cannot tell which endpoint is asked for", e);
    }
  }

  private static boolean carries(
      HandlerMethod endpoint, Class<? extends java.lang.annotation.Annotation> annotation) {
    return endpoint.hasMethodAnnotation(annotation)
        || AnnotatedElementUtils.hasAnnotation(endpoint.getBeanType(), annotation);
  }
}
