package eu.metacluster.opendata.sparql;

import eu.metacluster.opendata.rdf.RdfForm;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.query.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Questions in SPARQL 1.1, from machines by the protocol and from people by a form. */
@Controller
@PublicEndpoint("asks nothing but what is open, within limits of time and size")
class SparqlController {

  private static final int SHOWN = 1_000;

  private final SparqlAnswers answers;
  private final Texts texts;

  SparqlController(SparqlAnswers answers, Texts texts) {
    this.answers = answers;
    this.texts = texts;
  }

  @RequestMapping(
      path = "/sparql",
      method = {RequestMethod.GET, RequestMethod.POST})
  @Nullable ModelAndView ask(
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean page =
        format.equals("html")
            || (format.isEmpty() && RdfForm.prefersPage(request.getHeader(HttpHeaders.ACCEPT)));
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (page) {
      return page(query, request, response);
    }
    send(query, format, request, response);
    return null;
  }

  @PostMapping(path = "/sparql", consumes = "application/sparql-query")
  void askBare(@RequestBody String query, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(query, "", request, response);
  }

  private ModelAndView page(
      String query, HttpServletRequest request, HttpServletResponse response) {
    Map<String, @Nullable Object> model = new HashMap<>();
    String refused = "";
    SparqlAnswers.@Nullable Rows rows = null;
    if (!query.isBlank()) {
      try {
        rows = answers.rows(Question.read(query));
      } catch (Refusal refusal) {
        response.setStatus(status(refusal));
        refused = sentence(refusal, request);
      }
    }
    boolean cut = rows != null && rows.values().size() > SHOWN;
    model.put("query", query);
    model.put("refused", refused);
    model.put("columns", rows == null ? null : rows.columns());
    model.put(
        "values", rows == null ? null : cut ? rows.values().subList(0, SHOWN) : rows.values());
    model.put("count", rows == null ? 0 : rows.values().size());
    model.put("seconds", answers.seconds());
    model.put("rows", answers.rows());
    model.put("examples", Example.ALL);
    return new ModelAndView("opendata/sparql", model);
  }

  private void send(
      String text, String format, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    try {
      Query query = Question.read(text);
      String accept = request.getHeader(HttpHeaders.ACCEPT);
      SparqlAnswers.Sent sent =
          answers.sent(
              query,
              AnswerForm.of(format).orElseGet(() -> AnswerForm.accepted(accept)),
              RdfForm.ofEnding(format).or(() -> RdfForm.accepted(accept)).orElse(RdfForm.TURTLE));
      response.setContentType(sent.type() + ";charset=UTF-8");
      response.setContentLength(sent.bytes().length);
      response.getOutputStream().write(sent.bytes());
    } catch (Refusal refusal) {
      response.setStatus(status(refusal));
      response.setContentType("text/plain;charset=UTF-8");
      response
          .getOutputStream()
          .write((sentence(refusal, request) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private String sentence(Refusal refusal, HttpServletRequest request) {
    return refusal.code()
        + " "
        + texts.get(Language.of(request), refusal.key(), refusal.arguments().toArray());
  }

  private static int status(Refusal refusal) {
    return refusal.kind() == Refusal.Kind.TOO_MANY ? 429 : 400;
  }
}
