package eu.metacluster.discovery.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.discovery.HomeFigures;
import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.meaning.Visits;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.web.PageHead;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the public pages as visitors saw them last, for the next visitor who asks the same in the
 * same language and look. Only what an anonymous visitor was answered is kept, and only until the
 * index moves on, so that no page outlives a decision and none crosses from one role to another.
 */
@Component
class PageShelf extends OncePerRequestFilter {

  private static final String PASSING = PageShelf.class.getName();
  private static final long LARGEST_SHELF = 24L << 20;
  private static final int LARGEST_PAGE = 1 << 20;
  private static final int LONGEST_QUERY = 400;
  private static final Set<String> LOOKS = Set.of("light", "dark");

  private static final Set<String> ROOTS =
      Stream.concat(
              Stream.of("", "grid", "map", "match", "overview", "compare", "topics"),
              Arrays.stream(RecordKind.values()).map(RecordKind::path))
          .collect(Collectors.toUnmodifiableSet());

  private final GridSearch search;
  private final LocaleResolver languages;
  private final Visits visits;
  private final Areas areas;
  private final ObjectProvider<PageHead> heads;
  private final ObjectProvider<HomeFigures> figures;
  private final Cache<Key, ShelvedPage> shelf =
      Caffeine.newBuilder()
          .maximumWeight(LARGEST_SHELF)
          .weigher((Key key, ShelvedPage page) -> page.weight())
          .build();

  PageShelf(
      GridSearch search,
      LocaleResolver languages,
      Visits visits,
      Areas areas,
      ObjectProvider<PageHead> heads,
      ObjectProvider<HomeFigures> figures) {
    this.figures = figures;
    this.areas = areas;
    this.heads = heads;
    this.search = search;
    this.visits = visits;
    this.languages = languages;
  }

  private record Key(
      String path,
      String query,
      String language,
      String look,
      long generation,
      long heads,
      long areas,
      LocalDate day) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    visits.noted();
    Key key = key(request);
    if (key == null) {
      chain.doFilter(request, response);
      return;
    }
    ShelvedPage known = shelf.getIfPresent(key);
    if (known != null) {
      known.send(request, response);
      return;
    }
    ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, kept);
    if (request.getAttribute(PASSING) == null) {
      shelve(key, kept);
    }
    kept.copyBodyToResponse();
  }

  /** Says that the answer to this holds for the moment only. */
  static void passing(HttpServletRequest request) {
    request.setAttribute(PASSING, true);
  }

  private void shelve(Key key, ContentCachingResponseWrapper answer) {
    String type = answer.getContentType();
    if (answer.getStatus() == HttpServletResponse.SC_OK
        && type != null
        && type.startsWith("text/html")
        && answer.getContentSize() <= LARGEST_PAGE
        && answer.getHeader(HttpHeaders.SET_COOKIE) == null) {
      shelf.put(
          key,
          new ShelvedPage(
              answer.getContentAsByteArray(), key.language(), answer.getHeader(HttpHeaders.LINK)));
    }
  }

  /** Null when the answer must be made anew: no visitor, no public page, something to be said. */
  private @Nullable Key key(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    if (!request.getMethod().equals("GET")
        || query.length() > LONGEST_QUERY
        || !publicPath(path)
        || !visitor()
        || cookie(request, "flash") != null) {
      return null;
    }
    String look = cookie(request, "theme");
    return new Key(
        path,
        query,
        languages.resolveLocale(request).getLanguage(),
        look != null && LOOKS.contains(look) ? look : "auto",
        search.generation(),
        heads.stream().mapToLong(PageHead::generation).sum()
            + (path.equals("/") ? figures.stream().mapToLong(HomeFigures::generation).sum() : 0),
        areas.version(),
        LocalDate.now());
  }

  private static boolean publicPath(String path) {
    int end = path.indexOf('/', 1);
    return path.length() < LONGEST_QUERY
        && ROOTS.contains(path.substring(1, end < 0 ? path.length() : end));
  }

  private static boolean visitor() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who instanceof AnonymousAuthenticationToken;
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }
}
