package eu.metacluster.intake.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Campaigns as they are stored. */
@Component
class CampaignRows {

  private static final String SELECT =
      """
      select c.*, (select count(distinct a.record) from intake.campaign_asked a
          where a.campaign = c.id) as asked
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
   * @param corrected whether a correction was handed in since it began
   * @param passedOn whether it came to the committee
   */
  record Row(UUID record, @Nullable Instant confirmedAt, boolean corrected, boolean passedOn) {}

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

  void add(UUID campaign, List<UUID> records) {
    batch.batchUpdate(
        "insert into intake.campaign_record (campaign, record) values (?, ?)",
        records.stream().map(record -> new Object[] {campaign, record}).toList());
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
                    instant(row, "confirmed_at"),
                    row.getBoolean("corrected"),
                    row.getBoolean("passed_on")))
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
        row.getInt("asked"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
