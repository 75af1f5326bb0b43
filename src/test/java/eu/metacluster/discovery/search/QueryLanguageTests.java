package eu.metacluster.discovery.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.Found.Count;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What can be typed, and what it finds. Every engine must answer so. */
@ProductTest
class QueryLanguageTests {

  private static final String GRANT = Plot.number();
  private static final String OTHER = Plot.number();
  private static final Finding BERLIN =
      Plot.organisation(Plot.number(), "Charité Zwiebelturm", "DE", "DE300");
  private static final Finding LYON =
      Plot.organisation(Plot.number(), "Institut Quenelle", "FR", "FRK26");

  @Autowired ApplicationContext product;
  @Autowired GridSearch search;

  @BeforeEach
  void twoProjects() {
    Plot plot = new Plot(product);
    plot.stated(BERLIN, LYON, onions(), dumplings());
    plot.published(GRANT);
    plot.published(OTHER);
  }

  private static Finding onions() {
    return Plot.project(
        GRANT,
        Map.ofEntries(
            Map.entry(Field.TITLE, "Zwiebelography of renal tumours"),
            Map.entry(Field.ACRONYM, "ONI-ON"),
            Map.entry(Field.SUMMARY, "Quenelles are mentioned only here."),
            Map.entry(Field.CANCER, "kidney_bladder"),
            Map.entry(Field.START_DATE, "2021-06-01"),
            Map.entry(Field.END_DATE, "2023-05-31"),
            Map.entry(Field.PROGRAMME, "ZWI.2.1"),
            Map.entry(Field.CALL, "ZWI-MISS-2021-CANCER-02"),
            Map.entry(Field.FUNDER, "Fondation Zwiebel"),
            Map.entry(Field.CONTRIBUTION, "2500000")),
        List.of(BERLIN, LYON));
  }

  private static Finding dumplings() {
    return Plot.project(
        OTHER,
        Map.of(
            Field.TITLE, "Quenelles and zwiebelography",
            Field.ACRONYM, "DUMPLING",
            Field.START_DATE, "2024-01-01",
            Field.CONTRIBUTION, "90000"),
        List.of(LYON));
  }

  private static GridQuery asking(String words, String... more) {
    MultiValueMap<String, String> address = new LinkedMultiValueMap<>(Map.of("q", List.of(words)));
    for (int i = 0; i < more.length; i += 2) {
      address.add(more[i], more[i + 1]);
    }
    return GridQuery.of(address);
  }

  private List<String> projects(String words) {
    return search.find(asking(words, "kind", "project")).rows().stream()
        .map(row -> String.valueOf(row.acronym()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zwiebelography | DUMPLING,ONI-ON",
        "zwiebelography zwiebelography zwiebelography zwiebelography renal | ONI-ON",
        "title:quenelle | DUMPLING",
        "titre:quenelles | DUMPLING",
        "quenelles -title:renal | DUMPLING",
        "acronym:dumpling | DUMPLING",
        "acronym:dump* | DUMPLING",
        "oni-on | ONI-ON",
        "organisation:\"Charité Zwiebelturm\" | ONI-ON",
        "partner:zwiebelturm | ONI-ON",
        "zwiebelography country:de | ONI-ON",
        "zwiebelography country:Allemagne | ONI-ON",
        "zwiebelography country:DE,FR | DUMPLING,ONI-ON",
        "zwiebelography -country:DE | DUMPLING",
        "programme:zwi.2 | ONI-ON",
        "programme:ZWI.2.1 | ONI-ON",
        "programme:ZWI.2.11 | ''",
        "call:ZWI-MISS-2021 | ONI-ON",
        "ZWI-MISS-2021-CANCER-02 | ONI-ON",
        "funder:zwiebel | ONI-ON",
        "zwiebelography year:2022 | ONI-ON",
        "zwiebelography year:2022-2026 | DUMPLING,ONI-ON",
        "zwiebelography year:-2020 | ''",
        "zwiebelography year:2024- | DUMPLING",
        "zwiebelography year:soon | ''",
      })
  void fieldsNarrowWhatIsFound(String words, String acronyms) {
    List<String> expected = acronyms.isEmpty() ? List.of() : List.of(acronyms.split(",", -1));
    assertThat(projects(words)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void whatIsNumberedOrCalledSoComesFirst() {
    assertThat(projects(GRANT)).containsExactly("ONI-ON");
    assertThat(projects("id:" + GRANT)).containsExactly("ONI-ON");
    assertThat(projects("https://cordis.europa.eu/project/id/" + GRANT)).containsExactly("ONI-ON");
    assertThat(search.find(asking("Institut Quenelle")).rows().getFirst().title())
        .isEqualTo("Institut Quenelle");
  }

  @Test
  void aTypingErrorFindsWhatIsSpeltNearlySoAndSaysIt() {
    Found found = search.find(asking("zwibelography", "kind", "project"));
    assertThat(found.total()).isEqualTo(2);
    assertThat(found.hint().alike()).isTrue();
    assertThat(found.hint().meant()).isEqualTo("zwiebelography");
    assertThat(found.hint().count()).isEqualTo(2);

    assertThat(search.find(asking("zwiebelography")).hint()).isEqualTo(Found.Hint.NONE);
    assertThat(search.find(asking("\"zwibelography\"")).total()).as("a phrase is meant").isZero();
    String wrong = GRANT.substring(0, 8) + "x";
    assertThat(search.find(asking(wrong)).total()).as("numbers are meant").isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "onion | ONI-ON",
        "oni on | ONI-ON",
        "acronym:onion | ONI-ON",
        "dumpl | DUMPLING",
        "zwiebelography of ren | ONI-ON",
        "zwiebelography of renal tum | ONI-ON",
        "renal tumor zwiebelography | ONI-ON",
        "\"renal tumors\" zwiebelography | ONI-ON",
        "renal zwiebelog | ONI-ON",
        "quenelles and zwiebelog | DUMPLING,ONI-ON",
        "zwiebel ography | DUMPLING,ONI-ON",
        "renaltumours | ONI-ON",
        "zwiebelographyrenaltumours | ONI-ON",
        "dumlpi | DUMPLING",
        "dumplm | DUMPLING",
        "ZWI-MISS-2021-CANCER | ONI-ON",
        "ZWI-MISS-2021 | ONI-ON",
      })
  void whatIsHalfTypedRunTogetherTornApartOrSpeltOtherwiseIsFound(String words, String acronyms) {
    assertThat(projects(words)).containsExactlyInAnyOrder(acronyms.split(",", -1));
  }

  @Test
  void aNumberIsFoundWhateverStandsBesideIt() {
    for (String typed :
        List.of("grant agreement No. %s", "Grant %s,", "(%s)", "GAP-%s", "[%s]", "see %s.")) {
      assertThat(projects(typed.formatted(GRANT))).as(typed).startsWith("ONI-ON");
    }
  }

  @Test
  void aNameThatBeginsSoComesBeforeWhatMentionsIt() {
    assertThat(search.find(asking("Institut Quenel")).rows().getFirst().title())
        .isEqualTo("Institut Quenelle");
    assertThat(search.find(asking("Charite Zwiebel")).rows().getFirst().title())
        .isEqualTo("Charité Zwiebelturm");
  }

  @Test
  void theDistinctiveWordsOfANameFindTheInstituteFirst() {
    Plot plot = new Plot(product);
    String word = "zq" + letters(Plot.number());
    String institute = "INSTITUT " + word.toUpperCase(Locale.ROOT);
    List<Finding> places =
        Stream.of(word + " Transfer", "Fondation " + word, institute)
            .map(name -> Plot.organisation(Plot.number(), name, "FR", "FRK26"))
            .toList();
    String grant = Plot.number();
    Finding project = Plot.project(grant, Map.of(Field.TITLE, "Three of a name"), places);
    plot.stated(Stream.concat(places.stream(), Stream.of(project)).toArray(Finding[]::new));
    plot.published(grant);
    List<Row> rows = search.find(asking(word)).rows();
    assertThat(rows).hasSize(4);
    assertThat(rows.getFirst().title()).isEqualTo(institute);
  }

  private static String letters(String number) {
    return number
        .chars()
        .mapToObj(digit -> String.valueOf((char) ('a' + digit - '0')))
        .collect(joining());
  }

  @Test
  void aQuestionThatNamesACountryIsAnsweredWithWhatTakesPlaceThere() {
    for (String question :
        List.of(
            "who works on zwiebelography in Germany",
            "qui travaille sur zwiebelography en Allemagne")) {
      Found found = search.find(asking(question, "kind", "project"));
      assertThat(found.rows()).as(question).extracting(Row::acronym).containsExactly("ONI-ON");
      assertThat(found.hint().country()).isEqualTo("DE");
      assertThat(search.total(asking(question, "kind", "project"))).isEqualTo(1);
    }
    Found some = search.find(asking("juggling upside-down zwiebelography in Germany"));
    assertThat(some.rows()).as("some words, and there").extracting(Row::acronym).contains("ONI-ON");
    assertThat(some.rows()).extracting(Row::acronym).doesNotContain("DUMPLING");
    Found without = search.find(asking("who works on zwiebelography quenelles", "kind", "project"));
    assertThat(without.hint().country()).isNull();
    assertThat(search.find(asking("zwiebelography in Germany country:FR")).hint().country())
        .as("fields say it already")
        .isNull();
  }

  @Test
  void whatIsFoundOtherwiseIsCountedAndTakenAlongTheSame() {
    for (String words : List.of("dumpl", "renaltumours", "zwibelography", "oni on", "onion")) {
      GridQuery asked = asking(words, "kind", "project");
      Found found = search.find(asked);
      List<String> taken = new ArrayList<>();
      search.each(asked, 100, row -> taken.add(String.valueOf(row.acronym())));
      assertThat(found.total()).as(words).isPositive().isEqualTo(search.total(asked));
      assertThat(taken).containsExactlyElementsOf(projects(words));
      assertThat(search.spread(asked).projects())
          .as("the map of %s", words)
          .isEqualTo(found.total());
    }
  }

  @Test
  void signsThatAreNoWordsShowEverythingAndSaySo() {
    for (String signs : List.of("\"", "-", "?!", "***", "a-".repeat(60), "🎗")) {
      Found found = search.find(asking(signs));
      assertThat(found.hint().unread()).as(signs).isTrue();
      assertThat(found.total()).isEqualTo(search.find(asking("")).total());
    }
    for (String words : List.of("", "zwiebelography", "-zwiebelography", "? zwiebelography !")) {
      assertThat(search.find(asking(words)).hint().unread()).as(words).isFalse();
    }
  }

  @Test
  void aQuestionOfWhichNothingHasAllWordsFindsWhatHasSome() {
    Found found = search.find(asking("which zwiebelography projects juggle quenelles upside-down"));
    assertThat(found.rows().stream().map(Row::acronym)).contains("DUMPLING", "ONI-ON");
    assertThat(found.hint()).isNotEqualTo(Found.Hint.NONE);
  }

  @Test
  void wordsAreOnlyPutTogetherToWhatSomebodyWrites() {
    Found found = search.find(asking("zwiebelography renal tumours quenelles juggle tapirs"));
    assertThat(found.rows().stream().map(Row::acronym)).contains("ONI-ON");
    assertThat(found.hint().meant()).isNull();
  }

  @Test
  void facetsCountWhatTheRecordsSay() {
    Found found = search.find(asking("zwiebelography", "kind", "project"));
    assertThat(found.of(Facet.REGION))
        .contains(
            new Count("DE3", 1), new Count("DE30", 1), new Count("DE300", 1), new Count("FRK", 2));
    assertThat(found.of(Facet.BUDGET))
        .containsExactlyInAnyOrder(new Count("under-3m", 1), new Count("under-100k", 1));
    assertThat(found.of(Facet.TISSUE)).containsExactly(new Count("KIDNEY", 1));
    assertThat(found.of(Facet.FUNDER)).containsExactly(new Count("Fondation Zwiebel", 1));
    assertThat(found.of(Facet.END)).containsExactly(new Count("2023", 1));
    assertThat(found.of(Facet.ROLE)).contains(new Count("coordinator", 2));
    assertThat(found.of(Facet.FRESHNESS).stream().mapToLong(Count::count).sum()).isEqualTo(2);
    assertThat(found.of(Facet.ORGANISATION)).hasSize(2);
    assertThat(found.names().values()).contains("Charité Zwiebelturm", "Institut Quenelle");

    String berlin =
        found.names().entrySet().stream()
            .filter(name -> name.getValue().startsWith("Charité"))
            .findFirst()
            .orElseThrow()
            .getKey();
    Found there = search.find(asking("zwiebelography", "kind", "project", "organisation", berlin));
    assertThat(there.total()).isEqualTo(1);
    assertThat(there.of(Facet.ORGANISATION)).as("its own group stays").hasSize(2);
    String band = found.of(Facet.FRESHNESS).getFirst().value();
    assertThat(search.find(asking("zwiebelography", "kind", "project", "freshness", band)).total())
        .isEqualTo(found.of(Facet.FRESHNESS).getFirst().count());
  }

  @Test
  void countsDoNotDependOnThePageTheOrderOrWhetherTheyWereCountedBefore() {
    GridQuery asked = asking("zwiebelography", "country", "FR", "pillar", "prevention");
    Found first = search.find(asked);
    assertThat(search.find(asked).counts()).isEqualTo(first.counts());
    assertThat(search.find(asked.by(Sorting.TITLE)).counts()).isEqualTo(first.counts());
    assertThat(search.find(asked.without(Facet.PILLAR)).total())
        .isEqualTo(search.count(asked.without(Facet.PILLAR)));
  }

  @Test
  void partsOfWhatWasTypedCanBeLeftOutAndReplaced() {
    SearchWords typed = SearchWords.parse("lung -title:\"two words\" onco* ");
    SearchWords.Part middle = typed.parts().get(1);
    assertThat(middle.field()).isEqualTo(SearchField.TITLE);
    assertThat(middle.excluded()).isTrue();
    assertThat(typed.raw(middle)).isEqualTo("-title:\"two words\"");
    assertThat(typed.without(middle)).isEqualTo("lung  onco*");
    assertThat(typed.with(typed.parts().getFirst(), "liver"))
        .isEqualTo("liver -title:\"two words\" onco* ");
    assertThat(SearchWords.parse("http://x.y").parts().getFirst().field()).isNull();
    assertThat(SearchWords.parse("title:").parts()).hasSize(1);
    assertThat(SearchWords.parse("title: x").parts().getFirst().field()).isNull();
  }

  private List<String> suggested(String typed) {
    return search.suggest(typed, 5).stream().map(Row::title).toList();
  }

  @Test
  void whatMayBeTypedIsSuggested() {
    String title = "Zwiebelography of renal tumours";
    assertThat(suggested("oni-")).as("an acronym").containsExactly(title);
    assertThat(suggested(GRANT)).as("a number").contains(title);
    assertThat(suggested("zwiebelog ren")).as("words").isEmpty();
    assertThat(suggested("renal zwiebelog")).as("the last word unfinished").containsExactly(title);
    assertThat(suggested("charite zwieb")).as("a name").containsExactly("Charité Zwiebelturm");
    assertThat(suggested("")).isEmpty();
    assertThat(suggested("\"*(~ \\")).isEmpty();
    new Plot(product).reopened(GRANT);
    assertThat(suggested("oni-")).as("what is not public").isEmpty();
  }
}
