package eu.metacluster.screening.queue;

import eu.metacluster.grid.RecordTexts;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.web.PageNumber;
import eu.metacluster.screening.alike.Suggestions;
import eu.metacluster.screening.clock.Calendars;
import eu.metacluster.screening.clock.TimeLeft;
import eu.metacluster.screening.deciding.Reviewers;
import eu.metacluster.screening.deciding.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what waits for the committee. */
@Controller
@PreAuthorize("hasRole('COMMITTEE')")
public class QueueController {

  private final Queue queue;
  private final Figures figures;
  private final RecordTexts texts;
  private final Settings settings;
  private final Afterwards afterwards;
  private final SavedViews saved;
  private final Reviewers reviewers;
  private final Suggestions suggestions;
  private final Calendars calendars;

  QueueController(
      Queue queue,
      Figures figures,
      RecordTexts texts,
      Settings settings,
      Afterwards afterwards,
      SavedViews saved,
      Reviewers reviewers,
      Suggestions suggestions,
      Calendars calendars) {
    this.calendars = calendars;
    this.queue = queue;
    this.figures = figures;
    this.texts = texts;
    this.settings = settings;
    this.afterwards = afterwards;
    this.saved = saved;
    this.reviewers = reviewers;
    this.suggestions = suggestions;
  }

  @GetMapping("/queue")
  String queue(
      @RequestParam Map<String, String> parameters,
      @AuthenticationPrincipal Identity me,
      Model model) {
    QueueFilter filter = QueueFilter.of(parameters);
    int number = PageNumber.of(parameters.getOrDefault("page", "1"));
    model.addAttribute(
        "view",
        new QueueView(
            rows(filter, me.account(), number),
            filter,
            queue.shares(),
            figures.progress(me.account()),
            queue.count(filter, me.account()),
            number,
            settings.twoPerson(),
            saved.of(me.account()),
            suggestions.open().values().stream().mapToLong(Long::longValue).sum(),
            afterwards.find(parameters.get("after"), me)));
    return "screening/queue";
  }

  private List<QueueRow> rows(QueueFilter filter, UUID me, int number) {
    List<QueueLine> lines = queue.page(filter, me, number);
    Map<UUID, Summary> summaries =
        texts.documents(lines.stream().map(line -> line.file().lead()).toList()).stream()
            .collect(Collectors.toMap(d -> d.record().id(), Summary::of, (a, b) -> a));
    Map<UUID, String> names =
        reviewers.names(lines.stream().map(QueueLine::holder).filter(Objects::nonNull).toList());
    Map<LocalDate, TimeLeft> left =
        calendars.left(lines.stream().map(line -> line.file().dueOn()).toList());
    return lines.stream()
        .map(
            line ->
                new QueueRow(
                    line.file(),
                    summaries.get(line.file().lead()),
                    line.records(),
                    line.votes(),
                    line.mine(),
                    line.skipped(),
                    line.holder() == null ? null : names.get(line.holder()),
                    line.paused() ? null : left.get(line.file().dueOn())))
        .toList();
  }
}
