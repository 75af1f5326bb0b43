package eu.metacluster.opendata.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.opendata.items.Items;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends JSON with a tag by which it need not be sent again, and keeps what was sent last,
 * compressed once, until the items change. Caches ask every time: what is withdrawn is gone from
 * them too.
 */
@Component
class Served {

  private static final int SHELF = 48 << 20;
  private static final int LARGEST = 4 << 20;
  private static final int WORTH_COMPRESSING = 1_500;

  private final Items items;
  private final Cache<String, Kept> shelf =
      Caffeine.newBuilder()
          .maximumWeight(SHELF)
          .weigher((String key, Kept kept) -> kept.weight() + 2 * key.length())
          .build();

  Served(Items items) {
    this.items = items;
  }

  private record Kept(byte[] plain, byte @Nullable [] gzip) {
    int weight() {
      return plain.length + (gzip == null ? 0 : gzip.length);
    }
  }

  /** The highest position, at most a tenth of a second old. */
  long position() {
    return items.recentPosition();
  }

  /**
   * As {@link #json}, of a page that says nothing but what the items were at a position, so that it
   * can be given again.
   */
  ResponseEntity<byte[]> page(
      HttpServletRequest request, long position, Supplier<CharSequence> body) {
    ResponseEntity<byte[]> answer = json(request, "p" + position, body);
    byte[] bytes = answer.getBody();
    if (bytes != null) {
      Again.note(request, position, bytes);
    }
    return answer;
  }

  /**
   * Answers with what {@code body} makes, or says that the caller has it.
   *
   * @param tag changes whenever the body does
   */
  ResponseEntity<byte[]> json(HttpServletRequest request, String tag, Supplier<CharSequence> body) {
    String etag = "W/\"" + tag + "\"";
    if (has(request, etag)) {
      return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), etag).build();
    }
    String key = request.getRequestURI() + "?" + request.getQueryString() + "#" + tag;
    Kept kept = shelf.getIfPresent(key);
    if (kept == null) {
      kept = kept(body.get().toString().getBytes(StandardCharsets.UTF_8));
      if (kept.weight() <= LARGEST) {
        shelf.put(key, kept);
      }
    }
    return sent(request, etag, kept);
  }

  private static ResponseEntity<byte[]> sent(HttpServletRequest request, String etag, Kept kept) {
    ResponseEntity.BodyBuilder answer =
        headers(ResponseEntity.ok(), etag).contentType(MediaType.APPLICATION_JSON);
    byte[] small = kept.gzip();
    return small != null && packed(request)
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(small)
        : answer.body(kept.plain());
  }

  /** Whether the caller takes what is compressed. */
  static boolean packed(HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip");
  }

  private static boolean has(HttpServletRequest request, String etag) {
    String theirs = request.getHeader(HttpHeaders.IF_NONE_MATCH);
    return theirs != null
        && (theirs.strip().equals("*") || theirs.contains(etag.substring("W/".length())));
  }

  private static <B extends ResponseEntity.HeadersBuilder<B>> B headers(B answer, String etag) {
    return answer
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .cacheControl(CacheControl.noCache().cachePublic());
  }

  private static Kept kept(byte[] plain) {
    if (plain.length < WORTH_COMPRESSING) {
      return new Kept(plain, null);
    }
    ByteArrayOutputStream small = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(small)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Kept(plain, Objects.requireNonNull(small.toByteArray()));
  }
}
