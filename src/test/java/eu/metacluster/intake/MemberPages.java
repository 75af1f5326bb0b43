package eu.metacluster.intake;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.screening.Committee;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations with a public page that are members, for tests. */
public class MemberPages {

  private final Committee committee;
  private final Records records;
  private final Lifecycle lifecycle;
  private final HeldRoles roles;
  private final JdbcClient jdbc;

  /** On the product that is tested. */
  public MemberPages(
      Committee committee, Records records, Lifecycle lifecycle, HeldRoles roles, JdbcClient jdbc) {
    this.committee = committee;
    this.records = records;
    this.lifecycle = lifecycle;
    this.roles = roles;
    this.jdbc = jdbc;
  }

  /** The public page of an organisation with this ROR. */
  public UUID organisation(String ror, String name) {
    Identifier identifier = Identifier.of(Identifier.Scheme.ROR, ror);
    committee.propose(
        committee.origin(),
        new Finding(
            RecordKind.ORGANISATION,
            ror,
            List.of(identifier),
            List.of(Finding.Fact.of(Field.TITLE, name)),
            List.of(),
            new Finding.Locator(0, 0, 0),
            ror.getBytes(StandardCharsets.UTF_8)));
    UUID record = records.find(identifier).orElseThrow().id();
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    return record;
  }

  /** Makes a record one that nobody has checked for long. */
  public void unchecked(UUID record) {
    jdbc.sql("update grid.record set checked_on = '1999-05-01' where id = ?")
        .param(record)
        .update();
  }

  /** The member with this ROR, and those who administer it. */
  public UUID member(String ror, String name, Identity... administrators) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into membership.entity (id, handle, type, country, state, ror)
            values (?, ?, 'CLUSTER', 'BE', 'ACCEPTED', ?)""")
        .params(id, "asked-" + id, ror)
        .update();
    jdbc.sql(
            """
            insert into membership.name (id, entity, kind, name, from_day)
            values (gen_random_uuid(), ?, 'NAME', ?, '2020-01-01')""")
        .params(id, name)
        .update();
    jdbc.sql(
            """
            insert into membership.period (id, entity, standing, from_day)
            values (gen_random_uuid(), ?, 'MEMBER', '2020-01-01')""")
        .param(id)
        .update();
    for (Identity one : administrators) {
      roles.give(one.account(), "ADMINISTRATOR", "organisation", id, null, one.account());
    }
    return id;
  }
}
