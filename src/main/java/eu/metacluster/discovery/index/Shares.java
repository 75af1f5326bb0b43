package eu.metacluster.discovery.index;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.search.Query;

/** Adds up what partners get, by country. */
final class Shares implements Spots.Taker {

  private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

  private long[] cents = new long[0];
  private Spots.Known known = new Spots().known();

  private Shares() {}

  /** In euro, by ISO 3166-1 alpha-2; countries without money are absent. */
  static Map<String, BigDecimal> of(View view, Query query) throws IOException {
    Shares shares = new Shares();
    view.where(query, shares);
    Map<String, BigDecimal> byCountry = new HashMap<>();
    for (int at = 0; at < shares.cents.length; at++) {
      String country = shares.known.countries().get(at);
      if (shares.cents[at] != 0 && CODE.matcher(country).matches()) {
        byCountry.put(country, BigDecimal.valueOf(shares.cents[at], 2));
      }
    }
    return byCountry;
  }

  @Override
  public void begin(Spots.Known now) {
    known = now;
    cents = Arrays.copyOf(cents, now.countries().size());
  }

  @Override
  public void record() {
    // what is added up is not told apart by records
  }

  @Override
  public void place(int spot, long more) {
    cents[known.country()[spot]] += more;
  }
}
