package eu.metacluster.opendata.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Texts with a tag by which they need not be sent again. */
final class Tagged {

  private Tagged() {}

  static ResponseEntity<byte[]> text(HttpServletRequest request, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + hash(bytes) + "\"";
    String theirs = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    boolean known = theirs != null && theirs.contains(tag);
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .header(HttpHeaders.ETAG, "W/" + tag)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .cacheControl(CacheControl.noCache().cachePublic());
    return known ? answer.build() : answer.header(HttpHeaders.CONTENT_TYPE, type).body(bytes);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
