package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.journal.Followers;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

@ProductTest
class SearchTests {

  @Autowired ApplicationContext product;
  private Plot plot;
  @Autowired GridSearch search;
  @Autowired Followers followers;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void plot() {
    plot = new Plot(product);
  }

  /** A word no other test uses, so that tests may share one grid. */
  private final String word = "zq" + Plot.number();

  private final String grant = Plot.number();
  private final Finding berlin = Plot.organisation(Plot.number(), "Charité " + word, "DE", "DE300");
  private final Finding paris = Plot.organisation(Plot.number(), "Institut " + word, "FR", "FR101");

  private Finding project(String number, String pillar, Finding... partners) {
    return Plot.project(
        number,
        Map.of(
            Field.TITLE,
            "Sequencing tumours of " + word,
            Field.ACRONYM,
            "AC" + number,
            Field.SUMMARY,
            "We profile circulating DNA to choose therapies.",
            Field.PILLAR,
            pillar,
            Field.START_DATE,
            "2023-05-01",
            Field.CONTRIBUTION,
            "2000"),
        List.of(partners));
  }

  private static GridQuery query(String address) {
    MultiValueMap<String, String> parameters =
        UriComponentsBuilder.fromUriString(address).build().getQueryParams();
    MultiValueMap<String, String> decoded = new org.springframework.util.LinkedMultiValueMap<>();
    parameters.forEach(
        (name, values) ->
            values.forEach(
                value ->
                    decoded.add(
                        name,
                        value == null
                            ? ""
                            : java.net.URLDecoder.decode(
                                value, java.nio.charset.StandardCharsets.UTF_8))));
    return GridQuery.of(decoded);
  }

  private List<String> titles(String words) {
    return search.find(query("?q=" + words)).rows().stream().map(Row::title).toList();
  }

  @Test
  void aCandidateIsFoundByNobodyUntilItIsAuthorisedAndNotAfterThatIsTakenBack() {
    plot.stated(berlin, project(grant, "diagnosis", berlin));
    assertThat(titles(word)).isEmpty();
    assertThat(titles(grant)).isEmpty();

    long before = System.nanoTime();
    plot.published(grant);
    assertThat(titles(word)).hasSize(2);
    assertThat(titles(grant)).containsExactly("Sequencing tumours of " + word);
    assertThat(System.nanoTime() - before).as("time to be found").isLessThan(1_000_000_000L);

    plot.reopened(grant);
    assertThat(titles(grant)).isEmpty();
    assertThat(search.find(query("?kind=project&q=" + word)).total()).isZero();
  }

  @Test
  void wordsAreFoundWhereverTheyStandAndHoweverTheyAreWritten() {
    plot.stated(berlin, paris, project(grant, "diagnosis", berlin, paris));
    plot.published(grant);

    assertThat(titles(word + " tumour")).as("stem").hasSize(1);
    assertThat(titles(word + " CHARITE")).as("accents, partner").hasSize(2);
    assertThat(titles(word + " \"circulating DNA\"")).as("phrase").hasSize(1);
    assertThat(titles(word + " \"DNA circulating\"")).as("phrase backwards").isEmpty();
    assertThat(titles(word + " -sequencing")).as("exclusion").hasSize(2);
    assertThat(titles(word + " allemagne")).as("country in French").hasSize(2);
    assertThat(titles("AC" + grant)).as("acronym first").first().asString().contains(word);
    assertThat(titles(word.substring(0, 8) + "*")).as("prefix").isNotEmpty();
    assertThat(titles(word + " molybdenum")).as("a word that is nowhere").isEmpty();
  }

  @Test
  void choosingAValueDoesNotEmptyItsOwnGroup() {
    String other = Plot.number();
    plot.stated(
        berlin, paris, project(grant, "diagnosis", berlin), project(other, "treatment", paris));
    plot.published(grant);
    plot.published(other);

    Found all = search.find(query("?kind=project&q=" + word));
    Found german = search.find(query("?kind=project&country=DE&q=" + word));
    Found both = search.find(query("?kind=project&country=DE&country=FR&q=" + word));
    Found none = search.find(query("?kind=project&country=DE&pillar=treatment&q=" + word));

    assertThat(all.of(Facet.COUNTRY)).contains(new Count("DE", 1), new Count("FR", 1));
    assertThat(german.total()).isEqualTo(1);
    assertThat(german.of(Facet.COUNTRY)).contains(new Count("DE", 1), new Count("FR", 1));
    assertThat(german.of(Facet.PILLAR)).containsExactly(new Count("diagnosis", 1));
    assertThat(both.total()).isEqualTo(2);
    assertThat(none.total()).isZero();
    assertThat(none.of(Facet.PILLAR))
        .contains(new Count("diagnosis", 1), new Count("treatment", 0));
  }

  @Test
  void anOrganisationCarriesWhatItsPublicProjectsAreAbout() {
    plot.stated(berlin, paris, project(grant, "diagnosis", berlin, paris));
    plot.published(grant);
    String question = "?kind=organisation&pillar=diagnosis&q=" + word;
    assertThat(search.find(query(question)).total()).isEqualTo(2);

    plot.reopened(grant);
    assertThat(search.find(query(question)).total()).isZero();
  }

  @Test
  void theMapCountsWhatTheTablesSay() {
    String other = Plot.number();
    plot.stated(
        berlin,
        paris,
        project(grant, "diagnosis", berlin, paris),
        project(other, "diagnosis", berlin));
    plot.published(grant);
    plot.published(other);

    Spread spread = search.spread(query("?kind=project&q=" + word));

    var counted =
        jdbc.sql(
                """
                select p.country, count(distinct p.organisation), count(distinct p.project),
                       sum(p.contribution)
                from grid.participation p join grid.record r on r.id = p.project
                where r.title like :like and p.ended_run is null and r.state = 'published'
                group by p.country order by p.country""")
            .param("like", "%" + word)
            .query(
                (row, n) ->
                    new Spread.Country(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getBigDecimal(4).setScale(2)))
            .list();
    assertThat(spread.countries()).containsExactlyElementsOf(counted);
    assertThat(counted).hasSize(2);
    assertThat(spread.projects()).isEqualTo(2);
    assertThat(spread.organisations()).isEqualTo(2);
    assertThat(spread.regions())
        .extracting(Spread.Region::code)
        .containsExactlyInAnyOrder("DE30", "FR10");
  }

  static List<String> hostile() {
    String many = "a ".repeat(5_000);
    return List.of(
        "\"",
        "\"\"\"",
        "-",
        "- - -",
        "-\"",
        "*",
        "***",
        "AND OR NOT",
        "(((((",
        "title:x AND [1 TO *]",
        "/(a+)+$/",
        "~0.5 ^^ {!x}",
        "\\",
        "\\u0000 \u0000",
        "\ud83e",
        "🧬🧬🧬",
        "שלום \u202E العربية",
        "精准医学 がん 암",
        "ОНКОЛОГИЯ ελληνικά ไทย",
        "'; drop table grid.record; --",
        "<script>alert(1)</script>",
        "x".repeat(10_000),
        many,
        "精".repeat(10_000),
        "\"" + many,
        "-a ".repeat(2_000),
        "a* b* c* aa* bb*");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void anyTextIsAnswered(String text) {
    GridQuery asked =
        GridQuery.of(MultiValueMap.fromSingleValue(Map.of("q", text, "page", "1000000000")));
    assertThat(search.find(asked).rows()).isNotNull();
    assertThat(search.spread(asked).projects()).isNotNegative();
    assertThat(query(asked.address("/grid")).page()).isEqualTo(asked.page());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?page=-1",
        "?page=x",
        "?page=99999999999999999999999",
        "?kind=nonsense&country=<>&year=%00",
        "?sort=random",
        "?kind=&country=&q=",
        "?unknown=1"
      })
  void anyAddressIsAnswered(String address) {
    Found found = search.find(query(address));
    assertThat(found.page()).isBetween(1, found.pages());
  }

  @Test
  void theIndexIsBuiltAgainWhileItAnswers() throws InterruptedException {
    plot.stated(berlin, project(grant, "diagnosis", berlin));
    plot.published(grant);
    AtomicBoolean done = new AtomicBoolean();
    AtomicBoolean failed = new AtomicBoolean();
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    try {
                      search.find(query("?q=" + word));
                    } catch (RuntimeException e) {
                      failed.set(true);
                    }
                  }
                });

    followers.reset("discovery.index", null);
    plot.caughtUp();
    done.set(true);
    asking.join();

    assertThat(failed).isFalse();
    assertThat(titles(grant)).hasSize(1);
  }

  @Test
  void anAddressSaysTheQuestionAndReadsBackTheSame() {
    GridQuery asked =
        query("?q=liquid+biopsy&pillar=diagnosis&kind=project&country=FR&country=DE&page=3");
    String address = asked.address("/grid");
    assertThat(address)
        .isEqualTo(
            "/grid?q=liquid+biopsy&kind=project&country=DE&country=FR&pillar=diagnosis&page=3");
    assertThat(asked.without(Facet.COUNTRY, "DE").address("/grid"))
        .isEqualTo("/grid?q=liquid+biopsy&kind=project&country=FR&pillar=diagnosis");
    assertThat(asked.by(Sorting.TITLE).address("/grid")).endsWith("&sort=title");
  }
}
