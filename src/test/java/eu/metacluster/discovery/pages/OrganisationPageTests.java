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

/** The page of an organisation with many projects stays short, and hides none of them. */
@ProductTest
class OrganisationPageTests {

  private static final int PROJECTS = 27;

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;

  private final String name = "Clinic of many " + Plot.number();
  private String address = "";

  @BeforeEach
  void anOrganisationWithManyProjects() {
    Plot plot = new Plot(product);
    String number = Plot.number();
    Finding clinic = Plot.organisation(number, name, "DK", "DK011");
    List<Finding> stated = new ArrayList<>(List.of(clinic));
    List<String> grants = new ArrayList<>();
    for (int i = 1; i <= PROJECTS; i++) {
      String grant = Plot.number();
      grants.add(grant);
      String day = "20" + (i < 10 ? "0" + i : i) + "-01-01";
      Map<Field, String> facts =
          Map.of(Field.TITLE, "Work " + i + " of " + name, Field.START_DATE, day);
      stated.add(Plot.project(grant, facts, List.of(clinic)));
    }
    plot.stated(stated.toArray(Finding[]::new));
    grants.forEach(plot::published);
    address = plot.record(number).path();
  }

  @Test
  void theLatestProjectsComeFirstAndTheOthersOnAWish() {
    assertThat(mvc.get().uri(address))
        .hasStatusOk()
        .bodyText()
        .contains("27 public projects, latest first")
        .contains("Work 27 of " + name, "Work 3 of " + name)
        .doesNotContain("Work 2 of " + name, "Work 1 of " + name)
        .contains("Show all 27 projects");
    assertThat(mvc.get().uri(address + "?partners=all"))
        .hasStatusOk()
        .bodyText()
        .contains("Work 27 of " + name, "Work 2 of " + name, "Work 1 of " + name)
        .doesNotContain("Show all");
  }
}
