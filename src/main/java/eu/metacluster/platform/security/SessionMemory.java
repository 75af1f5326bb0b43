package eu.metacluster.platform.security;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.util.function.SingletonSupplier;

/**
 * Remembers the signed-in person in the session as plain words, never as a serialised object: a
 * newer version of the product can read what an older one wrote.
 */
public final class SessionMemory implements SecurityContextRepository {

  private static final String ACCOUNT = "account";
  private static final String NAME = "name";
  private static final String ROLE = "role";

  SessionMemory() {}

  @Override
  @Deprecated
  @SuppressWarnings({"deprecation", "InlineMeSuggester"})
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return read(holder.getRequest());
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    SingletonSupplier<SecurityContext> once = SingletonSupplier.of(() -> read(request));
    return new DeferredSecurityContext() {
      @Override
      public SecurityContext get() {
        return once.obtain();
      }

      @Override
      public boolean isGenerated() {
        return !containsContext(request);
      }
    };
  }

  private static SecurityContext read(HttpServletRequest request) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    HttpSession session = request.getSession(false);
    if (session != null
        && session.getAttribute(ACCOUNT) instanceof String account
        && session.getAttribute(NAME) instanceof String name
        && session.getAttribute(ROLE) instanceof String role) {
      Identity identity = new Identity(UUID.fromString(account), name, Role.valueOf(role));
      context.setAuthentication(identity.authentication());
    }
    return context;
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, @Nullable HttpServletResponse response) {
    if (context.getAuthentication() != null
        && context.getAuthentication().getPrincipal() instanceof Identity identity) {
      remember(request, identity);
    }
  }

  /** Signs the person in: a new session id, and in it who they are. */
  public void signIn(HttpServletRequest request, Identity identity) {
    if (request.getSession(false) == null) {
      request.getSession(true);
    } else {
      request.changeSessionId();
    }
    remember(request, identity);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(identity.authentication());
    SecurityContextHolder.setContext(context);
  }

  private static void remember(HttpServletRequest request, Identity identity) {
    HttpSession session = request.getSession(true);
    session.setAttribute(ACCOUNT, identity.account().toString());
    session.setAttribute(NAME, identity.name());
    session.setAttribute(ROLE, identity.role().name());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, identity.getName());
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ACCOUNT) != null;
  }
}
