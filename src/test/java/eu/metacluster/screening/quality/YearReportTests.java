package eu.metacluster.screening.quality;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.support.ProductTest;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the committee did in a year is counted once, for everybody, as a page and as a file. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class YearReportTests {

  private static final Year YEAR = Year.of(2019);

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @Autowired YearReports reports;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;

  /** Moves all that happened to a case into a year that no other test uses. */
  private void then(CaseFile file, int day) {
    var at = LocalDate.of(YEAR.getValue(), 3, day).atStartOfDay().atOffset(ZoneOffset.UTC);
    for (String sql :
        new String[] {
          "update screening.case set opened_at = ? where id = ?",
          "update screening.vote set at = ? where case_id = ?",
          "update screening.decision set at = ? where case_id = ?"
        }) {
      jdbc.sql(sql).params(at, file.id()).update();
    }
  }

  @Test
  void aYearIsCountedWithItsVotesAndWithoutWhatWasTakenBack() {
    CaseFile in = committee.newCase();
    CaseFile out = committee.newCase();
    CaseFile undone = committee.newCase();
    settings.twoPerson(committee.chief.account(), true);
    try {
      deciding.vote(committee.ada, in.handle(), Committee.authorise(in));
      deciding.vote(committee.ben, in.handle(), Committee.authorise(in));
      deciding.vote(committee.ada, out.handle(), Committee.authorise(out));
      deciding.vote(committee.ben, out.handle(), Committee.decline(out));
      deciding.vote(committee.eve, out.handle(), Committee.decline(out));
    } finally {
      settings.twoPerson(committee.chief.account(), false);
    }
    deciding.vote(committee.ada, undone.handle(), Committee.decline(undone));
    deciding.undo(committee.ada, undone.handle());
    then(in, 1);
    then(out, 2);
    then(undone, 3);

    YearReport report = reports.of(YEAR);
    assertThat(report.received()).isEqualTo(3);
    assertThat(report.handedIn()).isZero();
    assertThat(report.of("authorise")).isEqualTo(1);
    assertThat(report.of("decline")).isEqualTo(1);
    assertThat(report.undone()).isEqualTo(1);
    assertThat(report.persons()).isEqualTo(3);
    assertThat(report.together()).isEqualTo(2);
    assertThat(report.times()).as("nobody handed anything in").isNull();
    assertThat(report.agreement().pairs()).isEqualTo(2);
    assertThat(report.agreement().share()).isEqualTo(0.5);
    assertThat(report.asProposed()).as("both were proposed as core").isEqualTo(0.5);
    assertThat(report.criteria())
        .extracting(cited -> cited.criterion().key())
        .containsExactly("enabling", "not-cancer");
    assertThat(report.sources())
        .singleElement()
        .isEqualTo(new SourcePrecision("Source of a test", 2, 1, 0));

    assertThat(mvc.get().uri("/committee/2019"))
        .hasStatusOk()
        .bodyText()
        .contains("The committee's work in 2019", "Source of a test", "50")
        .doesNotContain("Ada");
    assertThat(mvc.get().uri("/committee/2019.csv"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "2019,decisions,authorise,count,1", "2019,sources,Source of a test,precision,0.5");
    assertThat(reports.years()).contains(YEAR);
  }

  @Test
  void aYearWithoutCasesHasNoReport() {
    assertThat(mvc.get().uri("/committee/1850")).hasStatus(404).bodyText().contains("MC-1534");
    assertThat(mvc.get().uri("/committee/1850.csv")).hasStatus(404);
    assertThat(mvc.get().uri("/committee/2000000000")).hasStatus(404);
    assertThat(mvc.get().uri("/committee/99999999999")).hasStatus(400);
    assertThat(mvc.get().uri("/committee/x")).hasStatus(400);
    assertThat(mvc.get().uri("/committee")).hasStatus3xxRedirection();
  }
}
