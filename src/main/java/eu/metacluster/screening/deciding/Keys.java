package eu.metacluster.screening.deciding;

import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseFile.Purpose;
import eu.metacluster.screening.cases.Cases;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How many reviewers a case needs, by the rules that are set. */
@Component
public class Keys {

  private final Settings settings;
  private final Cases cases;
  private final ObjectProvider<OwnPages> ownPages;

  Keys(Settings settings, Cases cases, ObjectProvider<OwnPages> ownPages) {
    this.settings = settings;
    this.cases = cases;
    this.ownPages = ownPages;
  }

  /** Whether a decision on this case takes two reviewers who agree. */
  public boolean two(CaseFile file) {
    return settings.twoPerson() && !spared(file);
  }

  /** Whether the two-person rule holds, but not for this case, as a member keeps its own page. */
  public boolean spared(CaseFile file) {
    if (!settings.twoPerson() || !settings.oneForOwn() || file.purpose() != Purpose.AUTHORISE) {
      return false;
    }
    List<UUID> records = cases.members(file);
    return ownPages.stream().anyMatch(known -> known.own(records));
  }
}
