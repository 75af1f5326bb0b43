package eu.metacluster.people.notices;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.platform.web.Language;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What each person wants to hear of, how often and when. */
@Component
class Choices {

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Accounts accounts;
  private final Map<String, Topic> topics;
  private final Clock clock;

  Choices(
      JdbcClient jdbc,
      Journal journal,
      Accounts accounts,
      ObjectProvider<Topic> topics,
      @Value("${metacluster.time-zone}") ZoneId zone) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.accounts = accounts;
    this.topics = new HashMap<>();
    topics.forEach(topic -> this.topics.put(topic.key(), topic));
    this.clock = Clock.system(zone);
  }

  /**
   * The topic of this key.
   *
   * @throws IllegalArgumentException when no module contributes it
   */
  Topic topic(String key) {
    Topic topic = topics.get(key);
    if (topic == null) {
      throw new IllegalArgumentException("no module tells of " + key);
    }
    return topic;
  }

  /** What this person may ever be told of, by key. */
  List<Topic> topicsFor(Account account) {
    return topics.values().stream()
        .filter(topic -> topic.audience() == null || account.role().covers(topic.audience()))
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .toList();
  }

  /** What these people chose for a topic, or the usual. */
  Map<UUID, Choice> of(Collection<Account> people, Topic topic) {
    Map<UUID, Choice> choices = new HashMap<>();
    people.forEach(each -> choices.put(each.id(), new Choice(topic.usual(), null)));
    jdbc.sql("select * from people.notice_choice where topic = ? and account = any(?)")
        .params(topic.key(), people.stream().map(Account::id).toArray(UUID[]::new))
        .query(
            row -> {
              choices.put(
                  row.getObject("account", UUID.class),
                  new Choice(
                      Frequency.valueOf(row.getString("frequency")),
                      Language.named(row.getString("language")).orElse(null)));
            });
    return choices;
  }

  /** When these people want mail. */
  Map<UUID, Settings> settings(Collection<UUID> people) {
    Map<UUID, Settings> settings = new HashMap<>();
    people.forEach(each -> settings.put(each, Settings.USUAL));
    jdbc.sql("select * from people.notice_setting where account = any(?)")
        .param(people.toArray(UUID[]::new))
        .query(
            row -> {
              settings.put(
                  row.getObject("account", UUID.class),
                  new Settings(
                      DayOfWeek.of(row.getInt("digest_day")),
                      (Integer) row.getObject("quiet_from", Integer.class),
                      (Integer) row.getObject("quiet_to", Integer.class)));
            });
    return settings;
  }

  /** Keeps what a person chose; what waits to be mailed waits by the new choice. */
  @Transactional
  public void keep(UUID account, Settings settings, Map<String, Choice> choices) {
    jdbc.sql(
            """
            insert into people.notice_setting (account, digest_day, quiet_from, quiet_to)
            values (?, ?, ?, ?) on conflict (account) do update set
            digest_day = excluded.digest_day, quiet_from = excluded.quiet_from,
            quiet_to = excluded.quiet_to
            """)
        .param(account)
        .param(settings.digestDay().getValue())
        .param(settings.quietFrom())
        .param(settings.quietTo())
        .update();
    choices.forEach((topic, choice) -> choose(account, topic, choice, settings));
    journal.append(new NewEntry("people.notices-chosen", account, account, Map.of()));
  }

  /** Sets some topics of a person to one frequency, as a link in a mail does. */
  @Transactional
  public void set(UUID account, List<String> keys, @Nullable Frequency frequency) {
    Account person = accounts.get(account);
    Settings settings = settings(List.of(account)).getOrDefault(account, Settings.USUAL);
    for (String key : keys) {
      Topic topic = topic(key);
      Choice before = of(List.of(person), topic).get(account);
      Language language = before == null ? null : before.language();
      Frequency wanted = frequency == null ? topic.usual() : frequency;
      choose(account, key, new Choice(wanted, language), settings);
    }
    String kind = frequency == Frequency.NEVER ? "people.notices-stopped" : "people.notices-chosen";
    journal.append(new NewEntry(kind, account, account, Map.of("topics", keys.size())));
  }

  private void choose(UUID account, String topic, Choice choice, Settings settings) {
    Language language = choice.language();
    jdbc.sql(
            """
            insert into people.notice_choice (account, topic, frequency, language)
            values (?, ?, ?, ?) on conflict (account, topic) do update set
            frequency = excluded.frequency, language = excluded.language
            """)
        .param(account)
        .param(topic)
        .param(choice.frequency().name())
        .param(language == null ? null : language.code())
        .update();
    moveWaiting(account, topic, settings.due(choice.frequency(), now()));
  }

  private void moveWaiting(UUID account, String topic, @Nullable Instant due) {
    jdbc.sql(
            """
            update people.notice set due_at = ?
            where account = ? and topic = ? and mail is null and due_at is not null
            """)
        .param(due == null ? null : java.sql.Timestamp.from(due))
        .param(account)
        .param(topic)
        .update();
  }

  ZonedDateTime now() {
    return ZonedDateTime.now(clock);
  }
}
