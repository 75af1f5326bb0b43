package eu.metacluster.screening.quality;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.SheetText;
import eu.metacluster.screening.away.Absence;
import eu.metacluster.screening.away.Absences;
import eu.metacluster.screening.clock.Punctuality;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The yearly report of the committee's work, as a page and as CSV. It names no person to the
 * public.
 */
@Controller
@PublicEndpoint("the committee answers to the public for its work, in numbers")
class YearController {

  private final YearReports reports;
  private final Absences absences;
  private final Reviewers reviewers;
  private final HeldRoles roles;

  YearController(YearReports reports, Absences absences, Reviewers reviewers, HeldRoles roles) {
    this.reports = reports;
    this.absences = absences;
    this.reviewers = reviewers;
    this.roles = roles;
  }

  @GetMapping("/committee")
  String newest() {
    return "redirect:/committee/" + reports.years().getFirst();
  }

  @GetMapping("/committee/{year}")
  ModelAndView page(@PathVariable int year, @AuthenticationPrincipal @Nullable Identity me) {
    List<Year> years = reports.years();
    Map<String, Object> model = new HashMap<>();
    model.put("report", report(year, years));
    model.put("years", years);
    boolean member = me != null && me.role().covers(Role.COMMITTEE);
    model.put("away", member ? away() : List.of());
    return new ModelAndView("screening/year", model);
  }

  /** Who is away and who stands in: for the committee alone. */
  private List<AwayView> away() {
    LocalDate today = roles.today();
    Collection<Absence> now = absences.on(today).values();
    Map<UUID, String> names =
        reviewers.names(
            now.stream().flatMap(one -> Stream.of(one.account(), one.standIn())).toList());
    return now.stream()
        .map(
            one ->
                new AwayView(
                    names.getOrDefault(one.account(), "–"),
                    names.getOrDefault(one.standIn(), "–"),
                    one.to()))
        .sorted(Comparator.comparing(AwayView::who))
        .toList();
  }

  @GetMapping("/committee/{year}.csv")
  ResponseEntity<byte[]> csv(@PathVariable int year) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(out)) {
      csv.writeRecord("year", "about", "item", "measure", "value");
      write(new Lines(csv, year), report(year, reports.years()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"committee-" + year + ".csv\"")
        .body(SheetText.bytes(out.toString()));
  }

  private YearReport report(int year, List<Year> years) {
    if (years.stream().noneMatch(one -> one.getValue() == year)) {
      throw new Refusal(Refusal.Kind.NOT_FOUND, "MC-1534", "screening.year.error.none");
    }
    return reports.of(Year.of(year));
  }

  /** Lines of one year. */
  private record Lines(CsvWriter csv, int year) {

    void add(String about, String item, String measure, @Nullable Object value) {
      if (value != null) {
        csv.writeRecord(
            String.valueOf(year), about, SheetText.harmless(item), measure, String.valueOf(value));
      }
    }
  }

  private static void write(Lines lines, YearReport report) {
    lines.add("cases", "", "received", report.received());
    lines.add("cases", "", "handed in", report.handedIn());
    lines.add("cases", "", "due", report.due());
    report.verdicts().forEach((verdict, count) -> lines.add("decisions", verdict, "count", count));
    lines.add("decisions", "of due records", "count", report.confirmed());
    lines.add("decisions", "undone", "count", report.undone());
    lines.add("decisions", "by two or more", "count", report.together());
    lines.add("committee", "", "persons", report.persons());
    Punctuality.Figures times = report.times();
    if (times != null) {
      lines.add("times", "handed in", "decided", times.decided());
      lines.add("times", "handed in", "median days", times.median());
      lines.add("times", "handed in", "90th percentile days", times.most());
      lines.add("times", "handed in", "longest days", times.worst());
      lines.add("times", "handed in", "share on time", times.onTime());
    }
    lines.add("agreement", "two reviewers", "pairs", report.agreement().pairs());
    lines.add("agreement", "two reviewers", "share", report.agreement().share());
    lines.add("agreement", "two reviewers", "Cohen's kappa", report.agreement().kappa());
    lines.add("agreement", "two reviewers", "AC1", report.agreement().ac1());
    lines.add("agreement", "model and committee", "share", report.asProposed());
    for (YearReport.Cited cited : report.criteria()) {
      lines.add("criteria", cited.criterion().id(), "cited", cited.times());
    }
    for (SourcePrecision source : report.sources()) {
      lines.add("sources", source.source(), "decided", source.decided());
      lines.add("sources", source.source(), "authorised", source.authorised());
      lines.add("sources", source.source(), "precision", source.share());
    }
  }
}
