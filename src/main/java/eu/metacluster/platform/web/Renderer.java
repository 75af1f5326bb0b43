package eu.metacluster.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Turns a template and a model into the bytes of a response. The page is whole before the first
 * byte leaves, so that a fault in a template never sends half a page.
 */
@Component
class Renderer {

  private final TemplateEngine engine;
  private final Shell shell;

  Renderer(TemplateEngine engine, Shell shell) {
    this.engine = engine;
    this.shell = shell;
  }

  boolean knows(String name) {
    return engine.hasTemplate(name + ".jte");
  }

  void render(
      String name,
      @Nullable Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Page page = shell.page(request, response);
    Map<String, Object> parameters = new HashMap<>();
    if (model != null) {
      parameters.putAll(model);
    }
    parameters.put("page", page);
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(name + ".jte", parameters, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language().code());
    response.addHeader(HttpHeaders.VARY, "Cookie, Accept-Language, HX-Request");
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.setHeader(
          HttpHeaders.CACHE_CONTROL, page.viewer().signedIn() ? "no-store" : "private, no-cache");
    }
    // A page consists of many pieces, and each piece would go through every wrapper of the
    // response.
    ByteArrayOutputStream whole = new ByteArrayOutputStream(output.getContentLength());
    output.writeTo(whole);
    response.setContentLength(whole.size());
    whole.writeTo(response.getOutputStream());
  }
}
