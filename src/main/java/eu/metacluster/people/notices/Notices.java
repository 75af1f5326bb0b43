package eu.metacluster.people.notices;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import eu.metacluster.shared.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final JdbcTemplate batch;
  private final Shell shell;
  private final Mailer mailer;

  Notices(
      Accounts accounts,
      Choices choices,
      NoticeMails mails,
      JdbcTemplate batch,
      Shell shell,
      Mailer mailer) {
    this.mailer = mailer;
    this.accounts = accounts;
    this.choices = choices;
    this.mails = mails;
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

  /** What somebody is told, in one language. */
  public record Words(String subject, String text) {}

  /**
   * Tells one person what only the caller can word; else as above.
   *
   * @param words in the language that the person chose for the topic
   * @return the notice; empty when there is no such person who may sign in, and nothing was told
   */
  public Optional<UUID> tell(UUID account, String topic, String path, Function<Page, Words> words) {
    Account person =
        accounts.find(List.of(account)).stream().filter(Account::enabled).findFirst().orElse(null);
    if (person == null) {
      return Optional.empty();
    }
    UUID id = Ids.next();
    Choice choice = choice(person, topic);
    Settings settings = choices.settings(List.of(account)).getOrDefault(account, Settings.USUAL);
    ZonedDateTime now = choices.now();
    Instant due = settings.due(choice.frequency(), now);
    Words told = words.apply(shell.page(language(person, choice)));
    Timestamp when = due == null ? null : Timestamp.from(due);
    keep(
        List.<Object[]>of(
            new Object[] {id, account, topic, told.subject(), told.text(), path, when}));
    if (due != null && !due.isAfter(now.toInstant())) {
      mails.send(List.of(account));
    }
    return Optional.of(id);
  }

  /** What became of the mails with these notices; those that were not mailed are not among them. */
  public Map<UUID, Mailer.Fate> fates(Collection<UUID> notices) {
    Map<UUID, UUID> carried = new HashMap<>();
    batch.query(
        "select id, mail from people.notice where mail is not null and id = any(?)",
        row -> {
          carried.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
        },
        (Object) notices.toArray(UUID[]::new));
    Map<UUID, Mailer.Fate> mails = mailer.fates(carried.values());
    Map<UUID, Mailer.Fate> fates = new HashMap<>();
    carried.forEach(
        (notice, mail) ->
            Optional.ofNullable(mails.get(mail)).ifPresent(fate -> fates.put(notice, fate)));
    return fates;
  }

  /** How often a person wants to hear of a topic; never when there is no such person. */
  public Frequency wanted(UUID account, String topic) {
    return accounts.find(List.of(account)).stream()
        .filter(Account::enabled)
        .map(person -> choice(person, topic).frequency())
        .findFirst()
        .orElse(Frequency.NEVER);
  }

  private Choice choice(Account person, String key) {
    Topic topic = choices.topic(key);
    return choices
        .of(List.of(person), topic)
        .getOrDefault(person.id(), new Choice(topic.usual(), null));
  }

  private static Language language(Account person, Choice choice) {
    return choice.language() == null ? person.language() : choice.language();
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
    Page page = shell.page(language(account, choice));
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
