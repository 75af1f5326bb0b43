package eu.metacluster.opendata.hooks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eu.metacluster.opendata.hooks.Hook.Delivery;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.SiteAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells each hook what changed, in order: a message is tried until it is taken, with longer and
 * longer pauses, and after so many attempts the hook is paused for somebody to look.
 */
@Component
class Messenger {

  static final int MOST_ATTEMPTS = 12;
  private static final int CHANGES = 100;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final Hooks hooks;
  private final Items items;
  private final Post post;
  private final SiteAddress site;
  private final JsonMapper json;

  Messenger(Hooks hooks, Items items, Post post, SiteAddress site, JsonMapper json) {
    this.hooks = hooks;
    this.items = items;
    this.post = post;
    this.site = site;
    this.json = json;
  }

  /** One round: what is new is put into messages, and what waits is sent. */
  void round() {
    for (Hook hook : hooks.all()) {
      if (hook.pausedAt() == null) {
        prepare(hook);
        send(hook);
      }
    }
  }

  private void prepare(Hook hook) {
    List<Item> changed = items.since(hook.position(), CHANGES);
    if (!changed.isEmpty()) {
      hooks.prepare(hook, message(hook, changed), changed.getLast().position());
    }
  }

  private String message(Hook hook, List<Item> changed) {
    List<Map<String, Object>> changes = new ArrayList<>();
    for (Item item : changed) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("position", item.position());
      one.put("deleted", item.deleted());
      one.put("id", item.record().toString());
      one.put("kind", item.kind().word());
      one.put("handle", item.handle());
      one.put("url", site.of("/api/v1/records" + item.path()));
      changes.add(one);
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("hook", hook.id().toString());
    message.put("position", changed.getLast().position());
    message.put("changes", changes);
    return json.writeValueAsString(message);
  }

  private void send(Hook hook) {
    Optional<Delivery> waiting = hooks.waiting(hook);
    while (waiting.isPresent()) {
      Delivery delivery = waiting.get();
      if (!sent(hook, delivery)) {
        return;
      }
      waiting = hooks.waiting(hook);
    }
  }

  private boolean sent(Hook hook, Delivery delivery) {
    try {
      int status = post.send(hook, delivery, Instant.now());
      if (status / 100 == 2) {
        hooks.delivered(delivery, Integer.toString(status));
        return true;
      }
      failed(hook, delivery, Integer.toString(status));
    } catch (IOException e) {
      failed(hook, delivery, e.getClass().getSimpleName());
    }
    return false;
  }

  private void failed(Hook hook, Delivery delivery, String answer) {
    boolean last = delivery.attempts() + 1 >= MOST_ATTEMPTS;
    hooks.failed(delivery, answer, pause(delivery.attempts()));
    if (last) {
      hooks.pause(hook.id(), true);
    }
  }

  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** A round every few seconds, on one node. */
  @Configuration(proxyBeanMethods = false)
  static class Rounds {

    private static final int SECONDS = 3;

    @Bean
    RecurringTask<Void> tellHooks(ObjectProvider<Messenger> messenger) {
      return Tasks.recurring("opendata-hooks", FixedDelay.ofSeconds(SECONDS))
          .execute((task, context) -> messenger.getObject().round());
    }
  }
}
