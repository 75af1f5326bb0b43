package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Seat;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.lucene.search.Query;

/** Gathers each organisation that takes part in what a query matches, with its place. */
final class SeatCounter {

  private final View view;

  /** By the organisation's number. */
  private final Map<Integer, Tally> seats = new HashMap<>();

  private Spots.Known known = new Spots().known();
  private long project;

  SeatCounter(View view) {
    this.view = view;
  }

  private static final class Tally extends Takings {
    private String country = "";
    private String region = "";
    private double latitude = Double.NaN;
    private double longitude = Double.NaN;

    /** The most exact that anything says of its place. */
    void place(Spots.Known known, int spot) {
      if (country.isEmpty()) {
        country = known.countries().get(known.country()[spot]);
      }
      String closer = known.regions().get(known.region()[spot]);
      if (closer.length() > region.length()) {
        region = closer;
      }
      if (Double.isNaN(latitude) && known.hasPoint(spot)) {
        latitude = known.latitude()[spot];
        longitude = known.longitude()[spot];
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
    }

    @Override
    public void record() {
      project++;
    }

    @Override
    public void place(int spot, long cents) {
      Tally tally = seats.computeIfAbsent(known.organisation()[spot], number -> new Tally());
      tally.place(known, spot);
      if (counting) {
        tally.project(project, cents);
      }
    }
  }

  /** Those with most projects first. */
  List<Seat> seats() {
    return seats.entrySet().stream()
        .map(one -> seat(known.id(one.getKey()), one.getValue()))
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
        tally.contribution());
  }
}
