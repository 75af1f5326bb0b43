package eu.metacluster.discovery.meaning;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The vectors on this node's disk, and the records whose vector is still to be made. Files that
 * cannot be used any more are thrown away.
 */
@Component
class MeaningIndex {

  private static final Logger LOG = LoggerFactory.getLogger(MeaningIndex.class);
  private static final String FORMAT = "1";

  private static final long COMMIT_EVERY = 1_000_000_000;

  private static final String ID = "id";
  private static final String WAITING = "waiting";
  private static final String VECTOR = "vector";

  /** What the vector was made of and by which model. */
  private static final String SOURCE = "source";

  private final FSDirectory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Set<UUID> meanwhile = new HashSet<>();

  /** The seq of the last entry that was noted, and of the last one that is safe on the disk. */
  private long noted;

  private long position;
  private long lastCommit = System.nanoTime();

  @Autowired
  MeaningIndex(@Value("${metacluster.data}") Path data) throws IOException {
    Path folder = data.resolve("meaning");
    FSDirectory opened = FSDirectory.open(Files.createDirectories(folder));
    if (!usable(opened)) {
      LOG.warn("The vectors in {} cannot be used any more and are made again", folder);
      IOUtils.rm(folder);
      opened = FSDirectory.open(Files.createDirectories(folder));
    }
    directory = opened;
    writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(8));
    searchers = new SearcherManager(writer, null);
    for (Map.Entry<String, String> entry : committed()) {
      position = entry.getKey().equals("position") ? Long.parseLong(entry.getValue()) : position;
    }
    noted = position;
  }

  private Iterable<Map.Entry<String, String>> committed() {
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    return data == null ? List.of() : data;
  }

  private static boolean usable(FSDirectory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return true;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return FORMAT.equals(reader.getIndexCommit().getUserData().get("format"));
    } catch (IOException e) {
      return false;
    }
  }

  /** The seq of the last journal entry that is safe on the disk. */
  synchronized long position() {
    return position;
  }

  /**
   * Notes that these records are to be looked at, and that the journal was read up to here. It is
   * on the disk a second later at most when more follows, else when somebody looks.
   */
  synchronized void note(Collection<UUID> records, long upTo) throws IOException {
    for (UUID record : records) {
      Document document = new Document();
      document.add(new StringField(WAITING, record.toString(), Field.Store.YES));
      writer.updateDocument(new Term(WAITING, record.toString()), document);
    }
    meanwhile.addAll(records);
    noted = upTo;
    remember();
    if (System.nanoTime() - lastCommit > COMMIT_EVERY) {
      commit();
    }
  }

  private void remember() {
    writer.setLiveCommitData(Map.of("position", Long.toString(noted), "format", FORMAT).entrySet());
  }

  private void commit() throws IOException {
    remember();
    writer.commit();
    position = noted;
    lastCommit = System.nanoTime();
    searchers.maybeRefreshBlocking();
  }

  synchronized void empty() throws IOException {
    writer.deleteAll();
    noted = 0;
    commit();
  }

  /** Some records that are to be looked at; what is noted of them from now on is not forgotten. */
  synchronized List<UUID> waiting(int most) throws IOException {
    meanwhile.clear();
    if (noted != position) {
      commit();
    }
    return read(
        searcher -> {
          List<UUID> some = new ArrayList<>();
          Query all = new PrefixQuery(new Term(WAITING, ""));
          for (ScoreDoc hit : searcher.search(all, most).scoreDocs) {
            some.add(UUID.fromString(searcher.storedFields().document(hit.doc).get(WAITING)));
          }
          return some;
        });
  }

  /** What the vectors of these records were made of; records without one are absent. */
  Map<UUID, String> sources(Collection<UUID> records) throws IOException {
    return read(
        searcher -> {
          Map<UUID, String> sources = new HashMap<>();
          for (ScoreDoc hit : searcher.search(in(ID, records), records.size() + 1).scoreDocs) {
            Document document = searcher.storedFields().document(hit.doc);
            sources.put(UUID.fromString(document.get(ID)), document.get(SOURCE));
          }
          return sources;
        });
  }

  private static Query in(String field, Collection<UUID> records) {
    return new TermInSetQuery(
        field, records.stream().map(id -> new BytesRef(id.toString())).toList());
  }

  /**
   * Keeps these vectors, drops those, and is done with all of them.
   *
   * @param sources what each was made of
   */
  synchronized void done(
      Map<UUID, float[]> made, Map<UUID, String> sources, Collection<UUID> dropped, List<UUID> all)
      throws IOException {
    for (Map.Entry<UUID, float[]> one : made.entrySet()) {
      String id = one.getKey().toString();
      Document document = new Document();
      document.add(new StringField(ID, id, Field.Store.YES));
      document.add(
          new StringField(SOURCE, sources.getOrDefault(one.getKey(), ""), Field.Store.YES));
      document.add(
          new KnnFloatVectorField(VECTOR, one.getValue(), VectorSimilarityFunction.DOT_PRODUCT));
      writer.updateDocument(new Term(ID, id), document);
    }
    List<UUID> seen = all.stream().filter(id -> !meanwhile.contains(id)).toList();
    writer.deleteDocuments(in(ID, dropped), in(WAITING, seen));
    commit();
  }

  /** A record and how near it is, 0 to 1. */
  record Near(UUID record, float likeness) {}

  /** The nearest records, nearest first. */
  List<Near> nearest(float[] vector, int most) throws IOException {
    return read(
        searcher -> {
          List<Near> nearest = new ArrayList<>();
          KnnFloatVectorQuery query = new KnnFloatVectorQuery(VECTOR, vector, most);
          for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
            String id = searcher.storedFields().document(hit.doc).get(ID);
            nearest.add(new Near(UUID.fromString(id), 2 * hit.score - 1));
          }
          return nearest;
        });
  }

  /** The vectors of these records; records without one are absent. */
  Map<UUID, float[]> vectors(Collection<UUID> records) throws IOException {
    return read(
        searcher -> {
          Map<UUID, float[]> vectors = new HashMap<>();
          for (ScoreDoc hit : searcher.search(in(ID, records), records.size() + 1).scoreDocs) {
            float[] vector = vector(searcher, hit.doc);
            if (vector != null) {
              String id = searcher.storedFields().document(hit.doc).get(ID);
              vectors.put(UUID.fromString(id), vector);
            }
          }
          return vectors;
        });
  }

  private static float @Nullable [] vector(IndexSearcher searcher, int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    FloatVectorValues values = leaf.reader().getFloatVectorValues(VECTOR);
    if (values == null) {
      return null;
    }
    KnnVectorValues.DocIndexIterator at = values.iterator();
    return at.advance(doc - leaf.docBase) == doc - leaf.docBase
        ? values.vectorValue(at.index()).clone()
        : null;
  }

  /** Some of the vectors, spread over all of them. */
  List<float[]> some(int many) throws IOException {
    return read(
        searcher -> {
          List<float[]> some = new ArrayList<>();
          for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues values = leaf.reader().getFloatVectorValues(VECTOR);
            int size = values == null ? 0 : values.size();
            int step = Math.max(1, size / many);
            for (int ord = 0; values != null && ord < size && some.size() < many; ord += step) {
              some.add(values.vectorValue(ord).clone());
            }
          }
          return some;
        });
  }

  /** Whether there is any vector. */
  boolean any() throws IOException {
    return read(
        searcher ->
            searcher.getIndexReader().leaves().stream()
                .anyMatch(leaf -> leaf.reader().getFieldInfos().hasVectorValues()));
  }

  private interface Reading<T> {
    T with(IndexSearcher searcher) throws IOException;
  }

  private <T> T read(Reading<T> reading) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return reading.with(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @PreDestroy
  void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
