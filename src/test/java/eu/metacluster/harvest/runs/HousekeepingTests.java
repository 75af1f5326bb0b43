package eu.metacluster.harvest.runs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.support.ProductTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs leave on the disk goes, and never what somebody still needs. */
@ProductTest
class HousekeepingTests {

  @Autowired Housekeeping housekeeping;
  @Autowired ImportRoots roots;
  @Autowired Scratch scratch;
  @Autowired SourceRegister sources;
  @Autowired Runs runs;

  private final UUID token = UUID.randomUUID();

  private Path upload(SourceRow source, String name, Duration age) throws Exception {
    Path file = roots.store(source.id(), name, new ByteArrayInputStream(new byte[] {1, 2}));
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    return file;
  }

  @Test
  void aFileThatWasReadGoesAndOneThatARunNeedsStays() throws Exception {
    SourceRow source = sources.add("Kept " + token, "cordis-csv", null, null);
    Path needed = upload(source, "needed.zip", Duration.ofDays(2));
    Path read = upload(source, "read.zip", Duration.ofDays(2));
    Path fresh = upload(source, "fresh.zip", Duration.ZERO);
    Path named = upload(source, "named.zip", Duration.ofDays(2));
    sources.add("Named " + token, "cordis-csv", named.toString(), null);
    Path own = Files.writeString(roots.roots().getFirst().resolve("mine-" + token), "kept");
    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    long run = runs.queue(source.id(), needed.toString(), false, null);
    assertThat(runs.claim(run, token)).isPresent();

    housekeeping.clean(Instant.now());
    assertThat(read).doesNotExist();
    assertThat(needed).exists();
    assertThat(fresh).exists();
    assertThat(named).exists();
    assertThat(own).exists();

    runs.fail(run, token, new Runs.Failure("MC-1413", "harvest.refusal.unreadable", null));
    housekeeping.clean(Instant.now());
    assertThat(needed).doesNotExist();
  }

  @Test
  void whatAKilledWorkerHadUnpackedGoesAndWhatIsInUseStays() throws Exception {
    SourceRow source = sources.add("Scratch " + token, "cordis-csv", null, null);
    long run = runs.queue(source.id(), "/nowhere/export", false, null);
    assertThat(runs.claim(run, token)).isPresent();
    Path used = Files.writeString(scratch.of(token).resolve("project.csv"), "in use");
    Path left = Files.writeString(scratch.of(UUID.randomUUID()).resolve("project.csv"), "left");

    housekeeping.clean(Instant.now());
    assertThat(used).exists();
    assertThat(left.getParent()).doesNotExist();

    runs.cancel(run);
    housekeeping.clean(Instant.now());
    assertThat(used.getParent()).doesNotExist();
  }
}
