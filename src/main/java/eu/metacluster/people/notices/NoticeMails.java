package eu.metacluster.people.notices;

import eu.metacluster.people.Account;
import eu.metacluster.people.Accounts;
import eu.metacluster.people.Token;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Turns notices that are due into mails: one for each person, whatever it is about. A batch of
 * notices, their mails and the mark that they were mailed are one transaction, so that a process
 * that is killed neither forgets a notice nor mails it twice.
 */
@Component
class NoticeMails {

  private static final int AT_ONCE = 2000;

  /** The transaction may have begun before the notice was due. */
  private static final String DUE =
      """
      select * from people.notice where mail is null
      and due_at <= clock_timestamp() + interval '1 second'
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final Accounts accounts;
  private final Mailer mailer;
  private final NoticeLetters letters;
  private final TransactionOperations transaction;

  NoticeMails(
      JdbcClient jdbc,
      JdbcTemplate batch,
      Accounts accounts,
      Mailer mailer,
      NoticeLetters letters,
      TransactionOperations transaction) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.accounts = accounts;
    this.mailer = mailer;
    this.letters = letters;
    this.transaction = transaction;
  }

  /** Mails everything that is due; answers how many mails that made. */
  int work() {
    int mails = 0;
    while (true) {
      Integer made = transaction.execute(status -> mail(batch()));
      if (made == null || made == 0) {
        return mails;
      }
      mails += made;
    }
  }

  /** Mails what is due to these people, in the running transaction. */
  void send(Collection<UUID> people) {
    if (!people.isEmpty()) {
      mail(
          jdbc.sql(DUE + " and account = any(?) order by account, created_at, id for update")
              .param(people.toArray(UUID[]::new))
              .query(Notice::of)
              .list());
    }
  }

  /** A person's notices are not torn apart at the end of a batch. */
  private List<Notice> batch() {
    List<Notice> due =
        jdbc.sql(DUE + " order by account, created_at, id limit ? for update skip locked")
            .param(AT_ONCE)
            .query(Notice::of)
            .list();
    if (due.size() < AT_ONCE) {
      return due;
    }
    UUID last = due.getLast().account();
    List<Notice> whole = due.stream().filter(each -> !each.account().equals(last)).toList();
    return whole.isEmpty() ? due : whole;
  }

  private int mail(List<Notice> due) {
    Map<UUID, List<Notice>> byPerson = new LinkedHashMap<>();
    due.forEach(
        each -> byPerson.computeIfAbsent(each.account(), any -> new ArrayList<>()).add(each));
    List<Letter> mails = new ArrayList<>();
    List<Object[]> stops = new ArrayList<>();
    List<List<Notice>> carried = new ArrayList<>();
    for (Account person : accounts.find(byPerson.keySet())) {
      List<Notice> notices = byPerson.getOrDefault(person.id(), List.of());
      String token = Token.fresh();
      TreeSet<String> topics = new TreeSet<>();
      notices.forEach(notice -> topics.add(notice.topic()));
      mails.add(letters.of(person, notices, topics, token));
      stops.add(StopLinks.row(token, person.id(), topics));
      carried.add(notices);
    }
    batch.batchUpdate(
        "insert into people.notice_stop (hash, account, topics) values (?, ?, ?)", stops);
    mark(carried, mailer.send(mails));
    return mails.size();
  }

  private void mark(List<List<Notice>> carried, List<UUID> mails) {
    List<Object[]> marks = new ArrayList<>();
    for (int i = 0; i < mails.size(); i++) {
      for (Notice notice : carried.get(i)) {
        marks.add(new Object[] {mails.get(i), notice.id()});
      }
    }
    batch.batchUpdate("update people.notice set mail = ? where id = ?", marks);
  }
}
