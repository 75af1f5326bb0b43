package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a finding of a project's own values and of what other files say about it. */
final class Projects {

  private final Set<String> seen = new HashSet<>();

  /** Whether a project has an id that was not there before in this payload; else it is logged. */
  boolean first(String id, Values values) {
    boolean first = !id.isEmpty() && seen.add(id);
    if (!first) {
      values.problem("id", id, id.isEmpty() ? Reason.NO_ID : Reason.DUPLICATE);
    }
    return first;
  }

  /**
   * Makes the finding.
   *
   * @param more facts that stand elsewhere
   */
  static Finding project(String id, Values values, List<Fact> more, List<Partner> partners) {
    Facts facts = new Facts();
    texts(values, facts);
    facts.add(Field.START_DATE, values.date("startDate"));
    facts.add(Field.END_DATE, values.date("endDate"));
    facts.add(Field.SIGNED_ON, values.date("ecSignatureDate"));
    facts.add(Field.TERMINATED_ON, values.date("terminationDate"));
    facts.add(Field.DURATION, values.knownAmount("duration"));
    facts.add(Field.TOTAL_COST, values.knownAmount("totalCost"));
    facts.add(Field.CONTRIBUTION, values.amount("ecMaxContribution"));
    facts.add(Field.GRANT, id);
    facts.addAll(more);
    identify(facts, id);
    return facts.sealed(RecordKind.PROJECT, id, List.copyOf(partners), values.place().at());
  }

  private static void texts(Values values, Facts facts) {
    facts.add(Field.TITLE, values.text("title"));
    facts.add(Field.ACRONYM, values.text("acronym"));
    facts.add(Field.SUMMARY, values.longText("objective"));
    facts.add(Field.KEYWORDS, values.text("keywords"));
    facts.add(Field.STATUS, values.text("status"));
    facts.add(Field.FRAMEWORK, values.text("frameworkProgramme"));
    facts.add(Field.SCHEME, values.text("fundingScheme"));
    facts.add(Field.MASTER_CALL, values.text("masterCall"));
    facts.add(Field.RCN, values.name("rcn"));
    facts.add(Field.DOI, values.name("grantDoi"));
  }

  private static void identify(Facts facts, String id) {
    facts.identify(Scheme.GRANT, id);
    for (Fact fact : facts.facts()) {
      switch (fact.field()) {
        case RCN -> facts.identify(Scheme.RCN, fact.value());
        case DOI -> facts.identify(Scheme.DOI, fact.value());
        case URL -> facts.identify(Scheme.URL, fact.value());
        default -> {}
      }
    }
  }
}
