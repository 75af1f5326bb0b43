package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Descriptions;
import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.ItemView;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.opendata.oai.Renderings.Rendering;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Renders the items as they change. When the site has moved to another address, or this form of
 * them is new, all are rendered again.
 */
@Component
class RenderedItems implements ItemView {

  private static final int PIECE = 500;

  private final Items items;
  private final Descriptions descriptions;
  private final Renderings renderings;
  private final Publisher publisher;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final boolean serving;

  RenderedItems(
      Items items,
      Descriptions descriptions,
      Renderings renderings,
      Publisher publisher,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Environment environment) {
    this.items = items;
    this.descriptions = descriptions;
    this.renderings = renderings;
    this.publisher = publisher;
    this.jdbc = jdbc;
    transaction = new TransactionTemplate(transactions);
    serving = environment.acceptsProfiles(Profiles.of("!command"));
  }

  @Override
  public void catchUp() {
    while (piece() == PIECE) {
      // one piece after the other, so that only some are in memory
    }
  }

  /** What was there before this form of it, or under another address. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (serving && position() < items.position()) {
      Thread.ofVirtual().name("renderings").start(this::catchUpAlone);
    }
  }

  private void catchUpAlone() {
    Integer done = PIECE;
    while (done != null && done == PIECE) {
      done = transaction.execute(status -> piece());
    }
  }

  private int piece() {
    List<Item> changed = items.since(position(), PIECE);
    if (!changed.isEmpty()) {
      List<Rendering> all = new ArrayList<>();
      changed.forEach(item -> all.addAll(rendered(item)));
      renderings.write(all);
      jdbc.sql("update opendata.rendered set position = :position")
          .param("position", changed.getLast().position())
          .update();
    }
    return changed.size();
  }

  private List<Rendering> rendered(Item item) {
    return item.deleted()
        ? renderings.gone(item.record(), item.kind().word(), item.changedAt(), item.sets())
        : renderings.live(descriptions.of(item), item.sets());
  }

  /** Up to which item all is rendered; the row stays locked so that two do not do it at once. */
  private long position() {
    String address = publisher.address("");
    jdbc.sql("update opendata.rendered set position = 0, address = :now where address <> :now")
        .param("now", address)
        .update();
    return jdbc.sql("select position from opendata.rendered for update").query(Long.class).single();
  }
}
