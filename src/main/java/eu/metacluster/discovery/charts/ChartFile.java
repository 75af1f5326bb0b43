package eu.metacluster.discovery.charts;

import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.SheetText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The kinds of files that a chart can be taken along as. */
public enum ChartFile {
  SVG("image/svg+xml"),
  PNG("image/png"),
  CSV("text/csv;charset=UTF-8");

  private final MediaType type;

  ChartFile(String type) {
    this.type = MediaType.parseMediaType(type);
  }

  /** The word in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this word. */
  public static Optional<ChartFile> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /**
   * The chart as an answer that a browser keeps as a file.
   *
   * @param address where the chart stands, for the line below a drawing
   */
  public ResponseEntity<byte[]> answer(Chart chart, Page page, String address) {
    return answer(chart, page, address, source -> ChartPicture.of(chart, page, source));
  }

  /**
   * The network as an answer that a browser keeps as a file; as a table it is all its ties.
   *
   * @param address where it stands, for the line below a drawing
   */
  public ResponseEntity<byte[]> answer(Ties ties, Page page, String address) {
    return answer(ties.table(), page, address, source -> TiesPicture.of(ties, source));
  }

  /**
   * The map as an answer that a browser keeps as a file; as a table it is all that it counts.
   *
   * @param address where it stands, for the line below a drawing
   */
  public ResponseEntity<byte[]> answer(MapSheet map, Page page, String address) {
    return answer(map.table(), page, address, source -> MapPicture.of(map, source));
  }

  private ResponseEntity<byte[]> answer(
      Chart chart, Page page, String address, Function<String, Picture> drawn) {
    LocalDate today = LocalDate.now();
    String source = page.t("discovery.chart.source", today, address);
    byte[] bytes =
        switch (this) {
          case CSV -> SheetText.bytes(CsvFile.of(chart));
          case SVG -> SvgFile.of(drawn.apply(source)).getBytes(StandardCharsets.UTF_8);
          case PNG -> PngFile.of(drawn.apply(source));
        };
    String name = chart.name() + "-" + today + "." + word();
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .body(bytes);
  }
}
