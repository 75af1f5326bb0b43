package eu.metacluster.platform.web;

import eu.metacluster.platform.PublicEndpoint;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the servlet container sends what no controller handled. */
@Controller
@PublicEndpoint("Errors are shown to whoever meets them; called directly it is a page not found.")
class ErrorFallback implements ErrorController {

  private final ErrorPages errors;

  ErrorFallback(ErrorPages errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (cause instanceof Throwable thrown) {
      errors.fault(request, response, thrown);
    } else {
      errors.status(request, response, status instanceof Integer code ? code : 404);
    }
  }
}
