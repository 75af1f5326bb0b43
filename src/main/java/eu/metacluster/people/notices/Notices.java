package eu.metacluster.people.notices;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tells people things, each in their language and as often as they chose. What is told stands on
 * their notices page and is mailed at once, with a digest, or not at all.
 */
@Component
public class Notices {

  private final Accounts accounts;
  private final Choices choices;
  private final NoticeMails mails;
  private final Mailer mailer;
  private final JdbcTemplate batch;
  private final Shell shell;

  Notices(
      Accounts accounts,
      Choices choices,
      NoticeMails mails,
      Mailer mailer,
      JdbcTemplate batch,
      Shell shell) {
    this.accounts = accounts;
    this.choices = choices;
    this.mails = mails;
    this.mailer = mailer;
    this.batch = batch;
    this.shell = shell;
  }

  /**
   * Tells everybody who has this role, or whoever may act in it when nobody has; in the caller's
   * transaction.
   *
   * @param topic key of a {@link Topic}
   * @param path where it is on this site
   * @param subject key of the subject
   * @param text key of the text; its first place is the person's name, the others are the arguments
   */
  public void tell(
      Role role, String topic, String path, String subject, String text, Object... arguments) {
    List<Account> able =
        accounts.list().stream()
            .filter(account -> account.enabled() && account.role().covers(role))
            .toList();
    List<Account> own = able.stream().filter(account -> account.role() == role).toList();
    tellAccounts(own.isEmpty() ? able : own, topic, path, subject, text, arguments);
  }

  /** Tells these people; as above. Those who may not sign in are left out. */
  public void tell(
      Collection<UUID> people,
      String topic,
      String path,
      String subject,
      String text,
      Object... arguments) {
    List<Account> able = accounts.find(people).stream().filter(Account::enabled).toList();
    tellAccounts(able, topic, path, subject, text, arguments);
  }

  /**
   * A letter to one person.
   *
   * @param stop where it can be stopped with one click
   */
  public record Letter(String subject, String text, String stop) {}

  /**
   * Writes to one person in their language, in the caller's transaction, when the caller itself
   * keeps how often the person wants it.
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

  private void tellAccounts(
      List<Account> people,
      String key,
      String path,
      String subject,
      String text,
      Object... arguments) {
    if (people.isEmpty()) {
      return;
    }
    Topic topic = choices.topic(key);
    Map<UUID, Choice> chosen = choices.of(people, topic);
    Map<UUID, Settings> settings = choices.settings(chosen.keySet());
    ZonedDateTime now = choices.now();
    List<Object[]> rows = new ArrayList<>();
    List<UUID> atOnce = new ArrayList<>();
    for (Account account : people) {
      Choice choice = chosen.getOrDefault(account.id(), new Choice(topic.usual(), null));
      Instant due =
          settings.getOrDefault(account.id(), Settings.USUAL).due(choice.frequency(), now);
      if (due != null && !due.isAfter(now.toInstant())) {
        atOnce.add(account.id());
      }
      rows.add(row(account, choice, key, path, subject, text, due, arguments));
    }
    keep(rows);
    mails.send(atOnce);
  }

  private void keep(List<Object[]> rows) {
    batch.batchUpdate(
        """
        insert into people.notice (id, account, topic, subject, body, path, due_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private Object[] row(
      Account account,
      Choice choice,
      String key,
      String path,
      String subject,
      String text,
      @Nullable Instant due,
      Object... arguments) {
    Page page = shell.page(choice.language() == null ? account.language() : choice.language());
    return new Object[] {
      Ids.next(),
      account.id(),
      key,
      page.t(subject, arguments),
      page.t(text, prepend(account.name(), arguments)),
      path,
      due == null ? null : Timestamp.from(due)
    };
  }

  private static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
