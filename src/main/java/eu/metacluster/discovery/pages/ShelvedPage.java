package eu.metacluster.discovery.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A page as it was sent. It is compressed when somebody first asks for it again: most pages leave
 * the shelf before that, and compressing costs a quarter of making one.
 */
final class ShelvedPage {

  private static final String VARY = "Cookie, Accept-Language, HX-Request, Accept-Encoding";

  private final byte[] plain;
  private final String tag;
  private final String language;
  private final @Nullable String link;
  private volatile byte @Nullable [] gzip;

  /**
   * @param link what the page said of its other forms, null when it said nothing
   */
  ShelvedPage(byte[] plain, String language, @Nullable String link) {
    this.link = link;
    this.plain = plain;
    this.language = language;
    CRC32C sum = new CRC32C();
    sum.update(plain);
    tag = "W/\"" + Long.toHexString(sum.getValue()) + '-' + plain.length + '"';
  }

  /** Bytes of memory, room for the compressed form included. */
  int weight() {
    return plain.length + plain.length / 4 + 200;
  }

  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.VARY, VARY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    response.setHeader(HttpHeaders.ETAG, tag);
    if (link != null) {
      response.setHeader(HttpHeaders.LINK, link);
    }
    if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    boolean compress = accepted != null && accepted.contains("gzip");
    byte[] body = compress ? compressed() : plain;
    if (compress) {
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Two visitors at once may both compress; the bytes are the same. */
  private byte[] compressed() throws IOException {
    byte[] known = gzip;
    if (known == null) {
      ByteArrayOutputStream small = new ByteArrayOutputStream(plain.length / 4);
      try (GZIPOutputStream out = new GZIPOutputStream(small)) {
        out.write(plain);
      }
      known = small.toByteArray();
      gzip = known;
    }
    return known;
  }
}
