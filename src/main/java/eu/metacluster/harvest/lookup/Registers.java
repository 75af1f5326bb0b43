package eu.metacluster.harvest.lookup;

import eu.metacluster.grid.Identifier;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who gives which names. Their addresses can be set, for a mirror or another version. */
@Component
final class Registers {

  private static final Pattern GRANT = Pattern.compile("\\d{6,9}");
  private static final Pattern OF_ZENODO = Pattern.compile("10\\.5281/zenodo\\.\\d+");

  private final Register cordis;
  private final Register crossref;
  private final Register dataCite;
  private final Register zenodo;
  private final Register trials;
  private final Register ror;

  Registers(
      @Value("${metacluster.lookup.cordis:https://cordis.europa.eu/project/id/{id}?format=xml}")
          String cordis,
      @Value("${metacluster.lookup.crossref:https://api.crossref.org/works/{id}}") String crossref,
      @Value("${metacluster.lookup.datacite:https://api.datacite.org/dois/{id}}") String dataCite,
      @Value("${metacluster.lookup.zenodo:https://zenodo.org/api/records?q=doi:%22{id}%22}")
          String zenodo,
      @Value("${metacluster.lookup.trials:https://clinicaltrials.gov/api/v2/studies/{id}}")
          String trials,
      @Value("${metacluster.lookup.ror:https://api.ror.org/v2/organizations/{id}}") String ror) {
    this.cordis = new Register("cordis-web", "CORDIS", cordis, false);
    this.crossref = new Register("crossref", "Crossref", crossref, true);
    this.dataCite = new Register(DataCiteJson.ID, "DataCite", dataCite, true);
    this.zenodo = new Register("zenodo", "Zenodo", zenodo, true);
    this.trials = new Register("clinicaltrials", "ClinicalTrials.gov", trials, true);
    this.ror = new Register("ror", "ROR", ror, true);
  }

  /** Those to ask about a name, one after the other until one knows it; none for other names. */
  List<Register> of(Identifier name) {
    return switch (name.scheme()) {
      case GRANT -> GRANT.matcher(name.value()).matches() ? List.of(cordis) : List.of();
      case NCT -> List.of(trials);
      case ROR -> List.of(ror);
      case DOI ->
          OF_ZENODO.matcher(name.value()).matches()
              ? List.of(zenodo, dataCite)
              : List.of(crossref, dataCite);
      default -> List.of();
    };
  }
}
