package eu.metacluster.discovery.following;

import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins to follow: an account at once, a visitor after the address is confirmed. */
@Component
class Following {

  private final Follows follows;
  private final FollowLinks ways;
  private final Mailer mailer;
  private final Shell shell;
  private final SiteAddress site;

  Following(Follows follows, FollowLinks ways, Mailer mailer, Shell shell, SiteAddress site) {
    this.follows = follows;
    this.ways = ways;
    this.mailer = mailer;
    this.shell = shell;
    this.site = site;
  }

  /** For somebody who is signed in. */
  @Transactional
  public void follow(UUID account, Language language, Wanted wanted, Set<Matter> matters) {
    add(follows.account(account, language), wanted, matters);
  }

  /** For a visitor, who gets a letter to confirm the address whether it is known or not. */
  @Transactional
  public void ask(
      String email, Language language, Rhythm rhythm, Wanted wanted, Set<Matter> matters) {
    Follower follower = follows.visitor(email, language, rhythm);
    add(follower, wanted, matters);
    Page page = shell.page(language);
    String name = wanted.name().isEmpty() ? page.t("discovery.follow.everything") : wanted.name();
    mailer.send(
        email,
        page.t("discovery.follow.mail.subject", name),
        page.t(
            "discovery.follow.mail.text",
            name,
            site.of("/follows/mine/" + ways.open(follower.id()))));
  }

  private void add(Follower follower, Wanted wanted, Set<Matter> matters) {
    follows.add(follower, wanted.record(), wanted.question(), wanted.name(), matters, wanted.now());
  }
}
