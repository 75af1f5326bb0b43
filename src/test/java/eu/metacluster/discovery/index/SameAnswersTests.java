package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.Alike;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Nearest;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.discovery.search.Sorting;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real records in both engines: every question has the same answer. */
class SameAnswersTests {

  private static final int PROJECTS = 1_500;
  private static final int QUESTIONS = 400;

  @TempDir static Path folder;
  private static List<Both> real = List.of();
  private static final List<Engine> ENGINES = new ArrayList<>();
  private static GridSearch here;
  private static GridSearch there;
  private static Alike alikeHere;
  private static Alike alikeThere;

  private final Random random = new Random(5);

  @BeforeAll
  static void fill() throws IOException {
    String address = OpenSearchProcess.shared().address();
    real = RealDocuments.of(PROJECTS);
    Engine lucene = new GridIndex(folder, false);
    Engine server = new OpenSearchIndex(new OpenSearchServer(address), "same");
    ENGINES.addAll(List.of(lucene, server));
    for (Engine engine : ENGINES) {
      assertThat(engine.position()).isZero();
      long before = System.nanoTime();
      long seq = 0;
      for (Both both : real) {
        engine.put(
            both.document().record().id(),
            IndexDocument.of(both.document(), both.projects()),
            false);
        if (++seq % 1_000 == 0) {
          engine.commitNowAndThen(seq);
        }
      }
      engine.show();
      engine.commitNowAndThen(seq);
      System.out.printf(
          "%s: %d documents in %.1f s%n",
          engine.getClass().getSimpleName(), real.size(), (System.nanoTime() - before) / 1e9);
    }
    here = new IndexSearch(lucene, SOME);
    there = new IndexSearch(server, SOME);
    alikeHere = new IndexAlike(lucene);
    alikeThere = new IndexAlike(server);
  }

  @AfterAll
  static void close() throws IOException {
    for (Engine engine : ENGINES) {
      engine.close();
    }
  }

  /** A meaning that is the same everywhere: every question is near to a few records. */
  private static final Nearest SOME =
      new Nearest() {
        @Override
        public List<UUID> of(String question, int most) {
          Random near = new Random(question.hashCode());
          return near.ints(most, 0, real.size())
              .distinct()
              .mapToObj(at -> real.get(at).document().record().id())
              .toList();
        }

        @Override
        public long generation() {
          return 0;
        }
      };

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Questions as people type them, made of what the records say. */
  private List<GridQuery> questions() {
    List<String> words = RealDocuments.words(real);
    List<GridRecord> records = real.stream().map(both -> both.document().record()).toList();
    List<GridRecord> projects =
        records.stream().filter(record -> record.kind() == RecordKind.PROJECT).toList();
    List<GridQuery> questions = new ArrayList<>();
    while (questions.size() < QUESTIONS) {
      GridRecord project = any(projects);
      String one = any(words);
      String other = any(words);
      String typed =
          switch (random.nextInt(20)) {
            case 0 -> "";
            case 1, 2 -> one;
            case 3, 4 -> one + " " + other;
            case 5 -> "\"" + two(project.title()) + "\"";
            case 6 -> one + " -" + other;
            case 7 -> String.valueOf(project.acronym());
            case 8 -> project.handle().substring(2);
            case 9 -> mistyped(one);
            case 10 -> one.substring(0, 4) + "*";
            case 11 -> "title:" + one;
            case 12 -> "country:" + any(List.of("DE", "france", "el", "Poland,Spain")) + " " + one;
            case 13 -> "org:" + any(List.of("université", "Fraunhofer", "CNRS", "universitat"));
            case 14 -> "programme:" + any(project.programmes()) + " " + one;
            case 15 -> "year:" + any(List.of("2023", "2022-2024", "-2023", "2026-"));
            case 16 -> "call:" + any(project.calls()).toLowerCase(java.util.Locale.ROOT);
            case 17 -> "who works on " + one + " and " + other + " in hospitals";
            case 18 -> project.title();
            default -> any(records).title();
          };
      questions.add(
          new GridQuery(
              typed,
              filters(),
              any(List.of(Sorting.values())),
              random.nextInt(4) == 0 ? 1 + random.nextInt(40) : 1));
    }
    return questions;
  }

  private static String two(String title) {
    String[] words = title.split("\\s+", -1);
    return words.length < 2 ? title : words[0] + " " + words[1];
  }

  private static String mistyped(String word) {
    return word.substring(0, 2) + word.charAt(3) + word.charAt(2) + word.substring(4);
  }

  private Map<Facet, Set<String>> filters() {
    Map<Facet, Set<String>> filters = new EnumMap<>(Facet.class);
    for (int i = random.nextInt(3); i > 0; i--) {
      switch (random.nextInt(8)) {
        case 0, 1 -> filters.put(Facet.KIND, Set.of("project"));
        case 2 -> filters.put(Facet.COUNTRY, new TreeSet<>(List.of("DE", "FR")));
        case 3 -> filters.put(Facet.PILLAR, Set.of("diagnosis"));
        case 4 -> filters.put(Facet.FRESHNESS, Set.of("year"));
        case 5 -> filters.put(Facet.BUDGET, new TreeSet<>(List.of("under-1m", "nothing")));
        case 6 -> filters.put(Facet.REGION, Set.of("FR10"));
        default -> filters.put(Facet.YEAR, new TreeSet<>(List.of("2022", "2023", "2024")));
      }
    }
    return filters;
  }

  @Test
  void everyQuestionHasTheSameAnswer() {
    int answered = 0;
    for (GridQuery query : questions()) {
      Found one = here.find(query, 10);
      Found other = there.find(query, 10);
      String asked = query.address("");
      assertThat(other.total()).as(asked).isEqualTo(one.total());
      assertThat(other.counts()).as(asked).isEqualTo(one.counts());
      assertThat(other.names()).as(asked).isEqualTo(one.names());
      assertThat(other.hint()).as(asked).isEqualTo(one.hint());
      assertThat(other.page()).as(asked).isEqualTo(one.page());
      assertThat(other.pages()).as(asked).isEqualTo(one.pages());
      assertThat(handles(other.rows())).as(asked).isEqualTo(handles(one.rows()));
      assertThat(there.count(query)).as(asked).isEqualTo(here.count(query));
      assertThat(there.total(query)).as(asked).isEqualTo(here.total(query));
      answered += one.total() > 0 ? 1 : 0;
    }
    assertThat(answered).as("questions with an answer").isGreaterThan(QUESTIONS / 2);
  }

  private static List<String> handles(List<Row> rows) {
    return rows.stream().map(Row::handle).toList();
  }

  @Test
  void everythingIsHandedOverInTheSameOrder() {
    for (Sorting sorting : Sorting.values()) {
      GridQuery query = GridQuery.EVERYTHING.by(sorting);
      assertThat(handles(all(there, query)))
          .as(sorting.word())
          .isEqualTo(handles(all(here, query)));
    }
    assertThat(all(there, GridQuery.EVERYTHING)).isEqualTo(all(here, GridQuery.EVERYTHING));
    List<Row> few = new ArrayList<>();
    there.each(GridQuery.EVERYTHING, 3, few::add);
    assertThat(few).hasSize(3);
  }

  private static List<Row> all(GridSearch search, GridQuery query) {
    List<Row> rows = new ArrayList<>();
    search.each(query, 100_000, rows::add);
    return rows;
  }

  @Test
  void mapsAndFiguresAreTheSame() {
    List<Census.Pair> pairs =
        List.of(
            new Census.Pair(Facet.YEAR, Facet.PILLAR),
            new Census.Pair(Facet.TECHNOLOGY, Facet.CANCER));
    List<GridQuery> some = new ArrayList<>(List.of(GridQuery.EVERYTHING));
    some.addAll(questions().subList(0, 25));
    for (GridQuery query : some) {
      String asked = query.address("");
      same(asked, search -> search.census(query, pairs));
      same(asked, search -> search.shares(query));
      same(asked, search -> search.contribution(query));
      same(asked, search -> search.spread(query, 3).countries());
      same(asked, search -> search.spread(query).organisations());
      same(
          asked,
          search ->
              search.seats(query, seat -> true).stream()
                  .map(seat -> seat.organisation() + " " + seat.projects())
                  .toList());
      same(asked, search -> search.open().find(query).counts());
      assertThat(there.spread(query).regions())
          .as(asked)
          .usingElementComparator(
              Comparator.comparing(eu.metacluster.discovery.search.Spread.Region::code)
                  .thenComparing(eu.metacluster.discovery.search.Spread.Region::organisations)
                  .thenComparing(eu.metacluster.discovery.search.Spread.Region::projects))
          .isEqualTo(here.spread(query).regions());
    }
    same("figures", search -> search.figures(LocalDate.of(2026, 1, 1)));
  }

  private static void same(String asked, Function<GridSearch, Object> what) {
    assertThat(what.apply(there)).as(asked).isEqualTo(what.apply(here));
  }

  @Test
  void whatIsChosenIsCountedHoweverSeldomItIs() {
    for (Facet facet : List.of(Facet.REGION, Facet.ORGANISATION, Facet.CALL)) {
      for (GridSearch search : List.of(here, there)) {
        String seldom = search.values(GridQuery.EVERYTHING, facet).getLast().value();
        Found found = search.find(GridQuery.EVERYTHING.with(facet, seldom));
        assertThat(found.of(facet))
            .as(facet + " " + seldom)
            .contains(new Found.Count(seldom, found.total()));
        assertThat(found.total()).isPositive();
      }
    }
  }

  @Test
  void theSameIsSuggested() {
    for (int i = 0; i < 150; i++) {
      GridRecord record = any(real).document().record();
      String title = i % 3 == 0 ? record.label() : record.title();
      String typed = title.substring(0, Math.min(title.length(), 2 + i % 14));
      assertThat(handles(there.suggest(typed, 8)))
          .as(typed)
          .isEqualTo(handles(here.suggest(typed, 8)));
    }
  }

  @Test
  void theSameIsAlike() {
    List<String> stems =
        RealDocuments.words(real).stream()
            .map(word -> WordQuery.tokensOf(word).getFirst())
            .limit(300)
            .toList();
    assertThat(alikeThere.documents()).isEqualTo(alikeHere.documents());
    assertThat(alikeThere.frequencies(stems)).isEqualTo(alikeHere.frequencies(stems));
    for (int from = 0; from + 12 < stems.size(); from += 12) {
      List<String> some = stems.subList(from, from + 12);
      assertThat(alikeThere.alike(some, RecordKind.PROJECT, 20))
          .isEqualTo(alikeHere.alike(some, RecordKind.PROJECT, 20));
    }
  }

  @Test
  void bothAnswerInTime() {
    Map<String, GridQuery> asked = new LinkedHashMap<>();
    asked.put("everything", GridQuery.EVERYTHING);
    asked.put("two words", GridQuery.EVERYTHING.saying("cancer patients").by(Sorting.RELEVANCE));
    asked.forEach(
        (name, query) ->
            List.of(here, there)
                .forEach(
                    search -> {
                      long before = System.nanoTime();
                      for (int i = 0; i < 20; i++) {
                        search.find(query.with(Facet.YEAR, "2" + (100 + i)));
                      }
                      double millis = (System.nanoTime() - before) / 20e6;
                      System.out.printf(
                          "%s, %s: %.1f ms%n", name, search == here ? "here" : "there", millis);
                      assertThat(millis).isLessThan(2_000);
                    }));
  }
}
