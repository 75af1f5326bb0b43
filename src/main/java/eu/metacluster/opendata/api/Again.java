package eu.metacluster.opendata.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.opendata.items.Items;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Gives the same page again to whoever asks the same, headers included, as long as no item has
 * changed: without looking up who asks, which makes no difference to what is open.
 */
@Component
class Again {

  private static final long SHELF = 16L << 20;
  private static final String SENT = Again.class.getName();

  /** What differs from one answer to the next, or is said by whoever sends it. */
  private static final Set<String> NOT_KEPT =
      Set.of("date", "connection", "keep-alive", "transfer-encoding", "content-length");

  private final Items items;
  private final Cache<String, Page> shelf =
      Caffeine.newBuilder()
          .maximumWeight(SHELF)
          .weigher((String key, Page page) -> page.body().length + 2 * key.length())
          .build();

  Again(Items items) {
    this.items = items;
  }

  private record Header(String name, String value) {}

  /**
   * A page as it was sent.
   *
   * @param position of the items it was made of
   */
  private record Page(long position, List<Header> headers, byte[] body) {}

  private record Sent(long position, byte[] body) {}

  /** Notes that this is being sent, whole and to anybody, as the items are at this position. */
  static void note(HttpServletRequest request, long position, byte[] body) {
    request.setAttribute(SENT, new Sent(position, body));
  }

  /** Sends what was sent before, if it is still so; false when it must be made. */
  boolean send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Page page = plain(request) ? shelf.getIfPresent(key(request)) : null;
    if (page == null || page.position() != items.recentPosition()) {
      return false;
    }
    page.headers().forEach(header -> response.addHeader(header.name(), header.value()));
    response.setContentLength(page.body().length);
    response.getOutputStream().write(page.body());
    return true;
  }

  /** Keeps what has just been sent; headers that stood there before are of each answer alone. */
  void keep(HttpServletRequest request, HttpServletResponse response, Set<String> before) {
    if (plain(request)
        && response.getStatus() == HttpServletResponse.SC_OK
        && response.getHeader(HttpHeaders.SET_COOKIE) == null
        && request.getAttribute(SENT) instanceof Sent sent) {
      List<Header> headers = new ArrayList<>();
      for (String name : response.getHeaderNames()) {
        if (!before.contains(name) && !NOT_KEPT.contains(lower(name))) {
          response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
        }
      }
      shelf.put(key(request), new Page(sent.position(), headers, sent.body()));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static boolean plain(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
        && request.getHeader(HttpHeaders.RANGE) == null;
  }

  private static String key(HttpServletRequest request) {
    return Served.packed(request) + request.getRequestURI() + "?" + request.getQueryString();
  }
}
