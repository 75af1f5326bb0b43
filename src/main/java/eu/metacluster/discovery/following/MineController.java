package eu.metacluster.discovery.following;

import eu.metacluster.grid.Records;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a person follows: signed in, or by the link of a letter. */
@Controller
class MineController {

  private static final String HOLDER = "Whoever holds the link is who it was sent to.";

  private final Follows follows;
  private final FollowLinks ways;
  private final Records records;

  MineController(Follows follows, FollowLinks ways, Records records) {
    this.records = records;
    this.follows = follows;
    this.ways = ways;
  }

  @GetMapping("/follows")
  @PreAuthorize("hasRole('MEMBER')")
  ModelAndView mine(@AuthenticationPrincipal Identity me) {
    return page(follows.ofAccount(me.account()).orElse(null), "/follows");
  }

  @PostMapping("/follows")
  @PreAuthorize("hasRole('MEMBER')")
  String change(
      @AuthenticationPrincipal Identity me,
      @RequestParam(required = false) @Nullable UUID stop,
      HttpServletRequest request,
      HttpServletResponse response) {
    follows.ofAccount(me.account()).ifPresent(follower -> change(follower, stop, null));
    Flash.say(request, response, "discovery.follow.changed");
    return "redirect:/follows";
  }

  /** Shows, and for a new address asks to confirm: programs that check mails open every link. */
  @GetMapping("/follows/mine/{token}")
  @PublicEndpoint(HOLDER)
  ModelAndView byLink(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return page(holder(token), "/follows/mine/" + token);
  }

  @PostMapping("/follows/mine/{token}")
  @PublicEndpoint(HOLDER)
  String changeByLink(
      @PathVariable String token,
      @RequestParam(required = false) @Nullable UUID stop,
      @RequestParam(required = false) @Nullable String rhythm,
      @RequestParam(required = false) @Nullable String confirm,
      HttpServletRequest request,
      HttpServletResponse response) {
    Follower follower = holder(token);
    if (confirm != null) {
      follows.confirm(follower.id());
    }
    change(follower, stop, rhythm);
    Flash.say(
        request, response, confirm == null ? "discovery.follow.changed" : "discovery.follow.begun");
    boolean left = follows.follower(follower.id()).isPresent();
    return left ? "redirect:/follows/mine/" + token : "redirect:/grid";
  }

  @GetMapping("/follows/stop/{token}")
  @PublicEndpoint(HOLDER)
  ModelAndView stop(@PathVariable String token, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    holder(token);
    return new ModelAndView("discovery/followStop", "token", token);
  }

  /** Also what mail programs post to, without a page (RFC 8058); a second time changes nothing. */
  @PostMapping("/follows/stop/{token}")
  @PublicEndpoint(HOLDER)
  ModelAndView stopped(@PathVariable String token) {
    ways.who(token).flatMap(follows::follower).ifPresent(follows::stopAll);
    return new ModelAndView("discovery/followStop", "token", "");
  }

  private void change(Follower follower, @Nullable UUID stop, @Nullable String rhythm) {
    if (rhythm != null) {
      follows.rhythm(follower.id(), Rhythm.of(rhythm));
    }
    if (stop != null) {
      follows.stop(follower, stop);
    }
  }

  private Follower holder(String token) {
    return ways.who(token)
        .flatMap(follows::follower)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.GONE, "MC-1620", "discovery.follow.refused.gone"));
  }

  private ModelAndView page(@Nullable Follower follower, String address) {
    List<Follow> all = follower == null ? List.of() : follows.of(follower.id());
    Set<UUID> followed =
        all.stream().map(Follow::record).filter(Objects::nonNull).collect(Collectors.toSet());
    return new ModelAndView(
        "discovery/follows", "view", new MineView(follower, all, records.all(followed), address));
  }
}
