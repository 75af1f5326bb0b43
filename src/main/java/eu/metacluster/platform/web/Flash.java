package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about what was just done, shown on the page that follows a form. It travels in a
 * cookie that the next page clears, so that a visitor needs no session for it.
 *
 * @param key the bundle key of the sentence
 * @param arguments values for its places, as texts
 */
public record Flash(String key, List<Object> arguments) {

  private static final String COOKIE = "flash";
  private static final int LONGEST = 1500;

  /** Says the sentence on the next page that this browser is shown. */
  public static void say(
      HttpServletRequest request, HttpServletResponse response, String key, Object... arguments) {
    StringBuilder value = new StringBuilder(encode(key));
    for (Object argument : arguments) {
      value.append('&').append(encode(argument.toString()));
    }
    if (value.length() <= LONGEST) {
      Cookies.set(request, response, COOKIE, value.toString(), Duration.ofMinutes(2));
    }
  }

  static @Nullable Flash take(HttpServletRequest request, @Nullable HttpServletResponse response) {
    Optional<Flash> flash = Optional.ofNullable(Cookies.get(request, COOKIE)).flatMap(Flash::read);
    if (flash.isPresent() && response != null) {
      Cookies.set(request, response, COOKIE, "", Duration.ZERO);
    }
    return flash.orElse(null);
  }

  private static Optional<Flash> read(String value) {
    List<Object> parts = new ArrayList<>();
    try {
      for (String part : value.split("&", -1)) {
        parts.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String key = parts.getFirst().toString();
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new Flash(key, List.copyOf(parts.subList(1, parts.size()))));
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
