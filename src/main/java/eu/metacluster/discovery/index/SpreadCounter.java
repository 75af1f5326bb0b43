package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Places.Place;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts by country and region over everything that a query matches. */
final class SpreadCounter {

  /** Regions are shown at NUTS level 2: two letters and two more characters. */
  private static final int REGION = 4;

  private final IndexSearcher searcher;
  private final Map<String, Tally> countries = new HashMap<>();
  private final Map<String, Points> regions = new HashMap<>();
  private final Set<UUID> organisations = new HashSet<>();
  private final Set<UUID> unplaced = new HashSet<>();
  private long projects;

  SpreadCounter(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  private static final class Tally {
    private final Set<UUID> organisations = new HashSet<>();
    private long projects;
    private long cents;
    private long lastProject = -1;
  }

  private static final class Points {
    private final String country;
    private final Set<UUID> organisations = new HashSet<>();
    private double latitude;
    private double longitude;

    Points(String country) {
      this.country = country;
    }
  }

  void projects(Query query) throws IOException {
    collect(
        query,
        where -> {
          projects++;
          Places.read(where, this::partner);
        });
  }

  void organisations(Query query) throws IOException {
    collect(query, where -> Places.read(where, this::organisation));
  }

  private void partner(Place place) {
    organisation(place);
    if (!place.country().isEmpty()) {
      Tally tally = countries.computeIfAbsent(place.country(), c -> new Tally());
      tally.cents += place.cents();
      if (tally.lastProject != projects) {
        tally.lastProject = projects;
        tally.projects++;
      }
    }
  }

  private void organisation(Place place) {
    organisations.add(place.organisation());
    if (place.country().isEmpty()) {
      unplaced.add(place.organisation());
      return;
    }
    countries
        .computeIfAbsent(place.country(), c -> new Tally())
        .organisations
        .add(place.organisation());
    if (place.region().length() >= REGION && place.hasPoint()) {
      Points points =
          regions.computeIfAbsent(
              place.region().substring(0, REGION), r -> new Points(place.country()));
      if (points.organisations.add(place.organisation())) {
        points.latitude += place.latitude();
        points.longitude += place.longitude();
      }
    }
  }

  Spread spread() {
    List<Spread.Country> byCountry =
        countries.entrySet().stream()
            .map(e -> country(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparingLong((Spread.Country c) -> -c.organisations())
                    .thenComparing(Spread.Country::iso))
            .toList();
    List<Spread.Region> byRegion =
        regions.entrySet().stream()
            .map(e -> region(e.getKey(), e.getValue()))
            .sorted(
                Comparator.comparingLong((Spread.Region r) -> -r.organisations())
                    .thenComparing(Spread.Region::code))
            .toList();
    return new Spread(byCountry, byRegion, projects, organisations.size(), unplaced.size());
  }

  private static Spread.Country country(String iso, Tally tally) {
    return new Spread.Country(
        iso, tally.organisations.size(), tally.projects, BigDecimal.valueOf(tally.cents, 2));
  }

  private static Spread.Region region(String code, Points points) {
    int count = points.organisations.size();
    return new Spread.Region(
        code, points.country, points.latitude / count, points.longitude / count, count);
  }

  private interface Each {
    void where(org.apache.lucene.util.BytesRef places);
  }

  private void collect(Query query, Each each) throws IOException {
    searcher.search(query, new Wheres(each));
  }

  private static final class Wheres extends SimpleCollector {

    private final Each each;
    private BinaryDocValues values = DocValues.emptyBinary();

    Wheres(Each each) {
      this.each = each;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
      values = DocValues.getBinary(leaf.reader(), IndexFields.WHERE);
    }

    @Override
    public void collect(int document) throws IOException {
      if (values.advanceExact(document)) {
        each.where(values.binaryValue());
      }
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
