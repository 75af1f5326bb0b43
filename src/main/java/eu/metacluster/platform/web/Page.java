package eu.metacluster.platform.web;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What every template knows as {@code page}: who looks, in which language and look, and how this
 * language writes texts, dates, numbers and amounts. Made anew for each request.
 */
public final class Page {

  private final Shell shell;
  private final Language language;
  private final Formats formats;
  private final @Nullable HttpServletRequest request;
  private final Viewer viewer;
  private final @Nullable Flash flash;

  Page(
      Shell shell, Language language, @Nullable HttpServletRequest request, @Nullable Flash flash) {
    this.shell = shell;
    this.language = language;
    this.formats = shell.formats(language);
    this.request = request;
    this.viewer = Viewer.current();
    this.flash = flash;
  }

  /** The text of a key; dates among the arguments are written as this language does. */
  public String t(String key, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof LocalDate day) {
        arguments[i] = date(day);
      } else if (arguments[i] instanceof Instant instant) {
        arguments[i] = date(instant);
      }
    }
    return shell.texts().get(language, key, arguments);
  }

  /** Whether the bundles have a text for this key. */
  public boolean has(String key) {
    return shell.texts().has(language, key);
  }

  /** {@code 12 Nov 2026}; empty for {@code null}. */
  public String date(@Nullable LocalDate day) {
    return formats.date(day);
  }

  /** {@code Nov 2026}. */
  public String month(LocalDate day) {
    return formats.month(day);
  }

  /** {@code 12 Nov 2026} in the partnership's time zone; empty for {@code null}. */
  public String date(@Nullable Instant instant) {
    return formats.date(instant);
  }

  /** {@code 12 Nov 2026, 14:05} in the partnership's time zone; empty for {@code null}. */
  public String dateTime(@Nullable Instant instant) {
    return formats.dateTime(instant);
  }

  /** {@code 15,315}. */
  public String number(long number) {
    return formats.number(number);
  }

  /** {@code 0.83} with so many digits after the point. */
  public String number(double number, int digits) {
    return formats.number(number, digits);
  }

  /** {@code 83 %} of a share between 0 and 1. */
  public String percent(double share) {
    return formats.percent(share);
  }

  /** {@code € 2.1 M}; put {@link #moneyExact} into a title or a table beside it. */
  public String money(@Nullable BigDecimal euros) {
    return formats.money(euros);
  }

  /** {@code € 2,134,567.50}. */
  public String moneyExact(@Nullable BigDecimal euros) {
    return formats.moneyExact(euros);
  }

  /** A country's name by its two letters; EL, UK and XK are known. */
  public String country(@Nullable String iso) {
    return formats.country(iso);
  }

  /** The language of this page. */
  public Language language() {
    return language;
  }

  /** The languages one can change to. */
  public List<Language> otherLanguages() {
    return List.of(Language.values()).stream().filter(other -> other != language).toList();
  }

  /** The locale of this page. */
  public Locale locale() {
    return language.locale();
  }

  /** The chosen look. */
  public Theme theme() {
    return request == null ? Theme.AUTO : Theme.of(request);
  }

  /** Who looks at this page. */
  public Viewer viewer() {
    return viewer;
  }

  /** The entries of the top bar that this person sees. */
  public List<NavEntry> bar() {
    return entries(NavEntry.Place.BAR);
  }

  /** The entries under the person's name. */
  public List<NavEntry> menu() {
    return entries(NavEntry.Place.MENU);
  }

  private List<NavEntry> entries(NavEntry.Place place) {
    return shell.entries().stream()
        .filter(entry -> entry.place() == place && viewer.may(entry.role()))
        .toList();
  }

  /** What the modules put at the foot of every page. */
  public List<FooterLine> footer() {
    return shell.footer();
  }

  /** The product's version. */
  public String version() {
    return shell.version();
  }

  /** What was just done, to be said once; {@code null} when there is nothing to say. */
  public @Nullable String flash() {
    return flash == null || !has(flash.key()) ? null : t(flash.key(), flash.arguments().toArray());
  }

  /** The address of an asset, with its content's hash, such as {@code metacluster.css}. */
  public String asset(String name) {
    return shell.assets().address(name);
  }

  /** This page's path with its query, for links that come back here. */
  public String uri() {
    if (request == null) {
      return "/";
    }
    Object original = request.getAttribute("jakarta.servlet.error.request_uri");
    String path = original == null ? request.getRequestURI() : original.toString();
    String query = request.getQueryString();
    return query == null ? path : path + "?" + query;
  }

  /** What programs read in the head of this page. */
  public Content head() {
    return output -> {
      if (request != null && request.getAttribute("jakarta.servlet.error.status_code") == null) {
        output.writeContent(shell.head(request.getRequestURI()));
      }
    };
  }

  /** Whether htmx asked, so that a piece of the page is enough. */
  public boolean htmx() {
    return request != null
        && "true".equals(request.getHeader("HX-Request"))
        && request.getHeader("HX-Boosted") == null
        && request.getHeader("HX-History-Restore-Request") == null;
  }

  /** The header in which a script sends the value of the form's hidden field. */
  public String csrfHeader() {
    CsrfToken token = csrfToken();
    return token == null ? "" : token.getHeaderName();
  }

  private @Nullable CsrfToken csrfToken() {
    return request != null
            && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token
        : null;
  }

  /** The hidden field that every POST form needs: {@code ${page.csrf()}} inside the form. */
  public Content csrf() {
    return output -> {
      CsrfToken token = csrfToken();
      if (token != null) {
        output.writeContent(
            "<input type=\"hidden\" name=\""
                + token.getParameterName()
                + "\" value=\""
                + token.getToken()
                + "\">");
      }
    };
  }
}
