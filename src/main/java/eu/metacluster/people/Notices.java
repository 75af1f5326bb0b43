package eu.metacluster.people;

import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells people by mail, each in their language, what their role must know. */
@Component
public class Notices {

  private final Accounts accounts;
  private final Mailer mailer;
  private final Shell shell;

  Notices(Accounts accounts, Mailer mailer, Shell shell) {
    this.accounts = accounts;
    this.mailer = mailer;
    this.shell = shell;
  }

  /**
   * A letter to one person.
   *
   * @param stop where it can be stopped with one click
   */
  public record Letter(String subject, String text, String stop) {}

  /**
   * Writes to one person in their language, in the caller's transaction.
   *
   * @return whether there is such a person who may sign in; else nothing is written
   */
  public boolean write(UUID account, Function<Page, Letter> letter) {
    Optional<Account> person =
        accounts.find(List.of(account)).stream().filter(Account::enabled).findFirst();
    person.ifPresent(
        one -> {
          Letter written = letter.apply(shell.page(one.language()));
          mailer.send(one.email(), written.subject(), written.text(), written.stop());
        });
    return person.isPresent();
  }

  /**
   * Mails everybody who has this role, or whoever may act in it when nobody has; in the caller's
   * transaction.
   *
   * @param subject key of the subject
   * @param text key of the text; its first place is the person's name, the others are the arguments
   */
  public void tell(Role role, String subject, String text, Object... arguments) {
    List<Account> able =
        accounts.list().stream()
            .filter(account -> account.enabled() && account.role().covers(role))
            .toList();
    List<Account> own = able.stream().filter(account -> account.role() == role).toList();
    for (Account account : own.isEmpty() ? able : own) {
      Page page = shell.page(account.language());
      Object[] all = new Object[arguments.length + 1];
      all[0] = account.name();
      System.arraycopy(arguments, 0, all, 1, arguments.length);
      mailer.send(account.email(), page.t(subject, arguments), page.t(text, all));
    }
  }
}
