package eu.metacluster.journal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The followers that the modules bring, found late so that they may use the journal themselves. */
@Component
class Feeds {

  private final ObjectProvider<Follower> shared;
  private final ObjectProvider<LocalFollower> local;
  private final EntryReader reader;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Feeds(
      ObjectProvider<Follower> shared,
      ObjectProvider<LocalFollower> local,
      EntryReader reader,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.shared = shared;
    this.local = local;
    this.reader = reader;
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
  }

  List<Feed> all() {
    Stream<Feed> everywhere =
        shared.stream().map(follower -> new SharedFeed(follower, reader, jdbc, transaction));
    Stream<Feed> here = local.stream().map(follower -> new LocalFeed(follower, reader));
    List<Feed> all =
        Stream.concat(everywhere, here).sorted(Comparator.comparing(Feed::name)).toList();
    if (all.stream().map(Feed::name).distinct().count() < all.size()) {
      throw new IllegalStateException(
          "two followers have the same name: " + all.stream().map(Feed::name).toList());
    }
    return all;
  }
}
