package eu.metacluster.discovery.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;

/**
 * A page as it was sent, plain and compressed.
 *
 * @param tag weak entity tag, which lets a browser keep its copy
 */
record ShelvedPage(byte[] plain, byte[] gzip, String tag, String language) {

  private static final String VARY = "Cookie, Accept-Language, HX-Request, Accept-Encoding";

  static ShelvedPage of(byte[] plain, String language) {
    ByteArrayOutputStream small = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    CRC32C sum = new CRC32C();
    sum.update(plain);
    String tag = "W/\"%08x%x\"".formatted(sum.getValue(), Arrays.hashCode(plain));
    return new ShelvedPage(plain, small.toByteArray(), tag, language);
  }

  int weight() {
    return plain.length + gzip.length + 200;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.VARY, VARY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.setHeader(HttpHeaders.ETAG, tag);
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean compress = accepted != null && accepted.contains("gzip");
    byte[] body = compress ? gzip : plain;
    if (compress) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
