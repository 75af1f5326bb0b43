package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.SearchWords;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.support.OpenSearchProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.springframework.context.ApplicationContext;

/** Fills indexes with many made records for the benchmark, as the product's follower does. */
public final class SearchBench {

  /** The facets that are counted beside the product, which counts all. */
  static final List<Facet> EIGHT =
      List.of(
          Facet.KIND,
          Facet.COUNTRY,
          Facet.PILLAR,
          Facet.TECHNOLOGY,
          Facet.CANCER,
          Facet.YEAR,
          Facet.PROGRAMME,
          Facet.STATUS);

  private static final String INDEX = "million";
  private static final int PIECE = 1_000;
  private static final int SHORTEST = 5;
  private static final int SEED = 42;

  /** Words in a smaller share of the projects are not asked for. */
  private static final double LEAST = 0.02;

  /** Words in a greater share of the projects are not asked for. */
  private static final double MOST = 0.3;

  private static final int WAITING = 1;

  private SearchBench() {}

  /** Puts so many records into a product's index; gives the seconds that it took. */
  public static double fill(ApplicationContext product, int records) throws IOException {
    return fill(product.getBean(Engine.class), records);
  }

  /** Puts so many records into a server's index. */
  public static double fill(OpenSearchProcess server, int records) throws IOException {
    try (Engine engine = new OpenSearchIndex(new OpenSearchServer(server.address()), INDEX)) {
      engine.position();
      return fill(engine, records);
    }
  }

  static double fill(Engine engine, int records) throws IOException {
    long position = engine.position();
    BlockingQueue<List<Both>> made = made(ManyDocuments.of(records));
    long begin = System.nanoTime();
    for (List<Both> piece = take(made); !piece.isEmpty(); piece = take(made)) {
      engine.previous(piece.stream().map(both -> both.document().record().id()).toList());
      engine.put(
          piece.stream()
              .map(
                  both ->
                      new Engine.Draft(both.document().record().id(), () -> document(both), false))
              .toList());
      engine.showSoon();
      engine.commitNowAndThen(position);
    }
    engine.show();
    engine.read(view -> true); // until it can be found
    return (System.nanoTime() - begin) / 1e9;
  }

  static List<Both> take(BlockingQueue<List<Both>> made) throws IOException {
    try {
      return made.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Makes the records beside the one who writes them; the end is an empty piece. */
  static BlockingQueue<List<Both>> made(ManyDocuments many) {
    BlockingQueue<List<Both>> made = new ArrayBlockingQueue<>(WAITING);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                for (int from = 0; from < many.size(); from += PIECE) {
                  List<Both> piece = new ArrayList<>();
                  for (int i = from; i < Math.min(many.size(), from + PIECE); i++) {
                    piece.add(many.at(i));
                  }
                  made.put(piece);
                }
                made.put(List.of());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    return made;
  }

  /** Words of the real projects, neither rare nor in most of them, in an order of chance. */
  public static List<String> words() throws IOException {
    List<Both> projects =
        RealDocuments.of(Integer.MAX_VALUE).stream()
            .filter(both -> both.document().record().kind() == RecordKind.PROJECT)
            .toList();
    Map<String, Integer> counted = new TreeMap<>();
    for (Both both : projects) {
      String text = both.document().text().title() + " " + both.document().text().summary();
      Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
          .filter(word -> word.length() >= SHORTEST)
          .distinct()
          .forEach(word -> counted.merge(word, 1, Integer::sum));
    }
    int size = projects.size();
    List<String> words = new ArrayList<>(counted.keySet());
    words.removeIf(
        word -> {
          int in = counted.getOrDefault(word, 0);
          return in < LEAST * size || in > MOST * size;
        });
    Collections.shuffle(words, new Random(SEED));
    return words;
  }

  static Query query(String words) {
    return WordQuery.of(SearchWords.parse(words));
  }

  static Document document(Both both) throws IOException {
    return IndexDocument.of(both.document(), both.projects());
  }

  /** The path of a search on a server. */
  public static String path() {
    return "/" + INDEX + "/_search";
  }

  /** The text query with eight facets and a page of hits, as a server is asked for it. */
  public static String body(String words, int hits) {
    Map<String, Object> counts = new LinkedHashMap<>();
    EIGHT.forEach(facet -> counts.put(facet.word(), OpenSearchCounts.terms(facet, facet.most())));
    Map<String, Object> search = new LinkedHashMap<>();
    search.put("query", OpenSearchQuery.of(query(words)));
    search.put("size", hits);
    search.put("track_total_hits", true);
    search.put("_source", List.of(IndexFields.ROW));
    search.put("aggs", counts);
    return OpenSearchServer.line(search).strip();
  }
}
