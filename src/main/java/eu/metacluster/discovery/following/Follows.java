package eu.metacluster.discovery.following;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.web.Language;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows what. Whoever stops everything is forgotten. */
@Component
class Follows {

  private static final int MOST = 100;

  private final JdbcClient jdbc;
  private final Journal journal;

  Follows(JdbcClient jdbc, Journal journal) {
    this.jdbc = jdbc;
    this.journal = journal;
  }

  Optional<Follower> ofAccount(UUID account) {
    return jdbc.sql("select * from discovery.follower where account = ?")
        .param(account)
        .query(Follower::of)
        .optional();
  }

  /** The visitor of an address in lower case. */
  Optional<Follower> ofAddress(String email) {
    return jdbc.sql("select * from discovery.follower where email = ?")
        .param(email)
        .query(Follower::of)
        .optional();
  }

  Optional<Follower> follower(UUID id) {
    return jdbc.sql("select * from discovery.follower where id = ?")
        .param(id)
        .query(Follower::of)
        .optional();
  }

  /** The account's row as a follower, made when there is none. */
  Follower account(UUID account, Language language) {
    return follower("account", account, language, Rhythm.DAY, "now()");
  }

  /** A visitor's row, made when there is none; nothing is sent before the address is confirmed. */
  Follower visitor(String email, Language language, Rhythm rhythm) {
    jdbc.sql(
            """
            delete from discovery.follower
            where confirmed_at is null and created_at < now() - interval '7 days'""")
        .update();
    return follower("email", email, language, rhythm, "null");
  }

  private Follower follower(
      String column, Object who, Language language, Rhythm rhythm, String confirmed) {
    return jdbc.sql(
            """
            insert into discovery.follower (id, %s, language, rhythm, confirmed_at, due_at)
            values (:id, :who, :language, :rhythm, %s, :due)
            on conflict (%s) do update set rhythm = discovery.follower.rhythm
            returning *"""
                .formatted(column, confirmed, column))
        .param("id", Ids.next())
        .param("who", who)
        .param("language", language.code())
        .param("rhythm", rhythm.word())
        .param("due", moment(Instant.now().plus(rhythm.pause())))
        .query(Follower::of)
        .single();
  }

  private static OffsetDateTime moment(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /**
   * Follows something, or changes what matters of what is followed already.
   *
   * @throws Refusal MC-1622 when it is one too many
   */
  void add(
      Follower follower,
      @Nullable UUID record,
      @Nullable String question,
      String name,
      Collection<Matter> matters,
      Standing now) {
    if (of(follower.id()).size() >= MOST) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1622", "discovery.follow.refused.most", MOST);
    }
    UUID id = Ids.next();
    String[] words = matters.stream().map(Matter::word).toArray(String[]::new);
    jdbc.sql(
            """
            insert into discovery.follow (id, follower, record, question, name, matters, told)
            values (:id, :follower, :record, :question, :name, :matters, cast(:told as jsonb))
            on conflict (follower, %s) do update set matters = excluded.matters"""
                .formatted(record == null ? "question" : "record"))
        .param("id", id)
        .param("follower", follower.id())
        .param("record", record)
        .param("question", question)
        .param("name", name)
        .param("matters", words)
        .param("told", now.json())
        .update();
    String what = record == null ? "search" : "record";
    journal.append(
        new NewEntry("discovery.followed", record, follower.account(), Map.of("what", what)));
  }

  /** What somebody follows, newest first. */
  List<Follow> of(UUID follower) {
    return jdbc.sql(
            "select * from discovery.follow where follower = ? order by created_at desc, id")
        .param(follower)
        .query(Follow::of)
        .list();
  }

  /** The address is the person's: digests may be sent. */
  void confirm(UUID follower) {
    jdbc.sql(
            """
            update discovery.follower set confirmed_at = coalesce(confirmed_at, now())
            where id = ?""")
        .param(follower)
        .update();
  }

  void rhythm(UUID follower, Rhythm rhythm) {
    jdbc.sql(
            """
            update discovery.follower set rhythm = :rhythm,
              due_at = coalesce(told_at, created_at) + make_interval(secs => :pause)
            where id = :id""")
        .param("rhythm", rhythm.word())
        .param("pause", rhythm.pause().toSeconds())
        .param("id", follower)
        .update();
  }

  /** Ends one follow; who follows nothing any more is forgotten. */
  @Transactional
  public void stop(Follower follower, UUID follow) {
    int gone =
        jdbc.sql("delete from discovery.follow where id = ? and follower = ?")
            .params(follow, follower.id())
            .update();
    if (gone > 0) {
      journal.append(
          new NewEntry("discovery.unfollowed", null, follower.account(), Map.of("what", "one")));
    }
    jdbc.sql(
            """
            delete from discovery.follower f where f.id = ?
              and not exists (select 1 from discovery.follow o where o.follower = f.id)""")
        .param(follower.id())
        .update();
  }

  /** Ends everything that somebody follows, and forgets them. */
  @Transactional
  public void stopAll(Follower follower) {
    jdbc.sql("delete from discovery.follower where id = ?").param(follower.id()).update();
    journal.append(
        new NewEntry("discovery.unfollowed", null, follower.account(), Map.of("what", "all")));
  }

  /** The next one to whom something may be told, held until the transaction ends. */
  Optional<Follower> due(Instant now) {
    return jdbc.sql(
            """
            select * from discovery.follower where confirmed_at is not null and due_at <= ?
            order by due_at limit 1 for update skip locked""")
        .param(moment(now))
        .query(Follower::of)
        .optional();
  }

  /** What was told of something, in the transaction that gives the mail to the outbox. */
  void told(Follow follow, Standing now) {
    jdbc.sql("update discovery.follow set told = cast(? as jsonb) where id = ?")
        .params(now.json(), follow.id())
        .update();
  }

  /** Searches of which nobody could say what they found when they began to be followed. */
  List<Follow> begunBlind(int most) {
    return jdbc.sql(
            """
            select * from discovery.follow
            where question is not null and told = cast('{}' as jsonb) order by id limit ?""")
        .param(most)
        .query(Follow::of)
        .list();
  }

  /** When to look again. */
  void next(Follower follower, Instant now, Duration pause, boolean told) {
    jdbc.sql(
            """
            update discovery.follower set due_at = :due,
              told_at = case when :told then cast(:now as timestamptz) else told_at end
            where id = :id""")
        .param("due", moment(now.plus(pause)))
        .param("told", told)
        .param("now", moment(now))
        .param("id", follower.id())
        .update();
  }
}
