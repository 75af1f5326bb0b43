package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Places.Place;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Spread;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.search.Query;

/** Counts by country and region over everything that a query matches. */
final class SpreadCounter {

  /** A NUTS code begins with the country's two letters; each level adds one character. */
  private static final int COUNTRY = 2;

  private final int length;

  private final View view;
  private final Map<String, Tally> countries = new HashMap<>();
  private final Map<String, Points> regions = new HashMap<>();
  private final Tally nowhere = new Tally();
  private final Set<UUID> organisations = new HashSet<>();
  private long projects;

  SpreadCounter(View view, int level) {
    this.view = view;
    this.length = COUNTRY + level;
  }

  private static class Tally {
    final Set<UUID> organisations = new HashSet<>();
    long projects;
    private long cents;
    private long lastProject = -1;

    /** Counts the project once, whatever the number of its partners here. */
    void project(long number, long share) {
      cents += share;
      if (lastProject != number) {
        lastProject = number;
        projects++;
      }
    }

    BigDecimal contribution() {
      return BigDecimal.valueOf(cents, 2);
    }
  }

  private static final class Points extends Tally {
    private final String country;
    private double latitude;
    private double longitude;
    private int points;

    Points(String country) {
      this.country = country;
    }
  }

  void projects(Query query) throws IOException {
    view.where(
        query,
        where -> {
          projects++;
          Places.read(where, this::partner);
        });
  }

  void organisations(Query query) throws IOException {
    view.where(query, where -> Places.read(where, this::organisation));
  }

  private void partner(Place place) {
    organisation(place);
    country(place).project(projects, place.cents());
    if (placed(place)) {
      region(place).project(projects, place.cents());
    }
  }

  private void organisation(Place place) {
    organisations.add(place.organisation());
    country(place).organisations.add(place.organisation());
    if (placed(place)) {
      Points region = region(place);
      if (region.organisations.add(place.organisation()) && place.hasPoint()) {
        region.points++;
        region.latitude += place.latitude();
        region.longitude += place.longitude();
      }
    }
  }

  private Tally country(Place place) {
    return place.country().isEmpty()
        ? nowhere
        : countries.computeIfAbsent(place.country(), c -> new Tally());
  }

  private boolean placed(Place place) {
    return !place.country().isEmpty() && place.region().length() >= length;
  }

  private Points region(Place place) {
    return regions.computeIfAbsent(
        place.region().substring(0, length), r -> new Points(place.country()));
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
    return new Spread(
        byCountry, byRegion, country(Facet.NOWHERE, nowhere), projects, organisations.size());
  }

  private static Spread.Country country(String iso, Tally tally) {
    return new Spread.Country(
        iso, tally.organisations.size(), tally.projects, tally.contribution());
  }

  private static Spread.Region region(String code, Points region) {
    return new Spread.Region(
        code,
        region.country,
        region.latitude / region.points,
        region.longitude / region.points,
        region.organisations.size(),
        region.projects,
        region.contribution());
  }
}
