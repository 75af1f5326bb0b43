package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.LocalPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking for a link, using it, and leaving. */
@Controller
class SignInController {

  /** Every request for a link takes this long, so that the time tells nothing about accounts. */
  private static final Duration EVEN = Duration.ofMillis(250);

  private static final int LONGEST_NAME = 200;

  private final SignIns signIns;
  private final Links links;
  private final Pace pace;
  private final Arrivals arrivals;
  private final List<SignInButtons> buttons;

  SignInController(
      SignIns signIns,
      Links links,
      Pace pace,
      Arrivals arrivals,
      ObjectProvider<SignInButtons> buttons) {
    this.signIns = signIns;
    this.links = links;
    this.pace = pace;
    this.arrivals = arrivals;
    this.buttons = buttons.orderedStream().toList();
  }

  @GetMapping("/sign-in")
  @PublicEndpoint("The way in stands open to visitors.")
  String door(
      @RequestParam(required = false) @Nullable String next,
      @AuthenticationPrincipal @Nullable Identity me,
      Model model) {
    if (me != null) {
      return "redirect:" + wanted(next);
    }
    return form(model, "", next, false);
  }

  @PostMapping("/sign-in")
  @PublicEndpoint("Visitors ask for their link here.")
  String ask(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable String next,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws InterruptedException {
    long end = System.nanoTime() + EVEN.toNanos();
    Optional<String> address = EmailAddress.of(email);
    if (address.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return form(model, email, next, true);
    }
    pace.count(address.get(), request.getRemoteAddr());
    signIns.askSoon(address.get(), wanted(next));
    Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    model.addAttribute("email", address.get());
    return "people/asked";
  }

  private String form(Model model, String email, @Nullable String next, boolean unusable) {
    model.addAttribute("email", email);
    model.addAttribute("next", next == null ? "" : LocalPath.of(next));
    model.addAttribute("unusable", unusable);
    Map<String, String> ways = new LinkedHashMap<>();
    buttons.forEach(each -> ways.putAll(each.buttons()));
    model.addAttribute("ways", ways);
    return "people/signIn";
  }

  /** Shows a button and uses nothing up: programs that check mails open every link in them. */
  @GetMapping("/sign-in/{token}")
  @PublicEndpoint("Whoever holds the link is who it was sent to.")
  String link(@PathVariable String token, HttpServletResponse response, Model model) {
    response.setHeader("Cache-Control", "no-store");
    return confirm(model, token, "", "", false, false);
  }

  @PostMapping("/sign-in/{token}")
  @PublicEndpoint("Whoever holds the link is who it was sent to.")
  String enter(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Purpose purpose = links.look(token).purpose();
    if (purpose != Purpose.FIRST_ADMINISTRATOR) {
      return welcome(signIns.enter(token, purpose), request, response);
    }
    Optional<String> address = EmailAddress.of(email);
    boolean nameless = name.isBlank() || name.length() > LONGEST_NAME;
    if (address.isEmpty() || nameless) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      return confirm(model, token, email, name, address.isEmpty(), nameless);
    }
    Language language = Language.of(request);
    return welcome(
        signIns.enterFirst(token, address.get(), name.strip(), language), request, response);
  }

  private String confirm(
      Model model, String token, String email, String name, boolean unusable, boolean nameless) {
    model.addAttribute("first", links.look(token).purpose() == Purpose.FIRST_ADMINISTRATOR);
    model.addAttribute("token", token);
    model.addAttribute("email", email);
    model.addAttribute("name", name);
    model.addAttribute("unusable", unusable);
    model.addAttribute("nameless", nameless);
    return "people/link";
  }

  private String welcome(
      SignIns.Entered entered, HttpServletRequest request, HttpServletResponse response) {
    arrivals.welcome(entered.account(), request, response);
    return "redirect:" + wanted(entered.back());
  }

  @PostMapping("/sign-out")
  @PreAuthorize("hasRole('MEMBER')")
  String leave(
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    signIns.left(me.account());
    request.getSession().invalidate();
    SecurityContextHolder.clearContext();
    Flash.say(request, response, "people.goodbye");
    return "redirect:/";
  }

  private static String wanted(@Nullable String next) {
    String path = LocalPath.of(next);
    return path.equals("/") || path.startsWith("/sign-") ? "/desk" : path;
  }
}
