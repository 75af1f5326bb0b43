package eu.metacluster.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of the product and which one a request is answered in. */
public enum Language {
  EN(Locale.ENGLISH, "English"),
  FR(Locale.FRENCH, "Français");

  static final String COOKIE = "language";

  private final Locale locale;
  private final String ownName;

  Language(Locale locale, String ownName) {
    this.locale = locale;
    this.ownName = ownName;
  }

  /** The locale for dates, numbers and texts. */
  public Locale locale() {
    return locale;
  }

  /** The two-letter code. */
  public String code() {
    return locale.getLanguage();
  }

  /** How the language calls itself. */
  public String ownName() {
    return ownName;
  }

  /** The language with this two-letter code. */
  public static Optional<Language> named(@Nullable String code) {
    for (Language language : values()) {
      if (language.code().equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Keeps the choice of a person in the browser. */
  public static void keep(
      HttpServletRequest request, HttpServletResponse response, Language chosen) {
    Cookies.set(request, response, COOKIE, chosen.code(), Duration.ofDays(365));
  }

  /** The person's choice, else the best that the browser asks for, else English. */
  public static Language of(HttpServletRequest request) {
    return named(Cookies.get(request, COOKIE)).orElseGet(() -> asked(request));
  }

  private static Language asked(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header == null || header.length() > 500) {
      return EN;
    }
    try {
      List<Locale> known = List.of(Locale.ENGLISH, Locale.FRENCH);
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), known);
      return best == null ? EN : named(best.getLanguage()).orElse(EN);
    } catch (IllegalArgumentException e) {
      return EN;
    }
  }
}
