package eu.metacluster.discovery.matching;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is near, and why. */
@ProductTest
class MatcherTests {

  private final String asked = Plot.number();
  private final String near = Plot.number();
  private final String far = Plot.number();
  private final String hidden = Plot.number();
  private final String lab = Plot.number();
  private final String clinic = Plot.number();
  private final String farm = Plot.number();

  @Autowired ApplicationContext product;
  @Autowired Matcher matcher;
  @Autowired MockMvcTester mvc;
  private Plot plot;

  @BeforeEach
  void fourProjects() {
    plot = new Plot(product);
    Finding at = Plot.organisation(lab, "Laboratory " + lab, "BE", "BE100");
    Finding bed = Plot.organisation(clinic, "Clinic " + clinic, "NL", "NL329");
    Finding field = Plot.organisation(farm, "Farm " + farm, "NL", "NL329");
    plot.stated(
        at,
        bed,
        field,
        project(
            asked,
            "Exhaled droplets of glioma",
            "Zebrafish avatars of glioma, kept as strain" + asked,
            at),
        project(
            near,
            "Glioma in zebrafish",
            "Zebrafish avatars of strain" + asked + " show how glioma grows.",
            at,
            bed),
        project(far, "Rye bread", "Yeast strains for bakeries.", field),
        project(hidden, "Zebrafish and glioma avatars", "Zebrafish avatars of glioma.", field));
    plot.published(asked);
    plot.published(near);
    plot.published(far);
  }

  private static Finding project(String grant, String title, String text, Finding... partners) {
    return Plot.project(
        grant,
        Map.of(Field.TITLE, title + " " + grant, Field.SUMMARY, text, Field.CANCER, "brain"),
        List.of(partners));
  }

  private List<GridRecord> records(List<Match> matches) {
    return matches.stream().map(Match::record).toList();
  }

  @Test
  void theNearestProjectComesFirstWithItsReasons() {
    List<Match> found = matcher.records(matcher.of(plot.record(asked)), RecordKind.PROJECT, 50);

    Match nearest =
        found.stream()
            .filter(one -> one.record().id().equals(plot.record(near).id()))
            .findFirst()
            .orElseThrow();
    assertThat(nearest.score()).isGreaterThan(1);
    assertThat(nearest.reasons())
        .extracting(Reason::kind)
        .contains(Reason.Kind.WORDS, Reason.Kind.CANCER, Reason.Kind.PARTNERS);
    assertThat(nearest.reasons().getFirst().values()).isNotEmpty();
    assertThat(records(found)).extracting(GridRecord::id).doesNotContain(plot.record(far).id());
    assertThat(records(found))
        .doesNotContain(plot.record(asked), plot.record(hidden))
        .extracting(GridRecord::id)
        .doesNotContain(plot.record(hidden).id());
  }

  @Test
  void partnersAreFoundThroughNearProjectsAndThoseThereAreLeftOut() {
    List<Match> found = matcher.organisations(matcher.of(plot.record(asked)), 50);

    Match best =
        found.stream()
            .filter(one -> one.record().id().equals(plot.record(clinic).id()))
            .findFirst()
            .orElseThrow();
    assertThat(best.reasons().getFirst().records())
        .extracting(GridRecord::id)
        .contains(plot.record(near).id())
        .doesNotContain(plot.record(hidden).id());
    assertThat(records(found)).extracting(GridRecord::id).doesNotContain(plot.record(lab).id());
  }

  @Test
  void anOrganisationIsMatchedByItsProjects() {
    List<Match> found = matcher.organisations(matcher.of(plot.record(lab)), 50);

    Match clinics =
        found.stream()
            .filter(one -> one.record().id().equals(plot.record(clinic).id()))
            .findFirst()
            .orElseThrow();
    assertThat(clinics.reasons())
        .filteredOn(reason -> reason.kind() == Reason.Kind.TOGETHER)
        .extracting(Reason::number)
        .containsExactly(1L);
  }

  @Test
  void aTextIsEnoughAndAnyTextGetsAnAnswer() {
    assertThat(records(matcher.records(matcher.of("glioma in zebrafish"), RecordKind.PROJECT, 9)))
        .extracting(GridRecord::id)
        .contains(plot.record(near).id());
    for (String odd : List.of("???", "the of and", "\u202e𝕏 ☃ ".repeat(200), "a AND (b OR")) {
      assertThat(matcher.records(matcher.of(odd), RecordKind.CALL, 9)).isNotNull();
      assertThat(matcher.organisations(matcher.of(odd), 9)).isNotNull();
    }
  }

  @Test
  void thePagesSayWhatIsNearAndWhy() {
    assertThat(mvc.get().uri(plot.record(asked).path()))
        .hasStatusOk()
        .bodyText()
        .contains("Similar projects", plot.record(asked).path() + "/similar");
    assertThat(mvc.get().uri(plot.record(hidden).path() + "/similar")).hasStatus(404);
    assertThat(mvc.get().uri(plot.record(asked).path() + "/similar"))
        .hasStatusOk()
        .bodyText()
        .contains("Similar projects", "Glioma in zebrafish " + near, "In common:")
        .doesNotContain("Zebrafish and glioma avatars " + hidden);
    assertThat(mvc.get().uri("/match?for=organisations&like=" + plot.record(asked).path()))
        .hasStatusOk()
        .bodyText()
        .contains("Clinic " + clinic);
    assertThat(mvc.get().uri("/match?text=glioma+in+zebrafish"))
        .hasStatusOk()
        .bodyText()
        .contains("Glioma in zebrafish " + near);
    assertThat(mvc.get().uri("/match?like=" + plot.record(hidden).path()))
        .hasStatus(404)
        .bodyText()
        .contains("MC-1601");
    assertThat(mvc.get().uri("/match?like=//x&text=%00&for=%27")).hasStatus(404);
  }
}
