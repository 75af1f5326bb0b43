package eu.metacluster.people.notices;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.web.Flash;
import eu.metacluster.platform.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's notices, and what they want to hear of. */
@Controller
@PreAuthorize("hasRole('MEMBER')")
class NoticesController {

  private static final int HOURS = 24;

  private final NoticeList notices;
  private final Choices choices;
  private final Accounts accounts;
  private final Mailer mailer;

  NoticesController(NoticeList notices, Choices choices, Accounts accounts, Mailer mailer) {
    this.notices = notices;
    this.choices = choices;
    this.accounts = accounts;
    this.mailer = mailer;
  }

  @GetMapping("/notices")
  String mine(@AuthenticationPrincipal Identity me, Model model) {
    List<Notice> mine = notices.of(me.account());
    model.addAttribute("notices", mine);
    model.addAttribute(
        "fates", mailer.fates(mine.stream().map(Notice::mail).filter(Objects::nonNull).toList()));
    return "people/notices";
  }

  @GetMapping("/account/notices")
  String choices(@AuthenticationPrincipal Identity me, Model model) {
    Account account = accounts.get(me.account());
    List<Topic> topics = choices.topicsFor(account);
    Map<String, Choice> chosen = new LinkedHashMap<>();
    for (Topic topic : topics) {
      chosen.put(
          topic.key(),
          Objects.requireNonNull(choices.of(List.of(account), topic).get(account.id())));
    }
    model.addAttribute("topics", topics);
    model.addAttribute("chosen", chosen);
    model.addAttribute("settings", settings(account.id()));
    return "people/noticeChoices";
  }

  private Settings settings(UUID account) {
    return choices.settings(List.of(account)).getOrDefault(account, Settings.USUAL);
  }

  @PostMapping("/account/notices")
  String keep(
      @RequestParam Map<String, String> form,
      @AuthenticationPrincipal Identity me,
      HttpServletRequest request,
      HttpServletResponse response) {
    Account account = accounts.get(me.account());
    Map<String, Choice> chosen = new LinkedHashMap<>();
    for (Topic topic : choices.topicsFor(account)) {
      Frequency frequency = frequency(form.get("often." + topic.key()), topic);
      Language language = Language.named(form.get("language." + topic.key())).orElse(null);
      chosen.put(topic.key(), new Choice(frequency, language));
    }
    choices.keep(account.id(), when(form, settings(account.id())), chosen);
    Flash.say(request, response, "people.notices.saved");
    return "redirect:/account/notices";
  }

  private static Settings when(Map<String, String> form, Settings before) {
    Integer day = number(form.get("day"), 1, DayOfWeek.values().length);
    return new Settings(
        day == null ? before.digestDay() : DayOfWeek.of(day),
        number(form.get("from"), 0, HOURS - 1),
        number(form.get("to"), 0, HOURS - 1));
  }

  private static Frequency frequency(@Nullable String word, Topic topic) {
    for (Frequency each : Frequency.values()) {
      if (each.name().equals(word)) {
        return each;
      }
    }
    return topic.usual();
  }

  private static @Nullable Integer number(@Nullable String typed, int least, int most) {
    if (typed == null || !typed.matches("\\d{1,2}")) {
      return null;
    }
    int number = Integer.parseInt(typed);
    return number >= least && number <= most ? number : null;
  }

  @GetMapping("/notices/undelivered")
  @PreAuthorize("hasRole('COORDINATOR')")
  String undelivered(Model model) {
    Map<UUID, String> errors = mailer.undelivered();
    List<Notice> lost = notices.carriedBy(errors.keySet());
    model.addAttribute("notices", lost);
    model.addAttribute("errors", errors);
    Map<UUID, Account> people = new LinkedHashMap<>();
    accounts
        .find(lost.stream().map(Notice::account).distinct().toList())
        .forEach(account -> people.put(account.id(), account));
    model.addAttribute("people", people);
    return "people/undelivered";
  }
}
