package eu.metacluster.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks once for a request's endpoint, which is asked for twice: by the rule before it and to call
 * it. And where an address has places, it is compared with those of the endpoints whose addresses
 * begin with the same word, not with those of all; what that does not decide, the framework does.
 */
final class OneLookup extends RequestMappingHandlerMapping {

  private static final String FOUND = OneLookup.class.getName();

  /** Under this word are the endpoints whose addresses begin with a place; no path has it. */
  private static final String ANY = "*";

  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9._~-]*");

  private volatile @Nullable Map<String, List<Entry>> byWord;

  private record Entry(RequestMappingInfo mapping, HandlerMethod endpoint) {}

  /** What was found, and for what: an error or a forward is about another address. */
  private record Found(String method, String path, HandlerMethod endpoint) {

    boolean serves(HttpServletRequest request) {
      return method.equals(request.getMethod()) && path.equals(request.getRequestURI());
    }
  }

  @Override
  protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request)
      throws Exception {
    if (request.getAttribute(FOUND) instanceof Found found && found.serves(request)) {
      return found.endpoint();
    }
    HandlerMethod endpoint = super.getHandlerInternal(request);
    if (endpoint != null) {
      request.setAttribute(
          FOUND, new Found(request.getMethod(), request.getRequestURI(), endpoint));
    }
    return endpoint;
  }

  @Override
  protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo mapping) {
    super.registerHandlerMethod(handler, method, mapping);
    byWord = null;
  }

  @Override
  public void registerMapping(RequestMappingInfo mapping, Object handler, Method method) {
    super.registerMapping(mapping, handler, method);
    byWord = null;
  }

  @Override
  public void unregisterMapping(RequestMappingInfo mapping) {
    super.unregisterMapping(mapping);
    byWord = null;
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Entry only = CorsUtils.isPreFlightRequest(request) ? null : only(path, request);
    if (only == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.endpoint());
    handleMatch(only.mapping(), path, request);
    return only.endpoint();
  }

  /** The one endpoint that serves a request; null when none does, or more than one. */
  private @Nullable Entry only(String path, HttpServletRequest request) {
    Map<String, List<Entry>> index = byWord();
    Entry only = null;
    for (String word : List.of(word(path), ANY)) {
      for (Entry entry : index.getOrDefault(word, List.of())) {
        RequestMappingInfo match = getMatchingMapping(entry.mapping(), request);
        if (match != null) {
          if (only != null) {
            return null;
          }
          only = new Entry(match, entry.endpoint());
        }
      }
    }
    return only;
  }

  private Map<String, List<Entry>> byWord() {
    Map<String, List<Entry>> known = byWord;
    if (known == null) {
      Map<String, List<Entry>> index = new HashMap<>();
      getHandlerMethods()
          .forEach(
              (mapping, endpoint) ->
                  mapping.getPatternValues().stream()
                      .map(OneLookup::word)
                      .map(word -> LITERAL.matcher(word).matches() ? word : ANY)
                      .distinct()
                      .forEach(
                          word ->
                              index
                                  .computeIfAbsent(word, any -> new ArrayList<>())
                                  .add(new Entry(mapping, endpoint))));
      known = index;
      byWord = known;
    }
    return known;
  }

  /** What stands between the first two slashes. */
  private static String word(String path) {
    int end = path.indexOf('/', 1);
    return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
  }
}
