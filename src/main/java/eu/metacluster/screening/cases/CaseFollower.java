package eu.metacluster.screening.cases;

import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps one case for each record that waits for the committee, as the grid's entries come in. */
@Component
public class CaseFollower implements Follower {

  private final CaseIntake intake;
  private final Sources sources;
  private final JdbcClient jdbc;

  CaseFollower(CaseIntake intake, Sources sources, JdbcClient jdbc) {
    this.intake = intake;
    this.sources = sources;
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "screening.cases";
  }

  @Override
  public void follow(List<Entry> entries) {
    entries.stream().filter(entry -> entry.kind().equals(Sources.RENAMED)).forEach(this::rename);
    Set<UUID> records = new LinkedHashSet<>();
    entries.stream()
        .filter(entry -> entry.kind().startsWith("grid.record-"))
        .map(Entry::subject)
        .filter(Objects::nonNull)
        .forEach(records::add);
    if (!records.isEmpty()) {
      intake.reconcile(records);
    }
  }

  /** Cases that are decided are not read from the grid again, but name their sources. */
  private void rename(Entry entry) {
    String from = entry.json().path("from").asString("");
    if (!sources.named(from)) {
      jdbc.sql(
              """
              update screening.case set sources = array_replace(sources, :from, :to)
              where :from = any(sources)""")
          .param("from", from)
          .param("to", entry.json().path("to").asString(""))
          .update();
    }
  }

  /** Cases that nobody has touched are opened again from the journal; what persons did stays. */
  @Override
  public void forget() {
    jdbc.sql(
            """
            delete from screening.case c where c.state = 'open'
            and not exists (select 1 from screening.vote v where v.case_id = c.id)
            and not exists (select 1 from screening.decision d where d.case_id = c.id)
            and not exists (select 1 from screening.assignment a where a.case_id = c.id)
            and not exists (
              select 1 from screening.case_member m where m.case_id = c.id and (m.split or m.joined))""")
        .update();
  }
}
