package eu.metacluster.discovery.following;

import eu.metacluster.people.notices.Topic;
import eu.metacluster.people.privacy.OldRows;
import eu.metacluster.people.privacy.ProcessingActivity;
import eu.metacluster.people.privacy.RetentionRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The topic of what one follows, why followers' addresses are kept, and how long. */
@Configuration(proxyBeanMethods = false)
class FollowRecords {

  static final String TOPIC = "discovery.topic.follows";

  private static final int UNCONFIRMED_DAYS = 7;
  private static final int LINK_DAYS = 400;

  @Bean
  Topic followsTopic() {
    return Topic.weekly(TOPIC, null);
  }

  @Bean
  ProcessingActivity followsActivity() {
    return new ProcessingActivity("discovery.processing.follows", ProcessingActivity.Basis.CONSENT);
  }

  @Bean
  RetentionRule unconfirmedFollowers(JdbcClient jdbc) {
    return new OldRows(
        jdbc,
        "discovery.retention.unconfirmed",
        UNCONFIRMED_DAYS,
        "from discovery.follower where confirmed_at is null and created_at < ?");
  }

  @Bean
  RetentionRule oldWays(JdbcClient jdbc) {
    return new OldRows(
        jdbc, "discovery.retention.ways", LINK_DAYS, "from discovery.way where created_at < ?");
  }
}
