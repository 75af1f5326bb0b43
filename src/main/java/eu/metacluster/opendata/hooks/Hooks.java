package eu.metacluster.opendata.hooks;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.opendata.hooks.Hook.Delivery;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is told, and what each was told. */
@Component
class Hooks {

  private static final int SECRET_BYTES = 32;
  private static final int KEPT = 200;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Items items;
  private final SecureRandom random = new SecureRandom();

  Hooks(JdbcClient jdbc, Journal journal, Items items) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.items = items;
  }

  /** Adds somebody who is told of what changes from now on. */
  @Transactional
  Hook add(String address, UUID actor) {
    check(address);
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into opendata.hook (id, address, secret, created_at, position)
            values (:id, :address, :secret, now(), :position)""")
        .param("id", id)
        .param("address", address)
        .param("secret", HexFormat.of().formatHex(secret))
        .param("position", items.position())
        .update();
    journal.append(new NewEntry("opendata.hook-added", id, actor, Map.of()));
    return find(id);
  }

  private static void check(String address) {
    try {
      URI uri = URI.create(address);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getUserInfo() == null && address.length() < 1_000) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1811", "opendata.refused.hookAddress");
  }

  @Transactional
  void remove(UUID id, UUID actor) {
    find(id);
    jdbc.sql("delete from opendata.hook where id = :id").param("id", id).update();
    journal.append(new NewEntry("opendata.hook-removed", id, actor, Map.of()));
  }

  /** Stops telling, or goes on where it stopped. */
  @Transactional
  void pause(UUID id, boolean paused) {
    jdbc.sql("update opendata.hook set paused_at = case when :paused then now() end where id = :id")
        .param("paused", paused)
        .param("id", find(id).id())
        .update();
    if (!paused) {
      jdbc.sql(
              """
              update opendata.delivery set next_at = now(), attempts = 0
              where hook = :id and delivered_at is null""")
          .param("id", id)
          .update();
    }
  }

  /** Sends a message once more, as it was. */
  void again(long delivery) {
    jdbc.sql("update opendata.delivery set next_at = now(), attempts = 0 where id = :id")
        .param("id", delivery)
        .update();
  }

  List<Hook> all() {
    return jdbc.sql("select * from opendata.hook order by created_at").query(Hooks::read).list();
  }

  Hook find(UUID id) {
    return jdbc.sql("select * from opendata.hook where id = :id")
        .param("id", id)
        .query(Hooks::read)
        .optional()
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1812", "opendata.refused.noHook"));
  }

  /** The newest messages of all. */
  List<Delivery> deliveries(int limit) {
    return jdbc.sql("select * from opendata.delivery order by id desc limit :limit")
        .param("limit", limit)
        .query(Hooks::delivery)
        .list();
  }

  /** Puts a message together with how far it reaches; old ones that were taken are let go of. */
  @Transactional
  void prepare(Hook hook, String body, long position) {
    jdbc.sql(
            """
            insert into opendata.delivery (hook, made_at, body, next_at)
            values (:hook, now(), :body, now())""")
        .param("hook", hook.id())
        .param("body", body)
        .update();
    jdbc.sql("update opendata.hook set position = :position where id = :id")
        .param("position", position)
        .param("id", hook.id())
        .update();
    jdbc.sql(
            """
            delete from opendata.delivery where hook = :hook and delivered_at is not null
              and id <= (select max(id) - :kept from opendata.delivery)""")
        .param("hook", hook.id())
        .param("kept", KEPT)
        .update();
  }

  /** The oldest message of a hook that waits; none overtakes another. */
  Optional<Delivery> waiting(Hook hook) {
    return jdbc.sql(
            """
            select * from opendata.delivery where hook = :hook and next_at is not null
            order by id limit 1""")
        .param("hook", hook.id())
        .query(Hooks::delivery)
        .optional()
        .filter(one -> !Objects.requireNonNull(one.nextAt()).isAfter(Instant.now()));
  }

  void delivered(Delivery delivery, String answer) {
    settle(delivery, answer, Instant.now(), null);
  }

  void failed(Delivery delivery, String answer, @Nullable Duration pause) {
    settle(delivery, answer, null, pause == null ? null : Instant.now().plus(pause));
  }

  private void settle(
      Delivery delivery, String answer, @Nullable Instant taken, @Nullable Instant next) {
    jdbc.sql(
            """
            update opendata.delivery set attempts = attempts + 1, answer = :answer,
              next_at = :next, delivered_at = :taken where id = :id""")
        .param("answer", answer)
        .param("next", next == null ? null : Timestamp.from(next))
        .param("taken", taken == null ? null : Timestamp.from(taken))
        .param("id", delivery.id())
        .update();
  }

  private static Hook read(ResultSet row, int number) throws SQLException {
    return new Hook(
        row.getObject("id", UUID.class),
        row.getString("address"),
        row.getString("secret"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "paused_at"),
        row.getLong("position"));
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    return new Delivery(
        row.getLong("id"),
        row.getObject("hook", UUID.class),
        row.getTimestamp("made_at").toInstant(),
        row.getString("body"),
        row.getInt("attempts"),
        instant(row, "next_at"),
        instant(row, "delivered_at"),
        row.getString("answer"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
