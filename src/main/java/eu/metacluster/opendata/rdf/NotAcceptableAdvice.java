package eu.metacluster.opendata.rdf;

import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says to a machine that accepts nothing of what there is, what there is. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NotAcceptableAdvice {

  private final Texts texts;

  NotAcceptableAdvice(Texts texts) {
    this.texts = texts;
  }

  @ExceptionHandler
  void notAcceptable(
      HttpServletRequest request, HttpServletResponse response, NotAcceptable refused)
      throws IOException {
    String sentence = texts.get(Language.of(request), "opendata.refused.notAcceptable");
    response.setStatus(HttpServletResponse.SC_NOT_ACCEPTABLE);
    response.setHeader("Vary", "Accept");
    response.setContentType("text/plain;charset=UTF-8");
    response
        .getOutputStream()
        .write(("MC-1851 " + sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
