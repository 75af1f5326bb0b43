package eu.metacluster.screening.quality;

import eu.metacluster.grid.SourceVerdicts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the pages about sources how much of each the committee took in. */
@Component
class VerdictsBySource implements SourceVerdicts {

  private final Measured measured;

  VerdictsBySource(Measured measured) {
    this.measured = measured;
  }

  @Override
  public Map<String, Verdicts> bySource() {
    Map<String, Verdicts> verdicts = new HashMap<>();
    for (SourcePrecision source : measured.sources()) {
      verdicts.put(source.source(), new Verdicts(source.decided(), source.authorised()));
    }
    return verdicts;
  }
}
