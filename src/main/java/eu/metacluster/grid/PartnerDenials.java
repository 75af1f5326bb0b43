package eu.metacluster.grid;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks the participations that were said not to be so. As with other claims, a denial hides what
 * was stated until then and nothing that is stated anew later; it counts for as long as it holds.
 */
final class PartnerDenials {

  private static final String WORD = "partner: ";

  /** The claims' index and the participations' hold few rows: what nobody denied costs nothing. */
  private static final String CONCERNED =
      """
      with root as materialized (
        select distinct coalesce(r.merged_into, r.id) as id from grid.record r
        where r.id = any(:ids)),
      member as materialized (
        select root.id, root.id as root from root
        union select m.id, m.merged_into from grid.record m
        where m.merged_into in (select id from root))
      select distinct m.root from member m
      where exists (select 1 from grid.claim c where c.record = m.id and c.field = 'not')
        or exists (select 1 from grid.participation p
          where p.project = m.id and p.denied_at is not null)""";

  private static final String MARK =
      """
      with member as materialized (
        select m.id, coalesce(m.merged_into, m.id) as root from grid.record m
        where m.id = any(:roots) or m.merged_into = any(:roots)),
      said as materialized (
        select m.root, coalesce(o.merged_into, o.id) as organisation,
          split_part(c.value, ' ', 3) as role, max(c.retrieved_at) as at
        from member m
        join grid.claim c on c.record = m.id and c.field = 'not' and c.ended_run is null
        join grid.record o on o.id
          = case when c.value ~ '^partner: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12} '
              then split_part(c.value, ' ', 2)::uuid end
        group by 1, 2, 3),
      judged as (
        select p.project, p.id, s.at from member m
        join grid.participation p on p.project = m.id
        join grid.record o on o.id = p.organisation
        left join said s on s.root = m.root and s.role = p.role
          and s.organisation = coalesce(o.merged_into, o.id) and s.at >= p.retrieved_at)
      update grid.participation p set denied_at = j.at from judged j
      where p.project = j.project and p.id = j.id and p.denied_at is distinct from j.at""";

  private PartnerDenials() {}

  /** The value of a {@link Field#NOT} claim by which an organisation takes no part in a role. */
  static String denial(UUID organisation, String role) {
    return WORD + organisation + " " + role;
  }

  /**
   * Marks anew the participations in these records and in those merged with them.
   *
   * @return whether one was hidden or came back
   */
  static boolean apply(JdbcClient jdbc, Collection<UUID> records) {
    List<UUID> concerned =
        records.isEmpty()
            ? List.of()
            : jdbc.sql(CONCERNED)
                .param("ids", records.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    return !concerned.isEmpty()
        && jdbc.sql(MARK).param("roots", concerned.toArray(UUID[]::new)).update() > 0;
  }
}
