package eu.metacluster.platform.web;

import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/**
 * The pages for what cannot be done and for what broke: a sentence, a code one can quote, and the
 * next step. htmx gets the sentence alone.
 */
@Component
public class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private final Renderer renderer;
  private final Problems problems;

  ErrorPages(Renderer renderer, Problems problems) {
    this.renderer = renderer;
    this.problems = problems;
  }

  /** Answers with a refusal's sentence and the status of its kind. */
  public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    int status =
        switch (refusal.kind()) {
          case BAD_INPUT -> 400;
          case FORBIDDEN -> 403;
          case NOT_FOUND -> 404;
          case CONFLICT -> 409;
          case GONE -> 410;
          case TOO_MANY -> 429;
          case AWAY -> 503;
        };
    answer(request, response, status, refusal.code(), refusal.key(), refusal.arguments().toArray());
  }

  /** Answers a status of the protocol with the shell's own sentence for it. */
  public void status(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    switch (status) {
      case 404 -> answer(request, response, 404, "MC-1001", "platform.error.notFound");
      case 401, 403 -> answer(request, response, 403, "MC-1002", "platform.error.forbidden");
      case 405 -> answer(request, response, 405, "MC-1004", "platform.error.method");
      case 413 -> answer(request, response, 413, "MC-1006", "platform.error.tooLarge");
      default ->
          answer(
              request,
              response,
              status,
              status < 500 ? "MC-1005" : "MC-1000",
              status < 500 ? "platform.error.badInput" : "platform.error.unavailable");
    }
  }

  /** A form that was open too long, or that another site sent. */
  public void expiredForm(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, 403, "MC-1003", "platform.error.expiredForm");
  }

  /**
   * Something broke: it is logged once, here, with the reference that the page shows. An address
   * that the server cannot take apart, or takes for an attack, is no fault of ours and gets a
   * sentence.
   */
  public void fault(HttpServletRequest request, HttpServletResponse response, Throwable cause)
      throws IOException {
    if (cause instanceof InvalidParameterException || cause instanceof RequestRejectedException) {
      status(request, response, 400);
      return;
    }
    String reference =
        Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 45), 36)
            .toUpperCase(Locale.ROOT);
    LOG.error("Fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), cause);
    answer(request, response, 500, "MC-1000", "platform.error.fault", reference);
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String key,
      Object... arguments)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    if (Problems.wanted(request)) {
      problems.write(request, response, new Problems.Problem(status, code, key, arguments));
      return;
    }
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("status", status);
    model.put("code", code);
    model.put("key", key);
    model.put("arguments", arguments);
    boolean piece = "true".equals(request.getHeader("HX-Request"));
    renderer.render(piece ? "platform/errorPiece" : "platform/error", model, request, response);
  }
}
