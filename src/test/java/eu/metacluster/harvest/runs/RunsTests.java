package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Followers;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.RealCut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A source in: tried out, run, run again, taken back. */
@ProductTest
class RunsTests {

  private static final Identifier FIRST = Identifier.of(Scheme.GRANT, "101069359");

  @Autowired SourceRegister sources;
  @Autowired RunQueue queue;
  @Autowired Runs runs;
  @Autowired RunLog log;
  @Autowired Ending ending;
  @Autowired Records records;
  @Autowired SnapshotBytes snapshots;
  @Autowired Followers followers;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @Test
  void aDryRunWritesNothingARunOnceAndARollbackTakesItBack() throws Exception {
    Path bundle = RealCut.of(folder, 0, 40);
    SourceRow source = sources.add("Runs " + folder, "cordis-csv", bundle.toString(), null);

    RunRow dry = done(queue.start(source.id(), bundle.toString(), true, null));
    assertThat(dry.state()).isEqualTo(RunState.FINISHED);
    assertThat(dry.outcome().created()).isGreaterThan(100);
    assertThat(dry.outcome().claimsWritten()).isGreaterThan(2_000);
    assertThat(log.changes(dry.id(), 0, 10_000)).hasSizeGreaterThan(2_000);

    RunRow first = done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(first.outcome().created()).isEqualTo(dry.outcome().created());
    assertThat(first.outcome().claimsWritten()).isGreaterThan(2_000);
    assertThat(first.progress().found())
        .isEqualTo(first.outcome().created() + first.outcome().changed());
    GridRecord record = records.find(FIRST).orElseThrow();
    assertThat(record.state()).isEqualTo(RecordState.CANDIDATE);

    RunRow again = done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(again.unchangedPayload()).isTrue();
    assertUnchanged(again, first);

    Files.writeString(bundle.resolve("notes.txt"), "the same rows in another payload");
    RunRow read = done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(read.unchangedPayload()).isFalse();
    assertUnchanged(read, first);

    assertThat(ending.rollBack(first.id(), null).state()).isEqualTo(RunState.ROLLED_BACK);
    assertThatThrownBy(() -> ending.rollBack(first.id(), null)).isInstanceOf(Refusal.class);
    assertThat(records.find(FIRST).map(GridRecord::state))
        .isIn(Optional.empty(), Optional.of(RecordState.WITHDRAWN));

    RunRow after = done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(after.outcome().claimsWritten()).isEqualTo(first.outcome().claimsWritten());
  }

  @Test
  void everyClaimLeadsToItsBytes() throws Exception {
    Path bundle = RealCut.of(folder, 1000, 20);
    SourceRow source = sources.add("Bytes " + folder, "cordis-csv", bundle.toString(), null);
    RunRow run = done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(run.state()).isEqualTo(RunState.FINISHED);

    String grant = Files.readAllLines(bundle.resolve("project.csv")).get(1).substring(1, 10);
    GridRecord record = records.find(Identifier.of(Scheme.GRANT, grant)).orElseThrow();
    List<ClaimView> claims = records.claims(record.id());
    assertThat(claims).hasSizeGreaterThan(10);
    for (ClaimView claim : claims) {
      Finding.Locator at = claim.at();
      String row =
          new String(
              snapshots.slice(at.snapshot(), at.offset(), at.length()), StandardCharsets.UTF_8);
      assertThat(row).startsWith("\"" + grant + "\";").endsWith("\"");
      if (claim.field() == Field.TITLE) {
        assertThat(row).contains(claim.value().replace("\"", "\"\""));
      }
    }
    long snapshot = claims.getFirst().at().snapshot();
    assertThat(snapshots.find(snapshot).orElseThrow().size())
        .isIn(Files.size(bundle.resolve("project.csv")), Files.size(bundle.resolve("topics.csv")));
  }

  @Test
  void aRunThatCannotBeReadSaysWhy() throws Exception {
    Files.writeString(folder.resolve("project.csv"), "\"title\"\n\"no id\"\n");
    SourceRow source = sources.add("Bad " + folder, "cordis-csv", folder.toString(), null);
    RunRow run = done(queue.start(source.id(), folder.toString(), false, null));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.message()).isEqualTo("harvest.refusal.no_id_column");
    RunRow gone = done(queue.start(source.id(), folder + "/nowhere", false, null));
    assertThat(gone.message()).isEqualTo("harvest.refusal.not_there");
  }

  @Test
  void aSourceThatIsRenamedTakesItsCasesAlong() throws Exception {
    Path bundle = RealCut.of(folder, 3000, 5);
    SourceRow source = sources.add("Former " + folder, "cordis-csv", bundle.toString(), null);
    done(queue.start(source.id(), bundle.toString(), false, null));
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    int cases = cases("Former " + folder);
    assertThat(cases).isPositive();

    Map<String, String> fields = Map.of("name", "Later " + folder, "connector", "cordis-csv");
    sources.change(source.id(), SourceForm.of(fields), UUID.randomUUID());
    assertThat(followers.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    assertThat(cases("Former " + folder)).isZero();
    assertThat(cases("Later " + folder)).isEqualTo(cases);
  }

  private int cases(String source) {
    return jdbc.sql("select count(*) from screening.case where :source = any(sources)")
        .param("source", source)
        .query(Integer.class)
        .single();
  }

  private static void assertUnchanged(RunRow run, RunRow first) {
    assertThat(run.outcome().created()).isZero();
    assertThat(run.outcome().changed()).isZero();
    assertThat(run.outcome().claimsWritten()).isZero();
    assertThat(run.outcome().claimsEnded()).isZero();
    assertThat(run.outcome().confirmed()).isEqualTo(first.progress().found());
  }

  private RunRow done(long id) throws IOException, InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    RunRow run = runs.get(id);
    while (run.state().open() && System.nanoTime() < until) {
      Thread.sleep(50);
      run = runs.get(id);
    }
    return run;
  }
}
