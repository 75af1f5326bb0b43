package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Lettering;
import eu.metacluster.discovery.network.Network.Edge;
import eu.metacluster.discovery.network.Network.Node;
import eu.metacluster.grid.Companions.Companion;
import eu.metacluster.grid.GridRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Lays partners out on a ring around the organisation, those of one country side by side. The same
 * partners always stand in the same places.
 */
final class Ring {

  private static final double MIDDLE_X = Network.WIDTH / 2.0;
  private static final double MIDDLE_Y = Network.HEIGHT / 2.0;
  private static final double RADIUS_X = 190;
  private static final double RADIUS_Y = 255;
  private static final double SMALLEST = 7;
  private static final double LARGEST = 18;
  private static final double GAP = 8;
  private static final int SIZE = 14;
  private static final int HEAVIEST = 4;

  private final Map<UUID, double[]> places = new HashMap<>();
  private final List<Companion> partners;

  Ring(GridRecord centre, List<Companion> partners) {
    this.partners = partners;
    places.put(centre.id(), new double[] {MIDDLE_X, MIDDLE_Y});
    List<Companion> round =
        partners.stream()
            .sorted(
                Comparator.comparing((Companion one) -> country(one.organisation()))
                    .thenComparing(one -> one.organisation().title())
                    .thenComparing(one -> one.organisation().id()))
            .toList();
    for (int at = 0; at < round.size(); at++) {
      double angle = 2 * Math.PI * (at + 0.5) / round.size() - Math.PI / 2;
      places.put(
          round.get(at).organisation().id(),
          new double[] {
            MIDDLE_X + RADIUS_X * Math.cos(angle), MIDDLE_Y + RADIUS_Y * Math.sin(angle)
          });
    }
  }

  private static String country(GridRecord record) {
    return record.country() == null ? "" : record.country();
  }

  List<Node> nodes() {
    long most = partners.stream().mapToLong(Companion::projects).max().orElse(1);
    return partners.stream().map(one -> node(one, most)).toList();
  }

  private Node node(Companion one, long most) {
    double[] place = place(one.organisation().id());
    double radius = Math.max(SMALLEST, LARGEST * Math.sqrt((double) one.projects() / most));
    boolean left = place[0] < MIDDLE_X;
    double labelX = left ? place[0] - radius - GAP : place[0] + radius + GAP;
    double room = left ? labelX - GAP : Network.WIDTH - labelX - GAP;
    return new Node(
        one.organisation(),
        one.projects(),
        Lettering.fitting(one.organisation().label(), SIZE, room),
        text(place[0]),
        text(place[1]),
        text(radius),
        text(labelX),
        left);
  }

  /**
   * The edges.
   *
   * @param weights how many projects two share, by the ids of both
   */
  List<Edge> edges(GridRecord centre, Map<List<UUID>, Integer> weights) {
    List<Edge> edges = new ArrayList<>(some(weights, centre, false, 2 * partners.size()));
    edges.addAll(some(weights, centre, true, partners.size()));
    return edges;
  }

  private List<Edge> some(
      Map<List<UUID>, Integer> weights, GridRecord centre, boolean own, int many) {
    List<Map.Entry<List<UUID>, Integer>> heaviest =
        weights.entrySet().stream()
            .filter(entry -> entry.getKey().contains(centre.id()) == own)
            .sorted(
                Map.Entry.<List<UUID>, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(entry -> entry.getKey().toString()))
            .limit(many)
            .toList();
    int most = heaviest.isEmpty() ? 1 : heaviest.getFirst().getValue();
    return heaviest.reversed().stream()
        .map(entry -> edge(entry.getKey(), (double) entry.getValue() / most, own))
        .toList();
  }

  private Edge edge(List<UUID> both, double share, boolean own) {
    double[] from = place(both.getFirst());
    double[] to = place(both.getLast());
    int weight = (int) Math.clamp(Math.ceil(HEAVIEST * share), 1, HEAVIEST);
    return new Edge(text(from[0]), text(from[1]), text(to[0]), text(to[1]), weight, own);
  }

  private double[] place(UUID id) {
    return places.getOrDefault(id, new double[] {MIDDLE_X, MIDDLE_Y});
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
