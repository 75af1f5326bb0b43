package eu.metacluster.people.notices;

import eu.metacluster.people.Account;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a mail with notices says: what happened, why one hears of it, and how that stops. */
@Component
class NoticeLetters {

  private final SiteAddress site;
  private final Shell shell;

  NoticeLetters(SiteAddress site, Shell shell) {
    this.site = site;
    this.shell = shell;
  }

  Letter of(Account person, List<Notice> notices, Collection<String> topics, String stopToken) {
    Page page = shell.page(person.language());
    String stop = site.of(StopLinks.PATH + stopToken);
    String text = text(page, person, notices, topics, stop);
    String subject =
        notices.size() == 1
            ? notices.getFirst().subject()
            : page.t("people.mail.digest.subject", notices.size(), notices.getFirst().subject());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + stop + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    headers.put("Auto-Submitted", "auto-generated");
    return new Letter(person.email(), subject, text, headers, true);
  }

  private String text(
      Page page, Account person, List<Notice> notices, Collection<String> topics, String stop) {
    StringBuilder text = new StringBuilder();
    if (notices.size() == 1) {
      text.append(notices.getFirst().body());
    } else {
      text.append(page.t("people.mail.digest.hello", person.name(), notices.size()));
      for (Notice notice : notices) {
        text.append("\n\n* ").append(notice.subject());
        text.append("\n  ").append(site.of(notice.path()));
      }
    }
    text.append("\n\n-- \n");
    for (String topic : topics) {
      text.append(page.t(topic + ".why")).append('\n');
    }
    text.append(page.t("people.mail.notice.foot", stop, site.of("/account/notices")));
    return text.toString();
  }
}
