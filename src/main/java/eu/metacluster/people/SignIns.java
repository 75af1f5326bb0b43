package eu.metacluster.people;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** How a person proves who they are: a link goes out, a link comes back, once. */
@Component
class SignIns {

  private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);
  private static final String DESK = "/desk";

  private final Accounts accounts;
  private final Links links;
  private final Mailer mailer;
  private final SiteAddress site;
  private final Shell shell;
  private final TransactionOperations transaction;
  private final Executor soon = Executors.newVirtualThreadPerTaskExecutor();

  SignIns(
      Accounts accounts,
      Links links,
      Mailer mailer,
      SiteAddress site,
      Shell shell,
      TransactionOperations transaction) {
    this.accounts = accounts;
    this.links = links;
    this.mailer = mailer;
    this.site = site;
    this.shell = shell;
    this.transaction = transaction;
  }

  /** A signed-in person, and the page that they wanted. */
  record Entered(Account account, String back) {}

  /** A link for the console that makes its user the first administrator; older ones end. */
  String first() {
    return within(
        () -> {
          links.revoke(Purpose.FIRST_ADMINISTRATOR);
          return site.of(Links.PATH + links.open(Purpose.FIRST_ADMINISTRATOR, null, DESK));
        });
  }

  /**
   * Mails a link to the account of this address, soon after this returns: whether there is such an
   * account, and what is done for it, cannot be told from how long the answer takes.
   */
  void askSoon(String email, String back) {
    soon.execute(
        () -> {
          try {
            ask(email, back);
          } catch (RuntimeException e) {
            LOG.error("a sign-in link could not be mailed", e);
          }
        });
  }

  /** Mails a link to the account of this address; nothing where there is none. */
  private void ask(String email, String back) {
    Optional<Account> account = accounts.byEmail(email).filter(Account::enabled);
    transaction.executeWithoutResult(
        status ->
            account.ifPresent(
                who -> {
                  String token = links.open(Purpose.SIGN_IN, who.id(), back);
                  Page page = shell.page(who.language());
                  String address = site.of(Links.PATH + token);
                  mailer.send(
                      email,
                      page.t("people.mail.signIn.subject"),
                      page.t("people.mail.signIn.text", who.name(), address));
                }));
  }

  /** Opens an account for a person and mails the link to it. */
  Account invite(String email, String name, Role role, Language language, Identity inviter) {
    return within(
        () -> {
          Account account = accounts.open(email, name, role, language, inviter.account());
          sendInvitation(account);
          return account;
        });
  }

  /** Mails a fresh invitation; links that went out before end. */
  void inviteAgain(Account account) {
    transaction.executeWithoutResult(
        status -> {
          links.revoke(account.id());
          sendInvitation(account);
        });
  }

  private void sendInvitation(Account account) {
    String token = links.open(Purpose.INVITATION, account.id(), DESK);
    Page page = shell.page(account.language());
    String role = page.t("platform.role." + account.role().name());
    mailer.send(
        account.email(),
        page.t("people.mail.invitation.subject"),
        page.t("people.mail.invitation.text", account.name(), role, site.of(Links.PATH + token)));
  }

  /**
   * Uses the first administrator's link up.
   *
   * @throws eu.metacluster.shared.Refusal MC-1200 when it does not serve, or there is one already
   */
  Entered enterFirst(String token, String email, String name, Language language) {
    return within(
        () -> {
          Link link = links.use(token, Purpose.FIRST_ADMINISTRATOR);
          if (accounts.hasAdministrator()) {
            throw Links.gone();
          }
          Optional<Account> known = accounts.byEmail(email);
          Account account =
              known.orElseGet(() -> accounts.open(email, name, Role.ADMINISTRATOR, language, null));
          UUID id = account.id();
          accounts.allow(id, true, id);
          accounts.give(id, Role.ADMINISTRATOR, null, id);
          accounts.write("people.signed-in", id, id, Map.of("by", link.purpose().name()));
          return new Entered(accounts.get(id), link.back());
        });
  }

  /**
   * Uses a person's link up.
   *
   * @throws eu.metacluster.shared.Refusal MC-1200 when it does not serve, or the person may not
   *     sign in any more
   */
  Entered enter(String token, Purpose purpose) {
    return within(
        () -> {
          Link link = links.use(token, purpose);
          Account account = accounts.get(Objects.requireNonNull(link.account()));
          if (!account.enabled()) {
            throw Links.gone();
          }
          UUID id = account.id();
          accounts.write("people.signed-in", id, id, Map.of("by", purpose.name()));
          return new Entered(account, link.back());
        });
  }

  void left(UUID account) {
    transaction.executeWithoutResult(
        status -> accounts.write("people.signed-out", account, account, Map.of()));
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }
}
