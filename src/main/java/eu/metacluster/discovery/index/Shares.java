package eu.metacluster.discovery.index;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Adds up what partners get, by country. */
final class Shares extends SimpleCollector {

  private static final int LETTERS = 26;

  private final long[] cents = new long[LETTERS * LETTERS];
  private BinaryDocValues values = DocValues.emptyBinary();

  private Shares() {}

  /** In euro, by ISO 3166-1 alpha-2; countries without money are absent. */
  static Map<String, BigDecimal> of(IndexSearcher searcher, Query query) throws IOException {
    Shares shares = new Shares();
    searcher.search(query, shares);
    Map<String, BigDecimal> byCountry = new HashMap<>();
    for (int at = 0; at < shares.cents.length; at++) {
      if (shares.cents[at] != 0) {
        String iso = "" + (char) ('A' + at / LETTERS) + (char) ('A' + at % LETTERS);
        byCountry.put(iso, BigDecimal.valueOf(shares.cents[at], 2));
      }
    }
    return byCountry;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    values = DocValues.getBinary(leaf.reader(), IndexFields.WHERE);
  }

  @Override
  public void collect(int document) throws IOException {
    if (values.advanceExact(document)) {
      Places.shares(values.binaryValue(), this::add);
    }
  }

  private void add(int first, int second, long more) {
    int one = first - 'A';
    int other = second - 'A';
    if (one >= 0 && one < LETTERS && other >= 0 && other < LETTERS) {
      cents[one * LETTERS + other] += more;
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }
}
