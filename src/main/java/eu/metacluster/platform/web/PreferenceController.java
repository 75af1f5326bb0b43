package eu.metacluster.platform.web;

import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How a person wants pages to look, kept in the browser. These forms stand on every page and change
 * nothing on the server, so they carry no token; a request from another site is refused by what the
 * browser says of its origin.
 */
@Controller
@PublicEndpoint("Visitors choose their language and look too.")
class PreferenceController {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @PostMapping("/preferences/language")
  String language(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language chosen = Language.named(language).orElseThrow(unknown());
    return keep(request, response, Language.COOKIE, chosen.code(), back);
  }

  @PostMapping("/preferences/theme")
  String theme(
      @RequestParam String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Theme chosen = Theme.named(theme).orElseThrow(unknown());
    return keep(request, response, Theme.COOKIE, chosen.code(), back);
  }

  private static String keep(
      HttpServletRequest request,
      HttpServletResponse response,
      String cookie,
      String value,
      String back) {
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      throw new Refusal(Refusal.Kind.FORBIDDEN, "MC-1003", "platform.error.expiredForm");
    }
    Cookies.set(request, response, cookie, value, A_YEAR);
    return "redirect:" + LocalPath.of(back);
  }

  private static Supplier<Refusal> unknown() {
    return () -> new Refusal(Refusal.Kind.BAD_INPUT, "MC-1005", "platform.error.badInput");
  }
}
