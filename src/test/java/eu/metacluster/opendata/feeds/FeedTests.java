package eu.metacluster.opendata.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.opendata.OpenGrid;
import eu.metacluster.support.ProductTest;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ProductTest
@Import(OpenGrid.class)
class FeedTests {

  @Autowired OpenGrid grid;
  @Autowired MockMvcTester mvc;
  @Autowired JsonMapper json;

  @Test
  void theThreeFeedsSayTheSame() throws Exception {
    GridRecord project =
        grid.project(
            "FEED", "Fed <b>& told</b> ☃", Finding.Fact.of(Field.SUMMARY, "About\u0001 it"));

    SyndFeed atom = new SyndFeedInput().build(new StringReader(text("/feeds/new.atom")));
    SyndFeed rss = new SyndFeedInput().build(new StringReader(text("/feeds/new.rss")));
    JsonNode feed = json.readTree(text("/feeds/new.json"));

    assertThat(atom.getFeedType()).isEqualTo("atom_1.0");
    assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    List<String> ids = atom.getEntries().stream().map(SyndEntry::getUri).toList();
    assertThat(ids).contains("urn:uuid:" + project.id()).doesNotHaveDuplicates();
    assertThat(rss.getEntries().stream().map(SyndEntry::getUri)).containsExactlyElementsOf(ids);
    assertThat(feed.path("items").valueStream().map(item -> item.path("id").asString()))
        .containsExactlyElementsOf(ids);
    SyndEntry entry =
        atom.getEntries().stream()
            .filter(one -> one.getUri().endsWith(project.id().toString()))
            .findFirst()
            .orElseThrow();
    assertThat(entry.getTitle()).isEqualTo(project.title());
    assertThat(entry.getLink()).endsWith(project.path());
  }

  @Test
  void aSearchHasItsOwnFeed() throws Exception {
    GridRecord project = grid.project("ONLYFEED", "Zwitterion feeding");
    grid.project("OTHERFEED", "Something else");

    SyndFeed feed =
        new SyndFeedInput()
            .build(new StringReader(text("/feeds/new.atom?q=zwitterion&kind=project")));

    assertThat(feed.getEntries())
        .extracting(SyndEntry::getUri)
        .containsExactly("urn:uuid:" + project.id());
  }

  @Test
  void eventsAndDeadlinesStandInTheCalendarMoveAndAreCalledOff() throws Exception {
    String soon = LocalDate.now().plusDays(40).toString();
    GridRecord event =
        grid.thing(
            RecordKind.EVENT,
            "A meeting; with, signs \\ and a very long name that has to be folded after so many bytes é",
            Finding.Fact.of(Field.STARTS_AT, soon + "T09:00:00+02:00"),
            Finding.Fact.of(Field.ENDS_AT, soon + "T17:00:00+02:00"),
            Finding.Fact.of(Field.VENUE, "Lyon"));
    GridRecord call =
        grid.thing(RecordKind.CALL, "A call for money", Finding.Fact.of(Field.DEADLINE, soon));

    Component shown = component(event.id() + "@metacluster");
    assertThat(value(shown, Property.SUMMARY)).isEqualTo(event.title());
    assertThat(value(shown, Property.DTSTART)).endsWith("T070000Z");
    assertThat(value(shown, Property.STATUS)).isEqualTo("CONFIRMED");
    Component deadline = component(call.id() + "-0@metacluster");
    assertThat(value(deadline, Property.DTSTART)).isEqualTo(soon.replace("-", ""));
    long sequence = Long.parseLong(value(shown, Property.SEQUENCE));

    grid.withdraw(event);

    Component off = component(event.id() + "@metacluster");
    assertThat(value(off, Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(Long.parseLong(value(off, Property.SEQUENCE))).isGreaterThan(sequence);
    assertThat(text("/calendar/events.ics")).doesNotContain("A meeting");
    assertThat(text("/calendar/events.ics").lines())
        .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
  }

  @Test
  void theSitemapNamesEveryPublicPageAndNoOther() throws Exception {
    GridRecord project = grid.project("MAPPED", "On the sitemap");
    GridRecord gone = grid.project("UNMAPPED", "Not on the sitemap");
    grid.withdraw(gone);

    String index = text("/sitemap.xml");
    StringBuilder all = new StringBuilder();
    java.util.regex.Matcher part =
        java.util.regex.Pattern.compile("(/sitemaps/[^<]+)</loc>").matcher(index);
    while (part.find()) {
      all.append(text(part.group(1)));
    }

    assertThat(index).contains("<lastmod>");
    assertThat(all).contains(project.path() + "<", "/data<").doesNotContain(gone.path() + "<");
    assertThat(text("/robots.txt")).contains("/sitemap.xml");
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() {
    for (String path : List.of("/feeds/new.rss", "/calendar/events.ics", "/sitemap.xml")) {
      MockHttpServletResponse first = mvc.get().uri(path).exchange().getResponse();
      String tag = String.valueOf(first.getHeader("ETag"));
      assertThat(
              mvc.get().uri(path).header("If-None-Match", tag).exchange().getResponse().getStatus())
          .isEqualTo(304);
    }
  }

  private Component component(String uid) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text("/calendar/events.ics")));
    return calendar.getComponents().stream()
        .map(Component.class::cast)
        .filter(one -> value(one, Property.UID).equals(uid))
        .findFirst()
        .orElseThrow();
  }

  private static String value(Component component, String name) {
    Optional<Property> property = component.getProperty(name);
    return property.map(Property::getValue).orElse("");
  }

  private String text(String path) throws Exception {
    MockHttpServletResponse answer = mvc.get().uri(path).exchange().getResponse();
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }
}
