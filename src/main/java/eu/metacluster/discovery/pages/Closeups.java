package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.map.Closeup;
import eu.metacluster.discovery.map.Regions;
import eu.metacluster.discovery.map.Window;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Seat;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the view of a part of the map. */
@Component
class Closeups {

  /** So many organisations has the table. */
  private static final int MOST = 60;

  /** So many points with one organisation are told by its name. */
  private static final int NAMED = 400;

  private final GridSearch search;
  private final Areas areas;
  private final Records records;

  Closeups(GridSearch search, Areas areas, Records records) {
    this.search = search;
    this.areas = areas;
    this.records = records;
  }

  /**
   * What a question finds there.
   *
   * @param addresses the map with another focus, or as a whole for null
   */
  CloseView of(
      GridQuery query, Focus focus, Function<@Nullable Focus, String> addresses, Page page) {
    List<Seat> there = search.seats(query, focus::holds);
    Window window = focus.window(there, areas);
    Closeup closeup = Closeup.of(there, window, areas::box);
    List<Seat> listed = focus.code() == null ? drawn(closeup) : there;
    Map<UUID, GridRecord> known = known(listed, closeup);
    return new CloseView(
        focus.name(page),
        closeup,
        closeup.clusters().stream().map(one -> point(one, known, addresses, page)).toList(),
        listed.stream().limit(MOST).map(seat -> line(seat, query, known, page)).toList(),
        Math.max(0, listed.size() - MOST),
        trail(focus, addresses, page),
        moves(window, addresses));
  }

  static List<Seat> drawn(Closeup closeup) {
    return closeup.clusters().stream()
        .flatMap(cluster -> cluster.seats().stream())
        .sorted(Seat.MOST)
        .toList();
  }

  private Map<UUID, GridRecord> known(List<Seat> listed, Closeup closeup) {
    Stream<Seat> alone =
        closeup.clusters().stream()
            .filter(cluster -> cluster.count() == 1)
            .limit(NAMED)
            .map(cluster -> cluster.seats().getFirst());
    return records.all(
        Stream.concat(listed.stream().limit(MOST), alone)
            .map(Seat::organisation)
            .distinct()
            .toList());
  }

  private static CloseView.Point point(
      Closeup.Cluster cluster,
      Map<UUID, GridRecord> known,
      Function<@Nullable Focus, String> addresses,
      Page page) {
    Window inside = cluster.inside();
    if (inside != null) {
      return new CloseView.Point(cluster, addresses.apply(Focus.of(inside)), "");
    }
    if (cluster.count() > 1) {
      return new CloseView.Point(cluster, "#map-table", "");
    }
    GridRecord record = shown(known.get(cluster.seats().getFirst().organisation()));
    return record == null
        ? new CloseView.Point(cluster, null, page.t("discovery.map.unnamed"))
        : new CloseView.Point(cluster, record.path(), record.title());
  }

  private static @Nullable GridRecord shown(@Nullable GridRecord record) {
    return record != null && record.state().isPublic() ? record : null;
  }

  private static CloseView.Line line(
      Seat seat, GridQuery query, Map<UUID, GridRecord> known, Page page) {
    GridRecord record = shown(known.get(seat.organisation()));
    String region = Regions.name(seat.region());
    if (record == null) {
      return new CloseView.Line(
          page.t("discovery.map.unnamed"), null, region, seat.projects(), "", seat.contribution());
    }
    String city = record.city();
    return new CloseView.Line(
        record.title(),
        record.path(),
        city == null ? region : city,
        seat.projects(),
        seat.projects() == 0 || !query.chosen(Facet.ORGANISATION).isEmpty()
            ? ""
            : query
                .with(Facet.ORGANISATION, record.handle())
                .only(Facet.KIND, RecordKind.PROJECT.word())
                .address("/grid"),
        seat.contribution());
  }

  private static Map<String, String> trail(
      Focus focus, Function<@Nullable Focus, String> addresses, Page page) {
    Map<String, String> trail = new LinkedHashMap<>();
    trail.put(addresses.apply(null), page.t("discovery.map.sheet"));
    focus.around().forEach(one -> trail.put(addresses.apply(one), one.name(page)));
    return trail;
  }

  private static Map<String, String> moves(
      Window window, Function<@Nullable Focus, String> addresses) {
    Map<String, String> moves = new LinkedHashMap<>();
    if (!window.nearest()) {
      moves.put("in", addresses.apply(Focus.of(window.in())));
    }
    boolean whole = window.out().whole();
    moves.put("out", addresses.apply(whole ? null : Focus.of(window.out())));
    moves.put("west", addresses.apply(Focus.of(window.towards(-1, 0))));
    moves.put("north", addresses.apply(Focus.of(window.towards(0, -1))));
    moves.put("south", addresses.apply(Focus.of(window.towards(0, 1))));
    moves.put("east", addresses.apply(Focus.of(window.towards(1, 0))));
    return moves;
  }
}
