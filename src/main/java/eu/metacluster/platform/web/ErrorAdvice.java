package eu.metacluster.platform.web;

import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns what a controller throws into the page that says so. */
@ControllerAdvice
class ErrorAdvice {

  private final ErrorPages errors;

  ErrorAdvice(ErrorPages errors) {
    this.errors = errors;
  }

  @ExceptionHandler
  void refusal(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
      throws IOException {
    errors.refuse(request, response, refusal);
  }

  /** Security's own filters decide between the sign-in page and the forbidden one. */
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void denied(RuntimeException denied) {
    throw denied;
  }

  @ExceptionHandler
  void wrongType(
      HttpServletRequest request,
      HttpServletResponse response,
      MethodArgumentTypeMismatchException mismatch)
      throws IOException {
    errors.status(request, response, mismatch.getName().equals("id") ? 404 : 400);
  }

  @ExceptionHandler
  void method(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpRequestMethodNotSupportedException refused)
      throws IOException {
    refused.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    errors.status(request, response, 405);
  }

  /** The browser went away, or a stream of events ended: nobody is there to read an answer. */
  @ExceptionHandler({AsyncRequestNotUsableException.class, AsyncRequestTimeoutException.class})
  void gone() {}

  @ExceptionHandler
  void other(HttpServletRequest request, HttpServletResponse response, Exception cause)
      throws IOException {
    if (cause instanceof ErrorResponse known) {
      errors.status(request, response, known.getStatusCode().value());
    } else {
      errors.fault(request, response, cause);
    }
  }
}
