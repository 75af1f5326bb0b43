package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What cannot be done, for programs: RFC 9457 problem details with our code and sentence. Addresses
 * below {@code /api/} answer so.
 */
@Component
class Problems {

  private static final String PROGRAMS = "/api/";

  private final Texts texts;
  private final JsonMapper json;

  Problems(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  /** What cannot be done. */
  record Problem(int status, String code, String key, Object[] arguments) {}

  static boolean wanted(HttpServletRequest request) {
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = original == null ? request.getRequestURI() : original.toString();
    return path.startsWith(PROGRAMS);
  }

  void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    HttpStatus known = HttpStatus.resolve(problem.status());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("type", "about:blank");
    told.put("title", known == null ? "Error" : known.getReasonPhrase());
    told.put("status", problem.status());
    told.put("code", problem.code());
    told.put("detail", texts.get(Language.of(request), problem.key(), problem.arguments()));
    told.put("instance", Objects.toString(request.getRequestURI(), ""));
    response.setContentType("application/problem+json");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    response.setHeader(HttpHeaders.ETAG, null);
    response.getOutputStream().write(json.writeValueAsBytes(told));
  }
}
