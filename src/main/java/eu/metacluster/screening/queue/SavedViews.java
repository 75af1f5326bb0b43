package eu.metacluster.screening.queue;

import eu.metacluster.shared.Refusal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters that persons keep, each for oneself. */
@Component
class SavedViews {

  private static final int LONGEST = 60;
  private static final int MOST = 30;

  private static final String KEEP =
      """
            insert into screening.saved_view (account, name, query, at)
            values (:me, :name, :query, clock_timestamp())
            on conflict (account, name) do update set query = excluded.query, at = excluded.at""";

  private final JdbcClient jdbc;

  SavedViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<SavedView> of(UUID me) {
    return jdbc.sql(
            "select name, query from screening.saved_view where account = :me order by name")
        .param("me", me)
        .query((row, n) -> new SavedView(row.getString("name"), "/queue" + row.getString("query")))
        .list();
  }

  /**
   * Keeps a filter; one of the same name is replaced.
   *
   * @throws Refusal when the name cannot be used, the filter narrows nothing, or there are too many
   */
  @Transactional
  void keep(UUID me, String name, QueueFilter filter) {
    if (name.isBlank() || name.length() > LONGEST || name.indexOf('\0') >= 0) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1523", "screening.error.viewName", LONGEST);
    }
    if (filter.values().isEmpty()) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1524", "screening.error.viewEmpty");
    }
    room(me, name.strip());
    jdbc.sql(KEEP)
        .param("me", me)
        .param("name", name.strip())
        .param("query", filter.query())
        .update();
  }

  private void room(UUID me, String name) {
    List<String> names = of(me).stream().map(SavedView::name).toList();
    if (names.size() >= MOST && !names.contains(name)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1525", "screening.error.viewMany", MOST);
    }
  }

  @Transactional
  void drop(UUID me, String name) {
    jdbc.sql("delete from screening.saved_view where account = :me and name = :name")
        .param("me", me)
        .param("name", name)
        .update();
  }
}
