package eu.metacluster.intake.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns as they are stored. */
@Component
class CampaignRows {

  private static final String SELECT =
      """
      select c.*, (select count(*) from intake.campaign_record r
          where r.campaign = c.id and r.mail is not null) as asked,
        (select count(*) from intake.campaign_record r
          where r.campaign = c.id and r.mail is null) as nobody
      from intake.campaign c\s""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  CampaignRows(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * A record of a campaign.
   *
   * @param submission whose owner was asked, null when nobody is known or their address was erased
   * @param mail the letter, null when none was written
   * @param reminder the second letter
   */
  record Row(
      UUID record,
      @Nullable UUID submission,
      @Nullable UUID mail,
      @Nullable UUID reminder,
      @Nullable Instant confirmedAt,
      boolean corrected) {}

  /**
   * The newest submission of each record whose owner we can write to. A correction counts when its
   * sender speaks for the record.
   */
  Map<UUID, UUID> owners(Collection<UUID> records) {
    Map<UUID, UUID> owners = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (coalesce(s.target, s.record)) coalesce(s.target, s.record), s.id
            from intake.submission s join intake.person p on p.submission = s.id
            where s.state = 'received' and p.email <> ''
              and ((s.target is null and s.record = any(:ids)) or (s.own and s.target = any(:ids)))
            order by 1, s.own desc, s.received_at desc""")
        .param("ids", records.toArray(UUID[]::new))
        .query(
            row -> {
              owners.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            });
    return owners;
  }

  void open(UUID id, String name, String choice) {
    jdbc.sql(
            """
            insert into intake.campaign (id, name, state, choice, started_at)
            values (:id, :name, 'running', :choice, now())""")
        .param("id", id)
        .param("name", name)
        .param("choice", choice)
        .update();
  }

  void add(UUID campaign, List<Row> rows) {
    batch.batchUpdate(
        """
        insert into intake.campaign_record (campaign, record, submission, mail)
        values (?, ?, ?, ?)""",
        new BatchPreparedStatementSetter() {
          @Override
          public void setValues(java.sql.PreparedStatement to, int i) throws SQLException {
            to.setObject(1, campaign);
            to.setObject(2, rows.get(i).record());
            to.setObject(3, rows.get(i).submission());
            to.setObject(4, rows.get(i).mail());
          }

          @Override
          public int getBatchSize() {
            return rows.size();
          }
        });
  }

  List<Campaign> all() {
    return jdbc.sql(SELECT + "order by c.started_at desc").query(CampaignRows::read).list();
  }

  Optional<Campaign> find(UUID id) {
    return jdbc.sql(SELECT + "where c.id = :id")
        .param("id", id)
        .query(CampaignRows::read)
        .optional();
  }

  List<Row> rows(UUID campaign) {
    return jdbc.sql(
            """
            select r.*, exists (select 1 from intake.submission s
              where s.target = r.record and s.state = 'received'
                and s.received_at >= c.started_at) as corrected
            from intake.campaign_record r join intake.campaign c on c.id = r.campaign
            where r.campaign = :id order by r.record""")
        .param("id", campaign)
        .query(
            (row, n) ->
                new Row(
                    row.getObject("record", UUID.class),
                    row.getObject("submission", UUID.class),
                    row.getObject("mail", UUID.class),
                    row.getObject("reminder", UUID.class),
                    instant(row, "confirmed_at"),
                    row.getBoolean("corrected")))
        .list();
  }

  /** Notes that those who had not answered are reminded; false when they were already. */
  boolean reminded(UUID campaign) {
    return jdbc.sql(
                """
                update intake.campaign set reminded_at = now()
                where id = :id and state = 'running' and reminded_at is null""")
            .param("id", campaign)
            .update()
        > 0;
  }

  void reminder(UUID campaign, UUID record, UUID mail) {
    jdbc.sql(
            """
            update intake.campaign_record set reminder = :mail
            where campaign = :campaign and record = :record""")
        .param("mail", mail)
        .param("campaign", campaign)
        .param("record", record)
        .update();
  }

  /** Ends it; false when it was ended already. */
  boolean ended(UUID campaign) {
    return jdbc.sql(
                """
                update intake.campaign set state = 'ended', ended_at = now()
                where id = :id and state = 'running'""")
            .param("id", campaign)
            .update()
        > 0;
  }

  void passedOn(UUID campaign, Collection<UUID> records) {
    jdbc.sql(
            """
            update intake.campaign_record set passed_on = true
            where campaign = :campaign and record = any(:records)""")
        .param("campaign", campaign)
        .param("records", records.toArray(UUID[]::new))
        .update();
  }

  /** Somebody who speaks for a record has said that it is still true. */
  void confirmed(UUID record) {
    jdbc.sql(
            """
            update intake.campaign_record r set confirmed_at = now() from intake.campaign c
            where c.id = r.campaign and c.state = 'running' and r.record = :record
              and r.confirmed_at is null""")
        .param("record", record)
        .update();
  }

  private static Campaign read(ResultSet row, int n) throws SQLException {
    return new Campaign(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getTimestamp("started_at").toInstant(),
        instant(row, "reminded_at"),
        instant(row, "ended_at"),
        row.getInt("asked"),
        row.getInt("nobody"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
