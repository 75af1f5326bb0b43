package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers requests that never reach the application, because the server cannot read their address
 * or head: a page with our sentence and code in place of the server's own. It has no look, since
 * nothing is known of who asks but the language.
 */
final class BareErrors extends ErrorReportValve {

  /** What the server cannot do as it was asked is no fault of ours. */
  private static final Set<Integer> THEIRS =
      Set.of(
          HttpServletResponse.SC_NOT_IMPLEMENTED,
          HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

  private final Texts texts;

  BareErrors(Texts texts) {
    this.texts = texts;
    setShowServerInfo(false);
    setShowReport(false);
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    AtomicBoolean heard = new AtomicBoolean();
    response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, heard);
    if (!heard.get()) {
      return;
    }
    try {
      Language language = language(request);
      response.setContentType("text/html");
      response.setCharacterEncoding("UTF-8");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
      response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      response.setHeader("X-Content-Type-Options", "nosniff");
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(page(language, status < 500 || THEIRS.contains(status)));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException e) {
      container.getLogger().debug("nobody listens any more", e);
    }
  }

  /** What is asked may be so broken that not even its language can be read. */
  private static Language language(Request request) {
    try {
      return Language.of(request);
    } catch (RuntimeException e) {
      return Language.EN;
    }
  }

  private String page(Language language, boolean theirs) {
    String code = theirs ? "MC-1005" : "MC-1000";
    String title = text(language, "platform.error.title." + (theirs ? "400" : "500"));
    String sentence =
        text(language, theirs ? "platform.error.badInput" : "platform.error.unavailable");
    return """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body><main><p>%s</p><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body></html>
        """
        .formatted(
            language.code(), title, code, title, sentence, text(language, "platform.error.home"));
  }

  private String text(Language language, String key) {
    return HtmlUtils.htmlEscape(texts.get(language, key), "UTF-8");
  }
}
