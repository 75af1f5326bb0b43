package eu.metacluster.harvest.lookup;

import eu.metacluster.harvest.LookUp;
import eu.metacluster.harvest.fetch.Remotely;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;

/** Look-ups whose registers are a server on loopback. */
@TestComponent
public class LookUps {

  private final Readers readers;

  LookUps(Readers readers) {
    this.readers = readers;
  }

  /** Asks {@code base} below a folder for each register, such as {@code /trials/NCT02576665}. */
  public LookUp at(URI base, Path data) {
    return at(base.toString(), data, Duration.ofSeconds(10), true);
  }

  LookUp at(String base, Path data, Duration longest, boolean anyPort) {
    Registers registers =
        new Registers(
            base + "/cordis/{id}?format=xml",
            base + "/crossref/{id}",
            base + "/datacite/{id}",
            base + "/zenodo?q=doi:%22{id}%22",
            base + "/trials/{id}",
            base + "/ror/{id}");
    return new SourcesLookUp(registers, readers, Remotely.web(), data, longest, anyPort);
  }
}
