package eu.metacluster.discovery.exports;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.discovery.search.Row;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** All that a list finds, as a file. It is sent while it is written, whatever its length. */
@Controller
@PublicEndpoint("what is on the public grid may be taken along")
class ExportController {

  /** A workbook holds hardly more. */
  private static final int MOST = 1_000_000;

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final GridSearch search;
  private final SiteAddress site;
  private final Shell shell;
  private final JsonMapper json;

  ExportController(GridSearch search, SiteAddress site, Shell shell, JsonMapper json) {
    this.search = search.open();
    this.site = site;
    this.shell = shell;
    this.json = json;
  }

  @GetMapping("/grid.csv")
  void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    write(
        GridQuery.of(parameters),
        new CsvSheet(open(response, "csv", "text/csv;charset=UTF-8"), site));
  }

  @GetMapping("/grid.xlsx")
  void workbook(
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OutputStream out = open(response, "xlsx", WORKBOOK);
    ExcelSheet sheet = new ExcelSheet(out, shell.page(Language.of(request)), site);
    write(GridQuery.of(parameters), sheet);
  }

  @GetMapping("/grid.json")
  void json(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
      throws IOException {
    GridQuery query = GridQuery.of(parameters).at(1);
    long total = search.find(query, 1).total();
    OutputStream out = open(response, "json", "application/json");
    write(query, new JsonSheet(out, json, site, query.address("/grid"), total));
  }

  private OutputStream open(HttpServletResponse response, String ending, String type)
      throws IOException {
    search.requireWhole();
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"grid-" + LocalDate.now() + "." + ending + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    return response.getOutputStream();
  }

  private void write(GridQuery query, Sheet sheet) throws IOException {
    try (sheet) {
      search.each(query, MOST, row -> add(sheet, row));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(Sheet sheet, Row row) {
    try {
      sheet.add(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
