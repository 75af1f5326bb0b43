package eu.metacluster.membership;

import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisations and what was so of them on which day. */
@Component
class Entities {

  private static final int LONGEST_HANDLE = 60;

  private static final String ON =
      """
      select e.*, n.name, p.standing, s.entity is not null as suspended
      from membership.entity e
      left join lateral (select name from membership.name where entity = e.id and kind = 'NAME'
      order by (from_day <= :day and (to_day is null or to_day >= :day)) desc, from_day desc, id desc
      limit 1) n on true
      left join lateral (select standing from membership.period where entity = e.id
      and from_day <= :day and (to_day is null or to_day >= :day)
      order by from_day desc, id desc limit 1) p on true
      left join lateral (select entity from membership.suspension where entity = e.id
      and from_day <= :day and (to_day is null or to_day > :day) limit 1) s on true
      """;

  private final JdbcClient jdbc;

  Entities(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All organisations as they were on a day, by name. */
  List<Entity> on(LocalDate day) {
    return jdbc.sql(ON + " order by lower(n.name), e.id")
        .param("day", day)
        .query(Entity::of)
        .list();
  }

  /** The organisation with this handle as it was on a day. */
  Optional<Entity> find(String handle, LocalDate day) {
    return one("e.handle = :is", handle, day);
  }

  Optional<Entity> find(UUID id, LocalDate day) {
    return one("e.id = :is", id, day);
  }

  /** The organisation with this ROR as it was on a day. */
  Optional<Entity> byRor(String ror, LocalDate day) {
    return one("e.ror = :is order by e.id limit 1", ror, day);
  }

  /** The organisation with this PIC as it was on a day. */
  Optional<Entity> byPic(String pic, LocalDate day) {
    return one("e.pic = :is order by e.id limit 1", pic, day);
  }

  private Optional<Entity> one(String which, Object is, LocalDate day) {
    return jdbc.sql(ON + " where " + which)
        .param("day", day)
        .param("is", is)
        .query(Entity::of)
        .optional();
  }

  UUID open(Application application, LocalDate day) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into membership.entity (id, handle, type, country, website, ror, pic, about, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'APPLIED')
            """)
        .param(id)
        .param(handle(application.name(), id))
        .param(application.type().name())
        .param(application.country())
        .param(application.website())
        .param(application.ror())
        .param(application.pic())
        .param(application.about())
        .update();
    name(id, "NAME", application.name(), day);
    return id;
  }

  private String handle(String name, UUID id) {
    String slug =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    slug = slug.substring(0, Math.min(slug.length(), LONGEST_HANDLE)).replaceAll("-$", "");
    boolean taken =
        slug.isEmpty()
            || jdbc.sql("select exists (select from membership.entity where handle = ?)")
                .param(slug)
                .query(Boolean.class)
                .single();
    return taken ? (slug + "-" + id.toString().substring(24)).replaceAll("^-", "") : slug;
  }

  /** Moves an application on, once: two who decide at the same moment cannot both succeed. */
  void decide(UUID id, Entity.State state, @Nullable String reason) {
    int moved =
        jdbc.sql(
                """
                update membership.entity set state = ?, reason = ? where id = ? and state = 'APPLIED'
                """)
            .param(state.name())
            .param(reason)
            .param(id)
            .update();
    if (moved == 0) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1754", "membership.error.decided");
    }
  }

  /** A new name ends the one before; an alias stands beside it. */
  void name(UUID entity, String kind, String name, LocalDate from) {
    if (kind.equals("NAME")) {
      jdbc.sql(
              """
              update membership.name set to_day = greatest(from_day, ?::date - 1)
              where entity = ? and kind = 'NAME' and to_day is null
              """)
          .params(from, entity)
          .update();
    }
    jdbc.sql(
            "insert into membership.name (id, entity, kind, name, from_day) values (?, ?, ?, ?, ?)")
        .params(Ids.next(), entity, kind, name, from)
        .update();
  }

  List<Dated> names(UUID entity) {
    return jdbc.sql(
            """
            select kind, name as text, null as path, from_day, to_day from membership.name
            where entity = ? order by from_day desc, id desc
            """)
        .param(entity)
        .query(Dated::of)
        .list();
  }
}
