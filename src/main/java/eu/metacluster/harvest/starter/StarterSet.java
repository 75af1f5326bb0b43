package eu.metacluster.harvest.starter;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the starter set into an empty grid at the first start, and takes it back on request. It is
 * loaded once: whoever removed it does not get it again.
 */
@Component
@Profile("!command")
@Order(10)
public class StarterSet implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(StarterSet.class);

  /** Runs of sources count from 1; the starter set is the one run before them. */
  private static final long RUN = -1;

  private final JdbcClient jdbc;
  private final Sources sources;
  private final Intake intake;
  private final Lifecycle lifecycle;
  private final Records records;
  private final Journal journal;
  private final TransactionTemplate transaction;
  private final boolean wanted;

  StarterSet(
      JdbcClient jdbc,
      Sources sources,
      Intake intake,
      Lifecycle lifecycle,
      Records records,
      Journal journal,
      TransactionTemplate transaction,
      @Value("${metacluster.starter-set:true}") boolean wanted) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.intake = intake;
    this.lifecycle = lifecycle;
    this.records = records;
    this.journal = journal;
    this.transaction = transaction;
    this.wanted = wanted;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (wanted && records.counts().isEmpty()) {
      transaction.executeWithoutResult(status -> loadOnce());
    }
  }

  /** Whether the set is in the grid now. */
  public boolean present() {
    return source().isPresent();
  }

  private Optional<Long> source() {
    return jdbc.sql("select source from harvest.starter_set where removed_at is null")
        .query(Long.class)
        .optional();
  }

  /** Two nodes that start together load it once: the row's key decides. */
  void loadOnce() {
    int first =
        jdbc.sql(
                "insert into harvest.starter_set (one, source) values (true, 0) on conflict do nothing")
            .update();
    if (first == 0) {
      return;
    }
    long source =
        sources.register(
            "Starter set", 1000, "CC-BY-4.0", "European Union, CORDIS, snapshot of 6 Dec 2025");
    jdbc.sql("update harvest.starter_set set source = :source").param("source", source).update();
    List<Finding> findings = StarterFile.findings();
    intake.accept(new Origin(source, RUN, Instant.now()), findings);
    List<UUID> authorised =
        findings.stream()
            .filter(finding -> finding.kind() != RecordKind.ORGANISATION)
            .flatMap(finding -> records.find(finding.identifiers().getFirst()).stream())
            .map(GridRecord::id)
            .toList();
    lifecycle.publish(
        authorised, Map.of(), new Lifecycle.Reason(null, null, Lifecycle.STARTER_SET));
    journal.append(
        new NewEntry("harvest.starter-loaded", null, null, Map.of("records", findings.size())));
    LOG.info("Loaded the starter set: {} records.", findings.size());
  }

  /**
   * Takes the set back: its claims are gone, and what only it stated is no longer public.
   *
   * @param actor account of the person who asked
   */
  public void remove(UUID actor) {
    transaction.executeWithoutResult(
        status ->
            source()
                .ifPresent(
                    source -> {
                      intake.rollback(new Origin(source, RUN, Instant.now()));
                      jdbc.sql("update harvest.starter_set set removed_at = now()").update();
                      journal.append(
                          new NewEntry("harvest.starter-removed", null, actor, Map.of()));
                    }));
  }
}
