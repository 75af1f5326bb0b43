package eu.metacluster.discovery.following;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells everybody who is due what is different. The mail, what was told and the next time are one
 * transaction per person: whatever happens meanwhile, nobody is told the same twice, and nothing is
 * left out.
 */
@Component
class Digests {

  /** Who had nothing to be told is looked at again after so long. */
  private static final Duration QUIET = Duration.ofDays(1);

  /** Less than seven days, so that a letter of Monday is followed by one of Monday. */
  private static final Duration WEEK = Duration.ofDays(6);

  private static final int AT_ONCE = 500;

  private final Follows follows;
  private final Standings standings;
  private final Records records;
  private final FollowLinks ways;
  private final Notices notices;
  private final Mailer mailer;
  private final Shell shell;
  private final SiteAddress site;
  private final TransactionOperations transaction;

  Digests(
      Follows follows,
      Standings standings,
      Records records,
      FollowLinks ways,
      Notices notices,
      Mailer mailer,
      Shell shell,
      SiteAddress site,
      TransactionOperations transaction) {
    this.follows = follows;
    this.standings = standings;
    this.records = records;
    this.ways = ways;
    this.notices = notices;
    this.mailer = mailer;
    this.shell = shell;
    this.site = site;
    this.transaction = transaction;
  }

  /**
   * Tells those who are due; says how many letters were written. Nobody is told anything while the
   * index has much to take in: what a search misses now would not be new later.
   */
  int work(Instant now) {
    begin();
    int written = 0;
    for (int i = 0; i < AT_ONCE && !standings.behind(); i++) {
      Told told = transaction.execute(status -> next(now));
      if (told == Told.NOBODY) {
        break;
      }
      written += told == Told.WRITTEN ? 1 : 0;
    }
    return written;
  }

  /** Notes what a search found that began to be followed while the index was built. */
  private void begin() {
    for (Follow follow : standings.behind() ? List.<Follow>of() : follows.begunBlind(AT_ONCE)) {
      if (follow.question() != null) {
        follows.told(follow, standings.of(Standings.query(follow.question())));
      }
    }
  }

  /** What came of looking for the next one who is due. */
  enum Told {
    NOBODY,
    NOTHING,
    WRITTEN
  }

  /** Tells the next one who is due, in the running transaction. */
  Told next(Instant now) {
    Follower follower = follows.due(now).orElse(null);
    if (follower == null) {
      return Told.NOBODY;
    }
    if (!wants(follower, now)) {
      follows.next(follower, now, QUIET, false);
      return Told.NOTHING;
    }
    List<Digest.Item> items = new ArrayList<>();
    for (Follow follow : follows.of(follower.id())) {
      item(follow).ifPresent(items::add);
    }
    boolean told = !items.isEmpty() && send(follower, new Digest(items));
    follows.next(follower, now, told ? pause(follower) : QUIET, told);
    return told ? Told.WRITTEN : Told.NOTHING;
  }

  /**
   * Whether to look for what is different. Visitors are due when they are; who has an account
   * chooses among all topics, and what changes until the next letter is told in one.
   */
  private boolean wants(Follower follower, Instant now) {
    if (follower.account() == null || follower.told() == null) {
      return follower.account() == null
          || notices.wanted(follower.account(), FollowRecords.TOPIC) != Frequency.NEVER;
    }
    return switch (notices.wanted(follower.account(), FollowRecords.TOPIC)) {
      case NEVER -> false;
      case AT_ONCE, DAILY -> true;
      case WEEKLY -> !now.isBefore(follower.told().plus(WEEK));
    };
  }

  /** Who wants it at once is looked at again soon. */
  private Duration pause(Follower follower) {
    return follower.account() == null
        ? follower.rhythm().pause()
        : notices.wanted(follower.account(), FollowRecords.TOPIC) == Frequency.AT_ONCE
            ? Duration.ofMinutes(10)
            : QUIET;
  }

  /** What is different of one thing; what is told, and what does not matter, is noted. */
  private Optional<Digest.Item> item(Follow follow) {
    Standing now;
    String title;
    String path;
    Map<String, String> names = new HashMap<>();
    if (follow.question() != null) {
      var query = Standings.query(follow.question());
      List<Row> rows = standings.newest(query).rows();
      rows.forEach(row -> names.put(row.path(), row.title()));
      now = new Standing(Map.of(), Map.of(Standing.FOUND, rows.stream().map(Row::path).toList()));
      title = follow.name();
      path = query.address("/grid");
    } else {
      GridRecord record = follow.record() == null ? null : record(follow.record());
      if (record == null) {
        return Optional.empty();
      }
      now = standings.of(record);
      title = Digest.title(record);
      path = record.path();
    }
    List<Change> changes =
        follow.told().equals(Standing.UNKNOWN)
            ? List.of()
            : Change.between(follow.told(), now, follow.matters());
    follows.told(follow, now);
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    named(changes, names);
    return Optional.of(new Digest.Item(follow, title, path, changes, names));
  }

  /** The record, or the one it was merged into. */
  private @Nullable GridRecord record(UUID id) {
    GridRecord record = records.find(id).orElse(null);
    UUID into = record == null ? null : record.mergedInto();
    return into == null ? record : records.find(into).orElse(record);
  }

  private void named(List<Change> changes, Map<String, String> names) {
    changes.stream()
        .flatMap(change -> Stream.concat(change.come().stream(), change.gone().stream()))
        .filter(path -> !names.containsKey(path))
        .limit(60)
        .forEach(
            path -> Paths.record(records, path).ifPresent(one -> names.put(path, one.title())));
  }

  private boolean send(Follower follower, Digest digest) {
    UUID account = follower.account();
    if (account != null) {
      return notices
          .tell(account, FollowRecords.TOPIC, "/follows", page -> text(page).words(digest))
          .isPresent();
    }
    if (follower.email() == null) {
      return false;
    }
    String token = ways.open(follower.id());
    DigestText text = text(shell.page(follower.language()));
    Notices.Words letter = text.letter(digest, follower.rhythm(), token);
    mailer.send(follower.email(), letter.subject(), letter.text(), text.stop(token));
    return true;
  }

  private DigestText text(Page page) {
    return new DigestText(page, site::of);
  }

  /** Looks every few minutes who is due. */
  @Configuration(proxyBeanMethods = false)
  static class Now {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> followDigests(ObjectProvider<Digests> digests) {
      return Tasks.recurring("follow-digests", FixedDelay.of(EVERY))
          .execute((instance, context) -> digests.getObject().work(Instant.now()));
    }
  }
}
