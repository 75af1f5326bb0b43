package eu.metacluster.opendata.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.platform.web.ErrorPages;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the programs of other sites read open data, and sees that one of them leaves room for the
 * others: so many requests in a minute from one address, counted in this process.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class OpenDoor extends OncePerRequestFilter {

  private static final List<String> OPEN =
      List.of("/api/", "/dumps", "/feeds/", "/calendar/", "/catalog", "/sparql", "/oai", "/grid.");
  private static final String COUNTED = "/api/";
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 100_000;

  private final ErrorPages errors;
  private final Again again;
  private final int perMinute;
  private final Cache<String, Count> counts =
      Caffeine.newBuilder().expireAfterWrite(WINDOW).maximumSize(MOST_ADDRESSES).build();

  OpenDoor(
      ErrorPages errors,
      Again again,
      @Value("${metacluster.open-data.requests-per-minute:1200}") int perMinute) {
    this.errors = errors;
    this.again = again;
    this.perMinute = perMinute;
  }

  private record Count(AtomicInteger requests, long since) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return OPEN.stream().noneMatch(path::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
        "ETag, Link, Last-Modified, Retry-After, RateLimit-Limit, RateLimit-Remaining,"
            + " RateLimit-Reset, RateLimit-Policy, Deprecation, Sunset");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    if (request.getMethod().equals("OPTIONS")) {
      preflight(response);
    } else if (!request.getRequestURI().startsWith(COUNTED)) {
      chain.doFilter(request, response);
    } else if (admitted(request, response) && !again.send(request, response)) {
      Set<String> before = Set.copyOf(response.getHeaderNames());
      chain.doFilter(request, response);
      again.keep(request, response, before);
    }
  }

  private static void preflight(HttpServletResponse response) {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS");
    response.setHeader(
        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Accept, Accept-Language, If-None-Match");
    response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400");
    response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private boolean admitted(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Count count =
        counts.get(
            network(request.getRemoteAddr()),
            any -> new Count(new AtomicInteger(), System.nanoTime()));
    int asked = count.requests().incrementAndGet();
    long passed = Duration.ofNanos(System.nanoTime() - count.since()).toSeconds();
    long reset = Math.clamp(WINDOW.toSeconds() - passed, 1, WINDOW.toSeconds());
    tell(response, asked, reset);
    if (asked <= perMinute) {
      return true;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(reset));
    errors.refuse(
        request,
        response,
        new Refusal(Refusal.Kind.TOO_MANY, "MC-1807", "opendata.refused.tooMany", reset));
    return false;
  }

  private void tell(HttpServletResponse response, int asked, long reset) {
    response.setHeader("RateLimit-Policy", perMinute + ";w=" + WINDOW.toSeconds());
    response.setIntHeader("RateLimit-Limit", perMinute);
    response.setIntHeader("RateLimit-Remaining", Math.max(0, perMinute - asked));
    response.setHeader("RateLimit-Reset", Long.toString(reset));
  }

  /** An IPv6 network is one address: whoever has one has all of it. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.getByName(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
