package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A call's page shows what came of it. */
@ProductTest
class CallPageTests {

  private static final int PROJECTS = 12;

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;

  private final String code = "HORIZON-TEST-" + Plot.number();
  private Plot plot;

  @BeforeEach
  void aCallWithProjects() {
    plot = new Plot(product);
    List<Finding> stated = new ArrayList<>();
    Finding clinic = Plot.organisation(Plot.number(), "Clinic of " + code, "DK", "DK011");
    stated.add(clinic);
    stated.add(Plot.call(code, "A call for tests"));
    List<String> grants = new ArrayList<>();
    for (int i = 1; i <= PROJECTS; i++) {
      String grant = Plot.number();
      grants.add(grant);
      Map<Field, String> facts =
          Map.of(
              Field.TITLE, "Outcome " + i + " of " + code,
              Field.CALL, code,
              Field.CONTRIBUTION, i + "000000");
      stated.add(Plot.project(grant, facts, List.of(clinic)));
    }
    plot.stated(stated.toArray(Finding[]::new));
    grants.subList(1, PROJECTS).forEach(plot::published);
  }

  @Test
  void itsPublicProjectsAreCountedSummedListedAndPlaced() {
    String address = plot.record(code).path();
    assertThat(mvc.get().uri(address))
        .hasStatusOk()
        .bodyText()
        .contains(code)
        .contains("<span class=\"mc-stat-value\">11</span>")
        .contains("€\u00a077.0\u00a0M")
        .contains("All 11 projects")
        .contains("/grid?kind=project&amp;call=" + code)
        .contains("Outcome 12 of", "Outcome 3 of", "Denmark")
        .doesNotContain("Outcome 2 of", "Outcome 1 of")
        .contains("Test register");
    assertThat(mvc.get().uri("/grid?kind=project&call=" + code))
        .bodyText()
        .contains("11 found", "Call: " + code);
  }

  @Test
  void aParticipationOpensItsEvidenceInPlace() {
    assertThat(mvc.get().uri(first("/grid?kind=project&call=" + code)))
        .bodyText()
        .containsPattern(
            "(?s)<details class=\"mc-evidence\">.{0,200}Test register.{0,200}mc-evidence-card"
                + ".{0,120}Clinic of "
                + code
                + ", €.1,000");
  }

  private String first(String list) {
    try {
      String body = mvc.get().uri(list).exchange().getResponse().getContentAsString();
      int at = body.indexOf("href=\"/projects/") + "href=\"".length();
      return body.substring(at, body.indexOf('"', at));
    } catch (java.io.UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }
}
