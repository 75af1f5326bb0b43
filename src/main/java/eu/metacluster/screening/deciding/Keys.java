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

  /** What a decision takes. */
  public enum Need {
    ONE,
    /** Two reviewers who agree. */
    TWO,
    /** One although two are the rule: a member keeps its own page. */
    ONE_FOR_OWN
  }

  /** What a decision on this case takes. */
  public Need need(CaseFile file) {
    if (!settings.twoPerson()) {
      return Need.ONE;
    }
    return settings.oneForOwn() && own(file) ? Need.ONE_FOR_OWN : Need.TWO;
  }

  private boolean own(CaseFile file) {
    if (file.purpose() != Purpose.AUTHORISE) {
      return false;
    }
    List<UUID> records = cases.members(file);
    return ownPages.stream().anyMatch(known -> known.own(records));
  }
}
