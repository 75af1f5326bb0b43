package eu.metacluster.discovery.pages;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ProductTest
class PagesTests {

  @Autowired ApplicationContext product;
  private Plot plot;
  @Autowired Lifecycle lifecycle;
  @Autowired MockMvcTester mvc;

  @BeforeEach
  void plot() {
    plot = new Plot(product);
  }

  private final String grant = Plot.number();
  private final String pic = Plot.number();
  private final Finding lisbon = Plot.organisation(pic, "Hospital of " + pic, "PT", "PT170");

  private Finding project(String number, String title, List<Finding> partners) {
    return Plot.project(
        number,
        Map.of(
            Field.TITLE, title,
            Field.ACRONYM, "AC" + number,
            Field.SUMMARY, "First line.\n\nSecond <b>line</b>.",
            Field.TECHNOLOGY, "liquid_biopsy",
            Field.START_DATE, "2024-02-01",
            Field.GRANT, number,
            Field.CONTRIBUTION, "1234567.5"),
        partners);
  }

  private MvcTestResult get(String address) {
    return get(address, Locale.ENGLISH);
  }

  private MvcTestResult get(String address, Locale language) {
    return mvc.get().uri(address).header("Accept-Language", language.getLanguage()).exchange();
  }

  @Test
  void aRecordThatIsNotPublicLooksLikeOneThatIsNotThere() {
    plot.stated(lisbon, project(grant, "A hidden thing", List.of(lisbon)));
    String hidden = plot.record(grant).path();

    assertThat(get(hidden)).hasStatus(404);
    assertThat(get("/projects/no-such-handle")).hasStatus(404);
    String there = get(hidden).getResponse().getContentType();
    assertThat(get("/projects/no-such-handle").getResponse().getContentType()).isEqualTo(there);
    assertThat(get(hidden)).bodyText().contains("MC-1601").doesNotContain("A hidden thing");
    assertThat(get("/grid?q=" + grant)).bodyText().doesNotContain("A hidden thing");
    assertThat(get(plot.record(pic).path())).hasStatus(404);

    plot.published(grant);
    assertThat(get(hidden)).hasStatusOk().bodyText().contains("A hidden thing");
    assertThat(get("/grid?q=" + grant)).bodyText().contains("A hidden thing");
    assertThat(get(plot.record(pic).path())).hasStatusOk();

    plot.reopened(grant);
    assertThat(get(hidden)).hasStatus(404);
    assertThat(get("/grid?q=" + grant)).bodyText().doesNotContain("A hidden thing");
    assertThat(get(plot.record(pic).path())).hasStatus(404);
  }

  @Test
  void aFactOpensItsEvidence() {
    plot.stated(lisbon, project(grant, "An open thing", List.of(lisbon)));
    GridRecord record = plot.published(grant);

    assertThat(get(record.path()))
        .bodyText()
        .contains("Test register")
        .contains("European Union, CORDIS")
        .contains("CC-BY-4.0")
        .contains("Retrieved")
        .contains("Last confirmed")
        .contains("Authorised by the committee on")
        .contains("https://cordis.europa.eu/project/id/" + grant)
        .contains("€ 1,234,567.50".replace("€ ", "€\u00a0"))
        .contains("Second &lt;b&gt;line&lt;/b&gt;.")
        .contains("Liquid biopsy")
        .contains("Hospital of " + pic);
    assertThat(get(record.path(), Locale.FRENCH))
        .bodyText()
        .contains("Biopsie liquide")
        .contains("Portugal")
        .contains("Autorisé par le comité le");
  }

  @Test
  void sourcesThatContradictEachOtherAreBothShown() {
    plot.stated(lisbon, project(grant, "The first title", List.of(lisbon)));
    plot.stated(lisbon, project(grant, "The second title", List.of(lisbon)));
    GridRecord record = plot.published(grant);
    assertThat(get(record.path()))
        .bodyText()
        .contains("The first title")
        .contains("The second title")
        .contains("Sources differ")
        .contains("Other sources say");
  }

  @Test
  void aMergedRecordsAddressLeadsToItsSuccessor() {
    String other = Plot.number();
    plot.stated(
        lisbon,
        project(grant, "One of two", List.of(lisbon)),
        project(other, "Two of two", List.of(lisbon)));
    GridRecord from = plot.published(other);
    GridRecord into = plot.published(grant);
    lifecycle.merge(from.id(), into.id(), Plot.DECISION);
    plot.caughtUp();

    assertThat(get(from.path())).hasStatus(301).hasHeader("Location", into.path());
    assertThat(get("/grid?q=" + other)).bodyText().contains("One of two");
  }

  @Test
  void theNumberOfQueriesDoesNotGrowWithThePage() {
    String small = Plot.number();
    List<Finding> many = new ArrayList<>(List.of(lisbon));
    for (int i = 0; i < 60; i++) {
      many.add(Plot.organisation(Plot.number(), "Partner " + i, "ES", "ES300"));
    }
    List<Finding> all = new ArrayList<>(many);
    all.add(project(grant, "A large thing", many));
    all.add(project(small, "A small thing", List.of(lisbon)));
    plot.stated(all.toArray(Finding[]::new));
    String large = plot.published(grant).path();
    String little = plot.published(small).path();

    assertThat(statements(large)).hasSameSizeAs(statements(little)).hasSizeLessThanOrEqualTo(6);
    get(plot.record(many.getLast().key()).path()); // from now on it is known who is a member
    get("/?counted"); // and how fast the committee is
    assertThat(statements(plot.record(pic).path())).hasSizeLessThanOrEqualTo(6);
    assertThat(statements("/grid?q=" + grant)).isEmpty();
    assertThat(statements("/map?q=" + grant)).isEmpty();
    assertThat(statements("/")).isEmpty();
  }

  @Test
  void aVisitorsPageIsKeptUntilSomethingChangesAndIsNobodyElses() {
    plot.stated(lisbon, project(grant, "A kept thing", List.of(lisbon)));
    String path = plot.published(grant).path();
    String first = get(path).getResponse().getHeader("ETag");
    assertThat(first).as("the first answer is not from the shelf").isNull();
    MvcTestResult second = get(path);
    String tag = Objects.requireNonNullElse(second.getResponse().getHeader("ETag"), "");
    assertThat(tag).startsWith("W/");
    assertThat(second).bodyText().contains("A kept thing");
    assertThat(mvc.get().uri(path).header("If-None-Match", tag).exchange()).hasStatus(304);
    assertThat(get(path, Locale.FRENCH)).bodyText().contains("Grille");
    assertThat(
            mvc.get()
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.user("someone").roles("COMMITTEE"))
                .exchange()
                .getResponse()
                .getHeader("ETag"))
        .as("a signed-in person's page is made anew")
        .isNull();

    plot.reopened(grant);
    assertThat(get(path)).hasStatus(404);
  }

  private List<String> statements(String address) {
    try (Statements statements = new Statements()) {
      assertThat(get(address)).hasStatusOk();
      return statements.heard();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/grid",
        "/organisations",
        "/map",
        "/grid?q=%22unclosed&page=1000000000&country=ZZ&kind=x",
        "/map?show=contribution&order=name&table=regions",
        "/map?show=nothing&order=%00"
      })
  void everyPageAnswersInBothLanguagesWithAllItsWords(String address) {
    for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
      assertThat(get(address, language))
          .hasStatusOk()
          .bodyText()
          .doesNotContainPattern(">\\s*discovery\\.[a-zA-Z]")
          .doesNotContain(" style=");
    }
  }
}
