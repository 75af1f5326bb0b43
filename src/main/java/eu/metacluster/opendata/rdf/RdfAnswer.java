package eu.metacluster.opendata.rdf;

import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/** Sends RDF in the form that was asked for, with what caches need to know. */
@Component
public class RdfAnswer {

  /** The model in a form, as bytes. */
  public static byte[] bytes(Model model, RdfForm form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RDFWriter.source(model).format(form.format()).output(bytes);
    return bytes.toByteArray();
  }

  /** The form that a request without an ending asks for. */
  public static RdfForm form(HttpServletRequest request) {
    return RdfForm.accepted(request.getHeader(HttpHeaders.ACCEPT)).orElseThrow(NotAcceptable::new);
  }

  /** The form with this ending. */
  public static RdfForm form(String ending) {
    return RdfForm.ofEnding(ending)
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.NOT_FOUND, "MC-1850", "opendata.refused.noForm", RdfForm.ENDINGS));
  }

  /** Sends the model; nothing but a status when the client has it already. */
  public void send(
      Model model, RdfForm form, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = bytes(model, form);
    // blank nodes get new names each time: what is compared is free of them
    String tag = "\"" + DigestUtils.md5DigestAsHex(stable(model, form)) + "\"";
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(form.type() + ";charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  private static byte[] stable(Model model, RdfForm form) {
    StringBuilder lines = new StringBuilder(form.ending());
    model
        .listStatements()
        .mapWith(
            statement ->
                (statement.getSubject().isAnon() ? "_" : statement.getSubject().toString())
                    + statement.getPredicate()
                    + (statement.getObject().isAnon() ? "_" : statement.getObject().toString()))
        .toList()
        .stream()
        .sorted()
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
