package eu.metacluster.platform.security;

import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.expression.Expression;
import org.springframework.security.access.expression.ExpressionUtils;
import org.springframework.security.access.expression.method.DefaultMethodSecurityExpressionHandler;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.util.SimpleMethodInvocation;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The rule before every endpoint: a {@link PublicEndpoint} answers all, one with {@code
 * PreAuthorize} answers those it names, any other answers nobody. It is asked before the request's
 * parts are read, so that nobody learns from complaints about them what they may not do. Where
 * there is no endpoint there is nothing to guard, and the page not found may be shown.
 */
final class EndpointRule implements AuthorizationManager<RequestAuthorizationContext> {

  private static final AuthorizationDecision YES = new AuthorizationDecision(true);
  private static final AuthorizationDecision NO = new AuthorizationDecision(false);

  private final RequestMappingHandlerMapping endpoints;
  private final DefaultMethodSecurityExpressionHandler words =
      new DefaultMethodSecurityExpressionHandler();
  private final Map<String, Expression> read = new ConcurrentHashMap<>();
  private final Map<Endpoint, Rule> rules = new ConcurrentHashMap<>();

  private record Endpoint(Class<?> type, Method method) {}

  /** What an endpoint's annotations say; to read them takes longer than to follow them. */
  private record Rule(boolean open, @Nullable String words) {

    static Rule of(HandlerMethod endpoint) {
      PreAuthorize rule = find(endpoint, PreAuthorize.class);
      return new Rule(
          find(endpoint, PublicEndpoint.class) != null, rule == null ? null : rule.value());
    }
  }

  EndpointRule(RequestMappingHandlerMapping endpoints, RoleHierarchy roles) {
    this.endpoints = endpoints;
    words.setRoleHierarchy(roles);
  }

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    HandlerMethod endpoint = endpoint(context.getRequest());
    if (endpoint == null) {
      return YES;
    }
    Rule rule =
        rules.computeIfAbsent(
            new Endpoint(endpoint.getBeanType(), endpoint.getMethod()), any -> Rule.of(endpoint));
    if (rule.open()) {
      return YES;
    }
    String words = rule.words();
    Authentication person = who.get();
    return words != null && signedIn(person) && holds(words, person, endpoint) ? YES : NO;
  }

  private static boolean signedIn(@Nullable Authentication who) {
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }

  /** A rule that asks about arguments is left to the moment when they are known. */
  private boolean holds(String rule, @Nullable Authentication who, HandlerMethod endpoint) {
    if (rule.contains("#")) {
      return true;
    }
    Method method = endpoint.getMethod();
    var call = new SimpleMethodInvocation(endpoint.getBean(), method);
    Expression expression =
        read.computeIfAbsent(rule, words.getExpressionParser()::parseExpression);
    Supplier<@Nullable Authentication> person = () -> who;
    return ExpressionUtils.evaluateAsBoolean(
        expression, words.createEvaluationContext(person, call));
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

  private static <A extends Annotation> @Nullable A find(HandlerMethod endpoint, Class<A> type) {
    A own = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), type);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), type);
  }
}
