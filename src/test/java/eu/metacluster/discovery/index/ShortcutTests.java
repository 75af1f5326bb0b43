package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.discovery.search.Spread;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted and ranked by short cuts is what the long way gives. */
class ShortcutTests {

  private static final int PROJECTS = 900;

  @TempDir static Path folder;
  private static List<Both> real = List.of();
  private static GridIndex index;

  @BeforeAll
  static void fill() throws IOException {
    real = RealDocuments.of(PROJECTS);
    index = new GridIndex(folder, false);
    long seq = 0;
    for (Both both : real) {
      put(both, false);
      if (++seq % 700 == 0) {
        index.show();
        index.commitNowAndThen(seq);
        assertThat(index.<Boolean>read(View::empty)).isFalse();
      }
    }
    for (int i = 0; i < real.size(); i += 7) {
      put(real.get(i), true);
    }
    index.show();
    index.commitNowAndThen(seq);
    index.read(
        view ->
            assertThat(((LuceneView) view).searcher().getIndexReader().leaves())
                .hasSizeGreaterThan(2));
  }

  private static void put(Both both, boolean known) throws IOException {
    UUID id = both.document().record().id();
    index.put(id, IndexDocument.of(both.document(), both.projects()), known);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @Test
  void aPartOfAnOrderIsTheSameAsTheLongWay() {
    for (Sorting sorting : Sorting.values()) {
      for (String words : List.of("", "research", "cancer patients", "data innovation")) {
        index.read(
            view -> {
              FacetSearcher searcher = ((LuceneView) view).searcher();
              Query query =
                  Asked.of(
                          view::values,
                          Sight.PAGES,
                          GridQuery.EVERYTHING,
                          WordQuery.of(SearchWords.parse(words)))
                      .narrowed();
              int[] all =
                  Arrays.stream(searcher.search(query, real.size(), Orders.of(sorting)).scoreDocs)
                      .mapToInt(hit -> hit.doc)
                      .toArray();
              assertThat(all.length).isGreaterThan(20);
              for (int from = 0; from < all.length + 50; from += 1 + from / 3) {
                int to = from + 25 + from / 5;
                assertThat(Ranking.part(searcher, query, sorting, from, to))
                    .as("%s of %s from %d", sorting, words, from)
                    .isEqualTo(
                        Arrays.copyOfRange(
                            all, Math.min(from, all.length), Math.min(to, all.length)));
              }
              return true;
            });
      }
    }
  }

  @Test
  void theBestAreTheSameAsTheLongWay() {
    List<String> questions =
        List.of(
            "",
            "research",
            "cancer",
            "cancer patients",
            "\"clinical trial\"",
            "title:cancer data",
            "data innovation -cancer",
            "univ",
            "univ*",
            "health in spain",
            "who works on cancer",
            "zebra",
            "university",
            "stockholm",
            "germany",
            "a b c d e f",
            "horizon",
            "101057048");
    for (String words : questions) {
      theBestAreTheSame(words, WordQuery.of(SearchWords.parse(words)));
      theBestAreTheSame(words, WordQuery.loosely(SearchWords.parse(words)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "cancer, 1",
    "cancer -data, 1",
    "cancer patients, 2",
    "who works on cancer, 1",
    "which projects study circulating tumour cells, 4",
    "what is known about rare tumours of small children in clinical trials, 6"
  })
  void itIsKnownHowManyWordsARecordMustHave(String words, int needed) {
    assertThat(Foremost.needed(WordQuery.of(SearchWords.parse(words)))).isEqualTo(needed);
  }

  @Test
  void theBestAreTheSameWhereNamesWeighLess() {
    for (String word : List.of("cancer", "data", "research", "health")) {
      Query upsideDown =
          new DisjunctionMaxQuery(
              List.of(
                  new BoostQuery(new TermQuery(new Term(IndexFields.TITLE, word)), 0.3f),
                  new TermQuery(new Term(IndexFields.TEXT, word))),
              0.1f);
      theBestAreTheSame(word, upsideDown);
    }
  }

  private static void theBestAreTheSame(String words, Query query) {
    index.read(
        view -> {
          FacetSearcher searcher = ((LuceneView) view).searcher();
          Query asked = Asked.of(view::values, Sight.PAGES, GridQuery.EVERYTHING, query).narrowed();
          for (int most : List.of(1, 7, 25, 100, 500)) {
            assertThat(Best.of(searcher, asked, most))
                .as("%d of %s", most, words)
                .usingElementComparator(
                    Comparator.<ScoreDoc>comparingInt(hit -> hit.doc)
                        .thenComparing(ShortcutTests::score))
                .containsExactly(
                    searcher.search(asked, most, Orders.of(Sorting.RELEVANCE)).scoreDocs);
          }
          return true;
        });
  }

  /** In thousandths. */
  private static int score(ScoreDoc hit) {
    return Math.round(((Float) ((FieldDoc) hit).fields[0]) * 1_000);
  }

  @Test
  void leafingShowsEverythingOnceInOrder() {
    IndexSearch search = new IndexSearch(index, Nearest.NONE);
    for (Sorting sorting : List.of(Sorting.NEWEST, Sorting.TITLE, Sorting.RELEVANCE)) {
      GridQuery query = GridQuery.EVERYTHING.saying("research").by(sorting);
      List<String> handed = new ArrayList<>();
      search.each(query, 100_000, row -> handed.add(row.handle()));
      List<String> leafed = new ArrayList<>();
      int pages = search.find(query, 7).pages();
      for (int page = 1; page <= pages; page++) {
        search.find(query.at(page), 7).rows().stream().map(Row::handle).forEach(leafed::add);
      }
      assertThat(leafed).as(sorting.word()).isEqualTo(handed);
    }
  }

  @Test
  void theMapCountsEachOrganisationOnce() {
    Spread spread = new IndexSearch(index, Nearest.NONE).spread(GridQuery.EVERYTHING, 2);
    Map<String, Set<UUID>> countries = new HashMap<>();
    Map<String, Set<UUID>> regions = new HashMap<>();
    Map<String, Integer> projects = new HashMap<>();
    Set<UUID> all = new HashSet<>();
    for (Both both : real) {
      Set<String> touched = new TreeSet<>();
      if (both.document().record().kind() == RecordKind.ORGANISATION) {
        UUID own = both.document().record().id();
        note(countries, both.document().record().country(), 99, own);
        note(regions, both.document().region(), 4, own);
        all.add(own);
      }
      for (PartnerLine line : both.document().partners()) {
        all.add(line.other());
        note(countries, line.country(), 99, line.other());
        if (line.country() != null) {
          touched.add(line.country());
          note(regions, line.nuts(), 4, line.other());
        }
      }
      touched.forEach(country -> projects.merge(country, 1, Integer::sum));
    }
    assertThat(spread.organisations()).isEqualTo(all.size());
    assertThat(spread.projects()).isEqualTo(PROJECTS);
    assertThat(spread.countries()).hasSize(countries.size());
    for (Spread.Country country : spread.countries()) {
      assertThat(country.organisations())
          .isEqualTo(Objects.requireNonNull(countries.get(country.iso())).size());
      assertThat(country.projects()).isEqualTo(projects.getOrDefault(country.iso(), 0).longValue());
    }
    assertThat(spread.regions()).hasSize(regions.size());
    for (Spread.Region region : spread.regions()) {
      assertThat(region.organisations())
          .as(region.code())
          .isEqualTo(Objects.requireNonNull(regions.get(region.code())).size());
    }
  }

  @Test
  void aMapThatWasCountedIsForgottenWhenSomethingChanges() throws IOException {
    IndexSearch search = new IndexSearch(index, Nearest.NONE);
    Both project = real.getFirst();
    assertThat(search.spread(GridQuery.EVERYTHING).projects()).isEqualTo(PROJECTS);
    index.remove(project.document().record().id());
    index.show();
    assertThat(search.spread(GridQuery.EVERYTHING).projects()).isEqualTo(PROJECTS - 1);
    put(project, false);
    index.show();
    assertThat(search.spread(GridQuery.EVERYTHING).projects()).isEqualTo(PROJECTS);
  }

  private static void note(
      Map<String, Set<UUID>> where,
      @org.jspecify.annotations.Nullable String place,
      int length,
      UUID who) {
    if (place != null && (length == 99 || place.length() >= length)) {
      String name = place.substring(0, Math.min(length, place.length()));
      where.computeIfAbsent(name, key -> new HashSet<>()).add(who);
    }
  }
}
