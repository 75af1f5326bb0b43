package eu.metacluster.intake.permission;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.screening.deciding.Authorising;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person wrote waits for its owner's permission; a correction becomes part of the record
 * that it corrects.
 */
@Component
class Holding implements Authorising {

  private final JdbcClient jdbc;
  private final Submissions submissions;
  private final Permissions permissions;
  private final Lifecycle lifecycle;

  Holding(JdbcClient jdbc, Submissions submissions, Permissions permissions, Lifecycle lifecycle) {
    this.jdbc = jdbc;
    this.submissions = submissions;
    this.permissions = permissions;
    this.lifecycle = lifecycle;
  }

  @Override
  public Set<UUID> takeOver(
      Collection<UUID> records, Map<UUID, List<Finding.Fact>> facets, Lifecycle.Reason reason) {
    Set<UUID> taken = new HashSet<>();
    for (Submission given : submissions.ofRecords(records)) {
      UUID record = Objects.requireNonNull(given.record());
      if (taken.contains(record)) {
        continue;
      }
      if (given.target() != null) {
        merge(given, record, given.target(), reason);
        taken.add(record);
      } else if (!permissions.covers(given)) {
        hold(given, record, facets, reason);
        taken.add(record);
      }
    }
    return taken;
  }

  private void merge(Submission given, UUID record, UUID target, Lifecycle.Reason reason) {
    UUID merge = lifecycle.merge(record, target, reason);
    jdbc.sql(
            """
            insert into intake.merge (submission, merge) values (:id, :merge)
            on conflict (submission) do update set merge = excluded.merge""")
        .param("id", given.id())
        .param("merge", merge)
        .update();
  }

  private void hold(
      Submission given,
      UUID record,
      Map<UUID, List<Finding.Fact>> facets,
      Lifecycle.Reason reason) {
    Map<UUID, List<Finding.Fact>> own = new HashMap<>(facets);
    own.keySet().retainAll(Set.of(record));
    lifecycle.authorise(List.of(record), own, reason);
    permissions.ask(given);
  }

  @Override
  public void takeBack(Collection<UUID> records, Lifecycle.Reason reason) {
    for (Submission given : submissions.ofRecords(records)) {
      jdbc.sql("delete from intake.merge where submission = :id returning merge")
          .param("id", given.id())
          .query(UUID.class)
          .optional()
          .ifPresent(merge -> lifecycle.unmerge(merge, reason));
    }
  }
}
