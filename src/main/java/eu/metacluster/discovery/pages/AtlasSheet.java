package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.areas.Areas;
import eu.metacluster.discovery.charts.Chart;
import eu.metacluster.discovery.charts.Chart.Cell;
import eu.metacluster.discovery.charts.Chart.Column;
import eu.metacluster.discovery.charts.MapSheet;
import eu.metacluster.discovery.map.Closeup;
import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.map.Lands;
import eu.metacluster.discovery.map.Trace;
import eu.metacluster.discovery.map.Window;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of the map what can be taken along: the drawing alone, and its table whole. */
final class AtlasSheet {

  private static final String NAME = "map";
  private static final String EM = "em";

  private final AtlasView atlas;
  private final Areas areas;
  private final Page page;

  AtlasSheet(AtlasView atlas, Areas areas, Page page) {
    this.atlas = atlas;
    this.areas = areas;
    this.page = page;
  }

  /** The whole map: a line for each country or region. */
  MapSheet whole() {
    String note = atlas.choice().perMillion() ? perMillion() : "";
    if (atlas.drawing().shapes() == null) {
      String circles = page.t("discovery.map.regions", atlas.choice().unit().level());
      note = note.isEmpty() ? circles : note + " · " + circles;
    }
    Chart table = chart(title(), note, columns(), atlas.rows().stream().map(this::line).toList());
    List<MapSheet.Point> points =
        atlas.drawing().circles().stream()
            .map(
                circle ->
                    new MapSheet.Point(
                        Double.parseDouble(circle.x()),
                        Double.parseDouble(circle.y()),
                        Double.parseDouble(circle.radius()),
                        MapSheet.Look.RING,
                        ""))
            .toList();
    return sheet(table, Window.WHOLE, points);
  }

  /**
   * A part of the map with its organisations as points.
   *
   * @param name of the part, empty for a window without one
   * @param lines a line for each organisation
   */
  MapSheet near(String name, Closeup closeup, List<Chart.Line> lines) {
    String part = name.isEmpty() ? page.t("discovery.map.part") : name;
    Chart table =
        chart(
            page.t("discovery.map.file.near", part),
            page.t("discovery.map.file.points"),
            List.of(column("projects"), Column.money("contribution", word("contribution"))),
            lines);
    double unit = closeup.unit();
    List<MapSheet.Point> points =
        closeup.clusters().stream()
            .map(
                one ->
                    new MapSheet.Point(
                        Double.parseDouble(one.x()),
                        Double.parseDouble(one.y()),
                        Double.parseDouble(one.radius().replace(EM, "")) * unit,
                        one.byRegion()
                            ? MapSheet.Look.RING
                            : one.count() == 1 ? MapSheet.Look.ONE : MapSheet.Look.MANY,
                        one.count() == 1 ? "" : String.valueOf(one.count())))
            .toList();
    return sheet(table, closeup.window(), points);
  }

  private Chart chart(String title, String note, List<Column> columns, List<Chart.Line> lines) {
    return new Chart(NAME, Chart.Shape.BARS, title, note, "", columns, lines);
  }

  private String word(String measure) {
    return page.t("discovery.map.measure." + measure);
  }

  private Column column(String measure) {
    return Column.count(measure, word(measure));
  }

  private String title() {
    String measure = word(atlas.choice().measure().word());
    return page.t(
        "discovery.map.file",
        atlas.choice().perMillion() ? measure + " " + page.t("discovery.map.perMillion") : measure);
  }

  private String perMillion() {
    return page.t("discovery.map.perMillion.note", String.valueOf(atlas.inhabitants().year()));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(column("organisations"));
    columns.add(column("projects"));
    columns.add(Column.money("contribution", word("contribution")));
    if (atlas.choice().perMillion()) {
      String measure = atlas.choice().measure().word() + "_per_million";
      columns.add(Column.count(measure, page.t("discovery.map.rate")));
    }
    return columns;
  }

  private Chart.Line line(AtlasView.Line line) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(BigDecimal.valueOf(line.organisations())));
    cells.add(Cell.of(BigDecimal.valueOf(line.projects())));
    cells.add(Cell.of(line.unstated() ? null : line.contribution()));
    if (atlas.choice().perMillion()) {
      cells.add(Cell.of(atlas.perMillion(line)));
    }
    return new Chart.Line(line.code(), line.name(), line.country(), cells);
  }

  private MapSheet sheet(Chart table, Window window, List<MapSheet.Point> points) {
    String source = page.t("discovery.map.source", LocalDate.now());
    return new MapSheet(
        table,
        window.x() - window.width() / 2,
        window.y() - window.height() / 2,
        window.width(),
        window.height(),
        fields(),
        points,
        keys(),
        atlas.notice() == null ? source : atlas.notice() + " · " + source);
  }

  private List<MapSheet.Field> fields() {
    Map<String, String> lands = Lands.paths();
    Map<String, String> regions =
        atlas.drawing().shapes() == null ? Map.of() : areas.paths(atlas.choice().unit().level());
    List<MapSheet.Field> fields = new ArrayList<>();
    lands.values().forEach(path -> fields.add(new MapSheet.Field(Trace.of(path), 0)));
    regions.values().forEach(path -> fields.add(new MapSheet.Field(Trace.of(path), 0)));
    for (Drawing.Land land : atlas.drawing().lands()) {
      @Nullable String path = regions.getOrDefault(land.iso(), lands.get(land.iso()));
      if (path != null && land.shade() != 0) {
        fields.add(new MapSheet.Field(Trace.of(path), land.shade()));
      }
    }
    return fields;
  }

  private List<MapSheet.Key> keys() {
    Drawing drawing = atlas.drawing();
    List<MapSheet.Key> keys = new ArrayList<>();
    keys.add(new MapSheet.Key(0, page.t("discovery.map.none")));
    for (Drawing.Step step : drawing.steps()) {
      String from =
          switch (drawing.unit()) {
            case EUROS -> page.money(step.from());
            case RATE -> page.number(step.from().doubleValue(), Drawing.digits(step.from()));
            case NUMBER -> page.number(step.from().longValue());
          };
      keys.add(new MapSheet.Key(step.shade(), page.t("discovery.map.from", from)));
    }
    if (drawing.money() || drawing.gaps()) {
      String gap = drawing.money() ? "discovery.map.noData" : "discovery.map.unknown";
      keys.add(new MapSheet.Key(-1, page.t(gap)));
    }
    return keys;
  }
}
