package eu.metacluster.intake.renewal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked in campaigns, as it is stored. */
@Component
class AskedRows {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  AskedRows(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * The newest submission of each record whose owner we can write to. A correction counts when its
   * sender speaks for the record.
   */
  List<Asked> senders(Collection<UUID> records) {
    return jdbc.sql(
            """
            select distinct on (coalesce(s.target, s.record)) coalesce(s.target, s.record), s.id
            from intake.submission s join intake.person p on p.submission = s.id
            where s.state = 'received' and p.email <> ''
              and ((s.target is null and s.record = any(:ids)) or (s.own and s.target = any(:ids)))
            order by 1, s.own desc, s.received_at desc""")
        .param("ids", records.toArray(UUID[]::new))
        .query((row, n) -> Asked.sender(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  void add(UUID campaign, Collection<Asked> asked) {
    List<Object[]> rows = new ArrayList<>();
    asked.forEach(
        one ->
            rows.add(
                new Object[] {
                  one.id(),
                  campaign,
                  one.record(),
                  one.submission(),
                  one.account(),
                  one.member(),
                  one.mail()
                }));
    batch.batchUpdate(
        """
        insert into intake.campaign_asked (id, campaign, record, submission, account, member, mail)
        values (?, ?, ?, ?, ?, ?, ?)""",
        rows);
  }

  /**
   * Notes that somebody who administers a member is asked before a day on which its page is due.
   *
   * @return false when they were asked for that day already, or in a campaign that runs
   */
  boolean inTime(Asked one, LocalDate due) {
    return jdbc.sql(
                """
                insert into intake.campaign_asked (id, record, account, member, due)
                select :id, :record, :account, :member, :due
                where not exists (select 1 from intake.campaign_asked a
                  join intake.campaign c on c.id = a.campaign and c.state = 'running'
                  where a.record = :record and a.account = :account)
                on conflict do nothing""")
            .param("id", one.id())
            .param("record", one.record())
            .param("account", one.account())
            .param("member", one.member())
            .param("due", Date.valueOf(due))
            .update()
        > 0;
  }

  /** Of these submissions those whose senders were asked in a campaign that runs. */
  Set<UUID> askedNow(Collection<UUID> submissions) {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct a.submission from intake.campaign_asked a
                join intake.campaign c on c.id = a.campaign and c.state = 'running'
                where a.submission = any(:ids)""")
            .param("ids", submissions.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Notes the letters that went out, by whom they went to. */
  void sent(Map<UUID, UUID> letters) {
    List<Object[]> rows = new ArrayList<>();
    letters.forEach((asked, letter) -> rows.add(new Object[] {letter, asked}));
    batch.batchUpdate("update intake.campaign_asked set mail = ? where id = ?", rows);
  }

  /** Forgets who was asked in time before this day. */
  void forgetBefore(LocalDate day) {
    jdbc.sql("delete from intake.campaign_asked where campaign is null and due < :day")
        .param("day", Date.valueOf(day))
        .update();
  }

  List<Asked> of(UUID campaign) {
    return jdbc.sql("select * from intake.campaign_asked where campaign = :id order by record, id")
        .param("id", campaign)
        .query(AskedRows::read)
        .list();
  }

  Optional<Asked> find(UUID id) {
    return jdbc.sql("select * from intake.campaign_asked where id = :id")
        .param("id", id)
        .query(AskedRows::read)
        .optional();
  }

  /** Notes the second letters, by whom they went to. */
  void reminded(Map<UUID, UUID> letters) {
    List<Object[]> rows = new ArrayList<>();
    letters.forEach((asked, letter) -> rows.add(new Object[] {letter, asked}));
    batch.batchUpdate(
        "update intake.campaign_asked set reminder = ?, unreachable = false where id = ?", rows);
  }

  /** Keeps that these could not be reached, longer than the letters are kept. */
  void unreachable(Collection<UUID> asked) {
    jdbc.sql("update intake.campaign_asked set unreachable = true where id = any(:ids)")
        .param("ids", asked.toArray(UUID[]::new))
        .update();
  }

  private static Asked read(ResultSet row, int n) throws SQLException {
    return new Asked(
        row.getObject("id", UUID.class),
        row.getObject("record", UUID.class),
        row.getObject("submission", UUID.class),
        row.getObject("account", UUID.class),
        row.getObject("member", UUID.class),
        row.getObject("mail", UUID.class),
        row.getObject("reminder", UUID.class),
        row.getBoolean("unreachable"));
  }
}
