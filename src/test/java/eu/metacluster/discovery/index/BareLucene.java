package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.RealDocuments.Both;
import eu.metacluster.discovery.search.Facet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * A bare program with an index of its own: the same texts and lines, the eight facets and nothing
 * else. It answers the same query by the library's own means, and says how long that took.
 */
public final class BareLucene {

  private static final FacetsConfig FACETS = new FacetsConfig();

  static {
    SearchBench.EIGHT.forEach(facet -> FACETS.setMultiValued(facet.word(), true));
  }

  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState state;

  private BareLucene(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.5f));
    state = new DefaultSortedSetDocValuesReaderState(reader, FACETS);
  }

  /**
   * Arguments: an empty folder, how many records, how many hits are shown. It says how long it took
   * to write them; then, for each line with words that it reads, the milliseconds of the answer and
   * how many were found.
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long begin = System.nanoTime();
    fill(folder, Integer.parseInt(args[1]));
    System.out.println("bare filled " + (System.nanoTime() - begin) / 1e9);
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory);
        BufferedReader asked =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      BareLucene bare = new BareLucene(reader);
      for (String words = asked.readLine(); words != null; words = asked.readLine()) {
        long before = System.nanoTime();
        int found = bare.answer(words, Integer.parseInt(args[2]));
        System.out.println("bare " + (System.nanoTime() - before) / 1e6 + " " + found);
      }
    }
    System.exit(0);
  }

  private static void fill(Path folder, int records) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(directory, new IndexWriterConfig(new Words()).setRAMBufferSizeMB(24))) {
      BlockingQueue<List<Both>> made = SearchBench.made(ManyDocuments.of(records));
      for (List<Both> piece = SearchBench.take(made);
          !piece.isEmpty();
          piece = SearchBench.take(made)) {
        for (Both both : piece) {
          writer.addDocument(FACETS.build(minimal(SearchBench.document(both))));
        }
      }
    }
  }

  /** What words are looked for in, the line of the list, and eight facets. */
  private static Document minimal(Document whole) {
    Document minimal = new Document();
    for (IndexableField field : whole) {
      String name = field.name();
      if (IndexFields.WEIGHTS.containsKey(name)
          || Set.of(IndexFields.ROW, IndexFields.CODE, IndexFields.NAME, IndexFields.IDENTIFIER)
              .contains(name)) {
        minimal.add(field);
      } else if (name.equals(FacetFilter.FIELD)
          && field.fieldType().docValuesType() == DocValuesType.SORTED_SET
          && field.binaryValue() != null) {
        String path = field.binaryValue().utf8ToString();
        int at = path.indexOf('\u001F');
        Facet facet = Facet.ofWord(path.substring(0, Math.max(0, at))).orElse(Facet.STATE);
        if (SearchBench.EIGHT.contains(facet)) {
          minimal.add(new SortedSetDocValuesFacetField(facet.word(), path.substring(at + 1)));
        }
      }
    }
    return minimal;
  }

  private int answer(String words, int hits) throws IOException {
    FacetsCollectorManager.FacetsResult found =
        FacetsCollectorManager.search(
            searcher, SearchBench.query(words), hits, new FacetsCollectorManager());
    FacetsCollector collected = found.facetsCollector();
    SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(state, collected);
    long seen = 0;
    for (Facet facet : SearchBench.EIGHT) {
      FacetResult values = counts.getTopChildren(facet.most(), facet.word());
      seen += values == null ? 0 : values.labelValues.length;
    }
    for (ScoreDoc hit : found.topDocs().scoreDocs) {
      seen +=
          RowBytes.read(
                  searcher
                      .storedFields()
                      .document(hit.doc, Set.of(IndexFields.ROW))
                      .getBinaryValue(IndexFields.ROW))
              .partners();
    }
    return seen < 0 ? -1 : (int) found.topDocs().totalHits.value();
  }
}
