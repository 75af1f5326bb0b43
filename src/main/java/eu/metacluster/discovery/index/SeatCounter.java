package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Places.Place;
import eu.metacluster.discovery.search.Seat;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.search.Query;

/** Gathers each organisation that takes part in what a query matches, with its place. */
final class SeatCounter {

  private final View view;
  private final Map<UUID, Tally> seats = new HashMap<>();
  private long project;

  SeatCounter(View view) {
    this.view = view;
  }

  private static final class Tally {
    private String country = "";
    private String region = "";
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;
    private long projects;
    private long cents;
    private long last = -1;

    /** The most exact that anything says of its place. */
    void place(Place place) {
      if (country.isEmpty()) {
        country = place.country();
      }
      if (place.region().length() > region.length()) {
        region = place.region();
      }
      if (Double.isNaN(latitude) && place.hasPoint()) {
        latitude = place.latitude();
        longitude = place.longitude();
      }
    }

    void project(long number, long share) {
      cents += share;
      if (last != number) {
        last = number;
        projects++;
      }
    }
  }

  void projects(Query query) throws IOException {
    view.where(
        query,
        where -> {
          project++;
          Places.read(where, place -> tally(place).project(project, place.cents()));
        });
  }

  void organisations(Query query) throws IOException {
    view.where(query, where -> Places.read(where, this::tally));
  }

  private Tally tally(Place place) {
    Tally tally = seats.computeIfAbsent(place.organisation(), id -> new Tally());
    tally.place(place);
    return tally;
  }

  /** Those with most projects first. */
  List<Seat> seats() {
    return seats.entrySet().stream()
        .map(one -> seat(one.getKey(), one.getValue()))
        .sorted(Seat.MOST)
        .toList();
  }

  private static Seat seat(UUID organisation, Tally tally) {
    return new Seat(
        organisation,
        tally.country,
        tally.region,
        tally.latitude,
        tally.longitude,
        tally.projects,
        BigDecimal.valueOf(tally.cents, 2));
  }
}
