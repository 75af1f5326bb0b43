package eu.metacluster.people.notices;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people were told. */
@Component
class NoticeList {

  private static final int SHOWN = 200;

  private final JdbcClient jdbc;

  NoticeList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A person's newest notices. */
  List<Notice> of(UUID account) {
    return jdbc.sql(
            """
            select * from people.notice where account = ?
            order by created_at desc, id desc limit ?
            """)
        .params(account, SHOWN)
        .query(Notice::of)
        .list();
  }

  /** The notices that these mails carried, the newest first. */
  List<Notice> carriedBy(Collection<UUID> mails) {
    return jdbc.sql(
            """
            select * from people.notice where mail = any(?)
            order by created_at desc, id desc limit ?
            """)
        .params(mails.toArray(UUID[]::new), SHOWN)
        .query(Notice::of)
        .list();
  }
}
