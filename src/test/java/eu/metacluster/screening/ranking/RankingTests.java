package eu.metacluster.screening.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Finding;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What the committee decides changes what it reads next, also against the fitted model. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class RankingTests {

  private static final String SAILS =
      "Sailing boats with canvas sails cross the lake before the wind, tacking past the buoys.";
  private static final String STEEL =
      "Steel piles corrode at sea, and welds crack where waves load the foundations of turbines.";

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Ranking ranking;

  @Test
  void aCommitteeThatWantsSomethingElseGetsItFirst() {
    List<Finding> findings = new ArrayList<>();
    List<String> sails = new ArrayList<>();
    List<String> steel = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sails.add(Committee.number());
      steel.add(Committee.number());
      findings.add(
          Committee.project(
              sails.getLast(), "S" + sails.getLast(), "Regatta " + sails.getLast(), SAILS));
      findings.add(
          Committee.project(
              steel.getLast(), "T" + steel.getLast(), "Piles " + steel.getLast(), STEEL));
    }
    committee.propose(committee.origin(), findings.toArray(Finding[]::new));
    for (int i = 0; i < 8; i++) {
      CaseFile yes = committee.caseOf(sails.get(i));
      CaseFile no = committee.caseOf(steel.get(i));
      deciding.vote(committee.ada, yes.handle(), Committee.authorise(yes));
      deciding.vote(committee.ada, no.handle(), Committee.decline(no));
    }

    ranking.refit();
    float wanted = committee.caseOf(sails.get(10)).priority();
    float unwanted = committee.caseOf(steel.get(10)).priority();
    assertThat(wanted).isGreaterThan(unwanted);
    assertThat(ranking.refit()).as("nothing new was decided").isZero();
  }
}
