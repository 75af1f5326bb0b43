package eu.metacluster.opendata.feeds;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.items.Item;
import eu.metacluster.opendata.items.Items;
import eu.metacluster.platform.PublicEndpoint;
import eu.metacluster.platform.SiteAddress;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Page;
import eu.metacluster.platform.web.Shell;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events and deadlines for calendars that come back: what moved moves, what is off says so. */
@RestController
@PublicEndpoint("public events and deadlines may stand in every calendar")
class EventCalendar {

  private static final int YEARS_BACK = 1;

  private final Items items;
  private final SiteAddress site;
  private final Shell shell;
  private final JsonMapper json;

  EventCalendar(Items items, SiteAddress site, Shell shell, JsonMapper json) {
    this.items = items;
    this.site = site;
    this.shell = shell;
    this.json = json;
  }

  @GetMapping("/calendar/events.ics")
  ResponseEntity<byte[]> events(HttpServletRequest request) {
    Page page = shell.page(Language.of(request));
    LocalDate oldest = LocalDate.now().minusYears(YEARS_BACK);
    CalendarText calendar = new CalendarText(page.t("opendata.calendar.title"));
    for (Items.Dated dated : items.dated()) {
      for (int i = 0; i < dated.dates().size(); i++) {
        int place = i;
        CalendarText.Moment.parse(dated.dates().get(i))
            .filter(moment -> !moment.day().isBefore(oldest))
            .ifPresent(moment -> add(calendar, dated.item(), place, moment, page));
      }
    }
    return Tagged.text(request, "text/calendar;charset=UTF-8", calendar.end());
  }

  private void add(
      CalendarText calendar, Item item, int place, CalendarText.Moment moment, Page page) {
    JsonNode facts = json.readTree(item.body()).path("facts");
    boolean call = item.kind() == RecordKind.CALL;
    int live = item.deleted() ? 0 : call ? facts.path("deadline").size() : 1;
    boolean off = place >= live;
    String title = Objects.requireNonNullElse(item.title(), page.t("opendata.calendar.off"));
    Instant changed = item.changedAt();
    calendar.begin(item.record() + (call ? "-" + place : ""), item.position(), changed);
    calendar.start(moment);
    if (!call && !off) {
      end(facts).ifPresent(end -> calendar.finish(end, moment));
    }
    calendar.text("SUMMARY", call && !off ? page.t("opendata.calendar.deadline", title) : title);
    calendar.text("URL", site.of(item.path()));
    if (facts.path("venue").isString()) {
      calendar.text("LOCATION", facts.path("venue").asString());
    }
    calendar.text("STATUS", off ? "CANCELLED" : "CONFIRMED");
    calendar.close();
  }

  private static Optional<CalendarText.Moment> end(JsonNode facts) {
    JsonNode end = facts.has("endsAt") ? facts.path("endsAt") : facts.path("endDate");
    return end.isString() ? CalendarText.Moment.parse(end.asString()) : Optional.empty();
  }
}
