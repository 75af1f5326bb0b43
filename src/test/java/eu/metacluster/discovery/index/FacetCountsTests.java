package eu.metacluster.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values are counted right when there are more of them than are counted for every answer, and more
 * combinations than have a number.
 */
class FacetCountsTests {

  private static final int RECORDS = 60_000;
  private static final int FIRST = RECORDS / 4;

  /** The last ones have organisations that are often there and nowhere before. */
  private static final int LATE = 2_000;

  private static final int ORGANISATIONS = 150_000;
  private static final String PART = "part";

  @TempDir static Path folder;
  private static final List<Made> made = new ArrayList<>();
  private static FSDirectory directory;
  private static DirectoryReader reader;
  private static FacetSearcher searcher;

  /** The index as it was when it was a quarter as large. */
  private static @Nullable DirectoryReader small;

  /** A record: its values by facet, and in which part of the whole it is. */
  private record Made(Map<Facet, Set<String>> values, String part) {}

  @BeforeAll
  static void write() throws IOException {
    directory = FSDirectory.open(folder);
    Random random = new Random(7);
    try (IndexWriter writer =
        new IndexWriter(
            directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int i = 0; i < RECORDS; i++) {
        Made one = one(random, i);
        made.add(one);
        writer.addDocument(document(one));
        if (i == FIRST || i == RECORDS * 3 / 4) {
          writer.commit();
          small = small == null ? DirectoryReader.open(directory) : small;
        }
      }
    }
    reader = DirectoryReader.open(directory);
    assertThat(reader.leaves()).hasSizeGreaterThan(2);
    searcher = new FacetSearcher(reader, new SegmentMemory());
    assertThat(searcher.values())
        .as("more organisations than are counted for every answer")
        .isGreaterThan(FacetNames.FAR + ORGANISATIONS / 4);
    assertThat(searcher.facets().together(new int[] {1, 2})).as("all are taken").isNegative();
  }

  @AfterAll
  static void close() throws IOException {
    reader.close();
    Objects.requireNonNull(small).close();
    directory.close();
  }

  private static Made one(Random random, int at) {
    Map<Facet, Set<String>> values = new HashMap<>();
    for (int partner = random.nextInt(10); partner >= 0; partner--) {
      double share = random.nextDouble();
      int who = (int) (share * share * share * ORGANISATIONS);
      values.computeIfAbsent(Facet.ORGANISATION, f -> new TreeSet<>()).add("org-" + who);
      values.computeIfAbsent(Facet.COUNTRY, f -> new TreeSet<>()).add("C" + who % 30);
    }
    values.put(Facet.KIND, Set.of(random.nextInt(3) == 0 ? "project" : "organisation"));
    values.put(Facet.YEAR, Set.of("20" + (10 + random.nextInt(20))));
    values.put(Facet.CALL, Set.of("call-" + random.nextInt(4_000)));
    values.put(Facet.PROGRAMME, Set.of("programme-" + random.nextInt(100)));
    if (at > RECORDS - LATE) {
      int who = random.nextInt(24);
      values.put(Facet.ORGANISATION, Set.of("late-" + who, "org-" + random.nextInt(30)));
      return new Made(values, "late");
    }
    String part = at % 1_000 == 0 ? "tiny" : at % 10 == 1 ? "some" : "most";
    return new Made(values, part);
  }

  private static Document document(Made one) {
    Document document = new Document();
    document.add(new StringField(PART, one.part(), Field.Store.NO));
    one.values()
        .forEach((facet, values) -> values.forEach(value -> document.add(field(facet, value))));
    return document;
  }

  private static Field field(Facet facet, String value) {
    return new KeywordField(
        FacetFilter.FIELD,
        DrillDownQuery.term(FacetFilter.FIELD, facet.word(), value).bytes(),
        Field.Store.NO);
  }

  @Test
  void countsAreThoseOfTheLongWay() throws IOException {
    for (String part : List.of("", "most", "some", "tiny", "late")) {
      Query query = part.isEmpty() ? new MatchAllDocsQuery() : new TermQuery(new Term(PART, part));
      FacetCounts counted = FacetCounts.of(searcher, query, Map.of(), Facet::most);
      Predicate<Made> found = one -> part.isEmpty() || one.part().equals(part);
      assertThat(counted.total()).isEqualTo(made.stream().filter(found).count());
      for (Facet facet : Facet.values()) {
        assertThat(counted.most().get(facet))
            .as("%s of %s", facet, part)
            .isEqualTo(longWay(found, facet, facet.most()));
      }
    }
  }

  @Test
  void numbersAreHandedOutAnewWhenTheIndexHasGrown() throws IOException {
    SegmentMemory memory = new SegmentMemory();
    FacetSearcher before = new FacetSearcher(Objects.requireNonNull(small), memory);
    assertThat(before.values()).as("some are seldom").isGreaterThan(FacetNames.FAR);
    FacetSearcher again = new FacetSearcher(small, memory);
    assertThat(again.facets()).isSameAs(before.facets());
    FacetSearcher after = new FacetSearcher(reader, memory);
    assertThat(after.facets()).isNotSameAs(before.facets());
    Query all = new MatchAllDocsQuery();
    assertThat(FacetCounts.of(after, all, Map.of(), Facet::most))
        .isEqualTo(FacetCounts.of(searcher, all, Map.of(), Facet::most));
    assertThat(FacetCounts.of(before, all, Map.of(), Facet::most).total())
        .isEqualTo(small.numDocs());
  }

  @Test
  void allValuesOfAFacetAreThere() throws IOException {
    Query query = new TermQuery(new Term(PART, "some"));
    FacetCounts counted =
        FacetCounts.of(
            searcher,
            query,
            Map.of(),
            facet -> facet == Facet.ORGANISATION ? Integer.MAX_VALUE : 0);
    assertThat(counted.most().get(Facet.ORGANISATION))
        .isEqualTo(longWay(one -> one.part().equals("some"), Facet.ORGANISATION, RECORDS * 10));
    assertThat(counted.most().get(Facet.COUNTRY)).isEmpty();
  }

  @Test
  void whatIsChosenIsCountedHoweverSeldomItIs() throws IOException {
    List<Count> all = longWay(one -> true, Facet.ORGANISATION, RECORDS * 10);
    Count seldom =
        all.stream()
            .filter(
                one -> searcher.facets().known(Facet.ORGANISATION, one.value()) >= FacetNames.FAR)
            .toList()
            .getLast();
    Set<String> own = Set.of(seldom.value());
    Set<String> years = Set.of("2011", "2012");
    FacetCounts counted =
        FacetCounts.of(
            searcher,
            new MatchAllDocsQuery(),
            Map.of(Facet.ORGANISATION, own, Facet.YEAR, years),
            Facet::most);
    Predicate<Made> inYears =
        one -> years.containsAll(one.values().getOrDefault(Facet.YEAR, Set.of()));
    Predicate<Made> his =
        one -> one.values().getOrDefault(Facet.ORGANISATION, Set.of()).containsAll(own);
    assertThat(counted.total()).isEqualTo(made.stream().filter(inYears.and(his)).count());
    assertThat(counted.most().get(Facet.YEAR)).isEqualTo(longWay(his, Facet.YEAR, 60));
    assertThat(counted.most().get(Facet.COUNTRY))
        .isEqualTo(longWay(his.and(inYears), Facet.COUNTRY, 300));
    List<Count> organisations = longWay(inYears, Facet.ORGANISATION, RECORDS * 10);
    List<Count> expected = new ArrayList<>(organisations.subList(0, Facet.ORGANISATION.most()));
    organisations.stream().filter(one -> own.contains(one.value())).forEach(expected::add);
    assertThat(counted.most().get(Facet.ORGANISATION)).isEqualTo(expected);
  }

  private static List<Count> longWay(Predicate<Made> found, Facet facet, int most) {
    Map<String, Integer> counts = new HashMap<>();
    made.stream()
        .filter(found)
        .flatMap(one -> one.values().getOrDefault(facet, Set.of()).stream())
        .forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(one -> new Count(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingLong(Count::count).reversed().thenComparing(Count::value))
        .limit(most)
        .toList();
  }
}
