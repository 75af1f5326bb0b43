package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** Public records as entries for reference managers. */
@Controller
@PublicEndpoint("an authorised record is open to everybody, and so is how to cite it")
class CitationController {

  private final PublicRecords records;
  private final OpenRecords open;
  private final SiteAddress site;
  private final JsonMapper json;

  CitationController(PublicRecords records, OpenRecords open, SiteAddress site, JsonMapper json) {
    this.records = records;
    this.open = open;
    this.site = site;
    this.json = json;
  }

  @GetMapping(
      "/{kind:initiatives|projects|organisations|programmes|calls|events|trainings|practices|outputs|news|bodies}/{handle}/cite.{format:bib|ris|json}")
  ResponseEntity<byte[]> cite(
      @PathVariable String kind, @PathVariable String handle, @PathVariable String format) {
    GridRecord record = records.get(RecordController.kind(kind), handle);
    Citation citation = citation(record.id()).orElseThrow(PublicRecords::unknown);
    return switch (format) {
      case "bib" -> file(citation, format, "application/x-bibtex", citation.bibtex());
      case "ris" -> file(citation, format, "application/x-research-info-systems", citation.ris());
      default ->
          file(
              citation,
              format,
              "application/vnd.citationstyles.csl+json",
              json.writeValueAsString(List.of(citation.csl())));
    };
  }

  /** Empty when nothing of it may be passed on. */
  private Optional<Citation> citation(UUID record) {
    OpenRecord told = open.of(List.of(record)).get(record);
    String title = told == null ? null : told.title();
    return told == null || title == null
        ? Optional.empty()
        : Optional.of(Citation.of(told, title, coordinator(told), site, LocalDate.now()));
  }

  private @Nullable String coordinator(OpenRecord told) {
    UUID other =
        told.partners().stream()
            .filter(partner -> told.record().kind() == RecordKind.PROJECT)
            .filter(partner -> partner.role().equals("coordinator"))
            .map(OpenRecord.Partner::other)
            .findFirst()
            .orElse(null);
    OpenRecord named = other == null ? null : open.of(List.of(other)).get(other);
    return named == null ? null : named.title();
  }

  private static ResponseEntity<byte[]> file(
      Citation citation, String ending, String type, String text) {
    String name = citation.key().replaceAll("[^A-Za-z0-9-]", "") + "." + ending;
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, type + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(text.getBytes(StandardCharsets.UTF_8));
  }
}
