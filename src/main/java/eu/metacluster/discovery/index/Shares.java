package eu.metacluster.discovery.index;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.Query;

/** Adds up what partners get, by country. */
final class Shares {

  private static final int LETTERS = 26;

  private final long[] cents = new long[LETTERS * LETTERS];

  private Shares() {}

  /** In euro, by ISO 3166-1 alpha-2; countries without money are absent. */
  static Map<String, BigDecimal> of(View view, Query query) throws IOException {
    Shares shares = new Shares();
    view.where(query, where -> Places.shares(where, shares::add));
    Map<String, BigDecimal> byCountry = new HashMap<>();
    for (int at = 0; at < shares.cents.length; at++) {
      if (shares.cents[at] != 0) {
        String iso = "" + (char) ('A' + at / LETTERS) + (char) ('A' + at % LETTERS);
        byCountry.put(iso, BigDecimal.valueOf(shares.cents[at], 2));
      }
    }
    return byCountry;
  }

  private void add(int first, int second, long more) {
    int one = first - 'A';
    int other = second - 'A';
    if (one >= 0 && one < LETTERS && other >= 0 && other < LETTERS) {
      cents[one * LETTERS + other] += more;
    }
  }
}
