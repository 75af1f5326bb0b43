package eu.metacluster.membership;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each organisation has shown, and what was waived and why. */
@Component
class Checklist {

  private final JdbcClient jdbc;
  private final Rules rules;
  private final Signatures signatures;
  private final Administrators administrators;

  Checklist(JdbcClient jdbc, Rules rules, Signatures signatures, Administrators administrators) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.signatures = signatures;
    this.administrators = administrators;
  }

  List<CheckItem> of(Entity entity) {
    Map<String, CheckItem> ticked = new HashMap<>();
    jdbc.sql("select item, state, reason from membership.tick where entity = ?")
        .param(entity.id())
        .query(
            row -> {
              String item = row.getString("item");
              CheckItem.State state = CheckItem.State.valueOf(row.getString("state"));
              ticked.put(item, new CheckItem(item, state, row.getString("reason"), false));
            });
    List<CheckItem> items = new ArrayList<>();
    for (String key : rules.checklist(entity.type())) {
      boolean own = key.equals(Rules.ADMINISTRATORS) || key.equals(Rules.AGREEMENT);
      CheckItem known = ticked.get(key);
      if (known != null && known.state() == CheckItem.State.WAIVED) {
        items.add(new CheckItem(key, CheckItem.State.WAIVED, known.reason(), own));
      } else {
        boolean done = own ? follows(key, entity.id()) : known != null;
        items.add(new CheckItem(key, done ? CheckItem.State.DONE : CheckItem.State.OPEN, "", own));
      }
    }
    return items;
  }

  private boolean follows(String key, UUID entity) {
    return key.equals(Rules.AGREEMENT)
        ? signatures.latest(entity).isPresent()
        : administrators.of(entity).size() >= rules.administrators();
  }

  void tick(UUID entity, String item, CheckItem.State state, String reason, UUID actor) {
    if (state == CheckItem.State.OPEN) {
      jdbc.sql("delete from membership.tick where entity = ? and item = ?")
          .params(entity, item)
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into membership.tick (entity, item, state, reason, actor)
            values (?, ?, ?, ?, ?) on conflict (entity, item) do update set
            state = excluded.state, reason = excluded.reason, actor = excluded.actor, at = now()
            """)
        .params(entity, item, state.name(), reason, actor)
        .update();
  }
}
