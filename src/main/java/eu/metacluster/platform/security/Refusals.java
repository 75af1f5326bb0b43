package eu.metacluster.platform.security;

import eu.metacluster.platform.web.ErrorPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** What happens to whom an endpoint does not answer: sign in first, or a page that says no. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final int LONGEST = 4_000;

  private final ErrorPages errors;

  Refusals(ErrorPages errors) {
    this.errors = errors;
  }

  /**
   * A visitor is sent to sign in and comes back to the page; a form cannot come back, nor can an
   * address that would not go into the head of an answer.
   */
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    String query = request.getQueryString();
    String path = request.getRequestURI() + (query == null ? "" : "?" + query);
    boolean page = request.getMethod().equals("GET");
    String back = "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    String signIn = page && back.length() <= LONGEST ? back : "/sign-in";
    if ("true".equals(request.getHeader("HX-Request"))) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("HX-Redirect", "/sign-in");
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", signIn);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    if (cause instanceof CsrfException) {
      errors.expiredForm(request, response);
    } else {
      errors.status(request, response, HttpServletResponse.SC_FORBIDDEN);
    }
  }
}
