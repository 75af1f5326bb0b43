package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts by country and region over everything that a query matches. An organisation counts once in
 * each, however many places are stated of it there.
 */
final class SpreadCounter {

  /** A NUTS code begins with the country's two letters; each level adds one character. */
  private static final int COUNTRY = 2;

  private final int length;

  private final View view;
  private final List<Tally> countries = new ArrayList<>();

  /** By the number of a region's name; null when that says no region of this level. */
  private final List<@Nullable Points> regions = new ArrayList<>();

  private final Map<String, Points> byCode = new HashMap<>();
  private Spots.Known known = new Spots().known();
  private FixedBitSet seen = new FixedBitSet(64);
  private long organisations;
  private long projects;

  SpreadCounter(View view, int level) {
    this.view = view;
    this.length = COUNTRY + level;
  }

  private static class Tally extends Takings {
    final String name;

    long organisations;

    Tally(String name) {
      this.name = name;
    }

    boolean any() {
      return organisations > 0 || projects > 0;
    }
  }

  private static final class Points extends Tally {
    private String country = "";
    private double latitude;
    private double longitude;
    private int points;

    Points(String code) {
      super(code);
    }

    void add(String where) {
      organisations++;
      country = country.isEmpty() ? where : country;
    }

    void point(Spots.Known known, int spot) {
      if (known.hasPoint(spot)) {
        points++;
        latitude += known.latitude()[spot];
        longitude += known.longitude()[spot];
      }
    }
  }

  void projects(Query query) throws IOException {
    view.where(query, new Walk(true));
  }

  void organisations(Query query) throws IOException {
    view.where(query, new Walk(false));
  }

  private final class Walk implements Spots.Taker {
    private final boolean counting;

    Walk(boolean counting) {
      this.counting = counting;
    }

    @Override
    public void begin(Spots.Known now) {
      known = now;
      seen = FixedBitSet.ensureCapacity(seen, now.size());
      for (int at = countries.size(); at < now.countries().size(); at++) {
        countries.add(new Tally(now.countries().get(at)));
      }
      for (int at = regions.size(); at < now.regions().size(); at++) {
        String name = now.regions().get(at);
        regions.add(
            name.length() < length
                ? null
                : byCode.computeIfAbsent(name.substring(0, length), Points::new));
      }
    }

    @Override
    public void record() {
      projects += counting ? 1 : 0;
    }

    @Override
    public void place(int spot, long cents) {
      Tally country = countries.get(known.country()[spot]);
      Points region = country.name.isEmpty() ? null : regions.get(known.region()[spot]);
      if (!seen.getAndSet(spot)) {
        organisation(spot, country, region);
      }
      if (counting) {
        country.project(projects, cents);
        if (region != null) {
          region.project(projects, cents);
        }
      }
    }
  }

  /** Counts an organisation that was not seen in this place, unless it was close by. */
  private void organisation(int spot, Tally country, @Nullable Points region) {
    boolean anywhere = false;
    boolean inCountry = false;
    boolean inRegion = false;
    for (int at = known.first(spot); known.has(at); at = known.next()[at]) {
      if (at != spot && seen.get(at)) {
        anywhere = true;
        boolean same = known.country()[at] == known.country()[spot];
        inCountry |= same;
        inRegion |= region != null && regions.get(known.region()[at]) == region && placed(at);
      }
    }
    organisations += anywhere ? 0 : 1;
    country.organisations += inCountry ? 0 : 1;
    if (region != null && !inRegion) {
      region.add(country.name);
      region.point(known, spot);
    }
  }

  private boolean placed(int spot) {
    return !countries.get(known.country()[spot]).name.isEmpty();
  }

  Spread spread() {
    List<Spread.Country> byCountry =
        countries.stream()
            .filter(tally -> tally.any() && !tally.name.isEmpty())
            .map(tally -> country(tally.name, tally))
            .sorted(
                Comparator.comparingLong((Spread.Country c) -> -c.organisations())
                    .thenComparing(Spread.Country::iso))
            .toList();
    List<Spread.Region> byRegion =
        byCode.values().stream()
            .filter(Tally::any)
            .map(SpreadCounter::region)
            .sorted(
                Comparator.comparingLong((Spread.Region r) -> -r.organisations())
                    .thenComparing(Spread.Region::code))
            .toList();
    Tally nowhere =
        countries.stream()
            .filter(tally -> tally.name.isEmpty())
            .findFirst()
            .orElseGet(() -> new Tally(""));
    return new Spread(
        byCountry, byRegion, country(Facet.NOWHERE, nowhere), projects, organisations);
  }

  private static Spread.Country country(String iso, Tally tally) {
    return new Spread.Country(iso, tally.organisations, tally.projects, tally.contribution());
  }

  private static Spread.Region region(Points region) {
    return new Spread.Region(
        region.name,
        region.country,
        region.latitude / region.points,
        region.longitude / region.points,
        region.organisations,
        region.projects,
        region.contribution());
  }
}
