package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The looks a person can choose between; {@code AUTO} follows the device, by style sheet alone. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  static final String COOKIE = "theme";

  /** The word in cookies, forms and {@code data-bs-theme}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Theme> named(@Nullable String code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }

  static Theme of(HttpServletRequest request) {
    return named(Cookies.get(request, COOKIE)).orElse(AUTO);
  }
}
