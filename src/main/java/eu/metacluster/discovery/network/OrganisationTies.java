package eu.metacluster.discovery.network;

import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Ties;
import eu.metacluster.discovery.search.Census;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.discovery.search.Found;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An organisation's network to be taken along: only what may be passed on, as it is counted so. */
final class OrganisationTies {

  private static final double OWN = 24;

  private final Network network;
  private final Page page;
  private final Map<String, Long> told;

  private OrganisationTies(Network network, Census open, Page page) {
    this.network = network;
    this.page = page;
    this.told =
        open.of(Facet.ORGANISATION).stream()
            .collect(Collectors.toMap(Found.Count::value, Found.Count::count, Math::max));
  }

  /**
   * The network as a file tells it.
   *
   * @param open what may be passed on of the organisation's projects, counted
   */
  static Ties of(Network network, Census open, Page page) {
    return new OrganisationTies(network, open, page).ties();
  }

  private Ties ties() {
    List<Network.Node> nodes = network.nodes().stream().filter(node -> shared(node) > 0).toList();
    boolean everything = network.nodes().stream().allMatch(node -> shared(node) == node.projects());
    double most = nodes.stream().mapToLong(this::shared).max().orElse(1);
    List<Ties.Tie> lines = new ArrayList<>();
    if (everything) {
      network.edges().stream()
          .filter(edge -> !edge.own())
          .map(OrganisationTies::line)
          .forEach(lines::add);
    }
    nodes.reversed().forEach(node -> lines.add(own(node, Ties.weight(shared(node), most))));
    List<Ties.Knot> knots = new ArrayList<>(nodes.stream().map(this::knot).toList());
    knots.add(centre());
    return new Ties(knots, lines, table(nodes));
  }

  private long shared(Network.Node node) {
    return told.getOrDefault(node.record().handle(), 0L);
  }

  private static Ties.Tie line(Network.Edge edge) {
    return new Ties.Tie(
        Double.parseDouble(edge.x1()),
        Double.parseDouble(edge.y1()),
        Double.parseDouble(edge.x2()),
        Double.parseDouble(edge.y2()),
        edge.weight(),
        false,
        "",
        null);
  }

  private static Ties.Tie own(Network.Node node, int weight) {
    return new Ties.Tie(
        Ties.WIDTH / 2.0,
        Ties.HEIGHT / 2.0,
        Double.parseDouble(node.x()),
        Double.parseDouble(node.y()),
        weight,
        true,
        "",
        null);
  }

  private Ties.Knot knot(Network.Node node) {
    String title = page.t("discovery.network.node", node.record().title(), shared(node));
    return new Ties.Knot(
        node.label(),
        title,
        null,
        Double.parseDouble(node.x()),
        Double.parseDouble(node.y()),
        Double.parseDouble(node.radius()),
        Double.parseDouble(node.labelX()),
        node.left(),
        false);
  }

  private Ties.Knot centre() {
    double x = Ties.WIDTH / 2.0;
    return new Ties.Knot(
        "", network.centre().title(), null, x, Ties.HEIGHT / 2.0, OWN, x + OWN, false, true);
  }

  private Chart table(List<Network.Node> nodes) {
    return new Chart(
        "partners",
        Chart.Shape.BARS,
        page.t("discovery.network.title", network.centre().title()),
        page.t("discovery.network.how"),
        page.t("discovery.partners.organisation"),
        List.of(Chart.Column.count("projects", page.t("discovery.network.shared"))),
        nodes.stream()
            .map(
                node ->
                    new Chart.Line(
                        node.record().handle(),
                        node.record().title(),
                        "",
                        List.of(new Chart.Cell(BigDecimal.valueOf(shared(node)), null))))
            .toList());
  }
}
