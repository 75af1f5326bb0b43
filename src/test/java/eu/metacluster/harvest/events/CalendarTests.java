package eu.metacluster.harvest.events;

import static eu.metacluster.harvest.Recorder.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.fetch.Remotely;
import eu.metacluster.support.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calendars with repeated, cancelled, whole-day and broken events. */
class CalendarTests {

  private static Recorder read(String events, Map<String, String> settings) throws IOException {
    String text = "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-TIMEZONE:Europe/Brussels\n" + events;
    try (Loopback web = new Loopback()) {
      web.on(
          "/c.ics", "text/calendar", text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      return Remotely.read(
          new ICalendarConnector(),
          web.at("/c.ics"),
          settings,
          new Recorder(),
          Instant.parse("2026-03-10T12:00:00Z"));
    }
  }

  private static Recorder read(String events) throws IOException {
    return read(events + "END:VCALENDAR\n", Map.of());
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\n" + lines.strip() + "\nEND:VEVENT\n";
  }

  @Test
  void aRepeatedEventGivesItsNextDatesAcrossSummerTime() throws IOException {
    Recorder read =
        read(
            event(
                    """
                UID:weekly
                SUMMARY:Tumour board\\, open
                DTSTART;TZID=W. Europe Standard Time:20260107T170000
                DTEND;TZID=W. Europe Standard Time:20260107T180000
                RRULE:FREQ=WEEKLY;UNTIL=20260430T220000Z
                EXDATE;TZID=W. Europe Standard Time:20260318T170000
                """)
                + event(
                    """
                    UID:weekly
                    RECURRENCE-ID;TZID=Europe/Berlin:20260325T170000
                    DTSTART;TZID=Europe/Berlin:20260326T090000
                    SUMMARY:Tumour board\\, moved
                    STATUS:CANCELLED
                    """));

    Map<String, Finding> dates = read.byKey(RecordKind.EVENT);
    assertThat(dates.keySet())
        .containsExactly(
            "weekly 2026-03-11",
            "weekly 2026-03-25",
            "weekly 2026-04-01",
            "weekly 2026-04-08",
            "weekly 2026-04-15",
            "weekly 2026-04-22",
            "weekly 2026-04-29");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-03-11"), Field.STARTS_AT))
        .containsExactly("2026-03-11T17:00+01:00");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-04-08"), Field.STARTS_AT))
        .containsExactly("2026-04-08T17:00+02:00");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-04-08"), Field.ENDS_AT))
        .containsExactly("2026-04-08T18:00+02:00");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-04-08"), Field.TITLE))
        .containsExactly("Tumour board, open");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-03-25"), Field.STATUS))
        .containsExactly("cancelled");
    assertThat(values(read.one(RecordKind.EVENT, "weekly 2026-03-25"), Field.STARTS_AT))
        .containsExactly("2026-03-26T09:00+01:00");
    assertThat(read.problems).isEmpty();
  }

  @Test
  void endlessAndImpossibleRulesEnd() throws IOException {
    Recorder read =
        read(
            event("UID:a\nSUMMARY:A\nDTSTART:20000101T000000Z\nRRULE:FREQ=DAILY")
                + event("UID:b\nSUMMARY:B\nDTSTART:20260301T100000\nRRULE:FREQ=SECONDLY")
                + event(
                    "UID:c\nSUMMARY:C\nDTSTART:20260301T100000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")
                + event("UID:d\nSUMMARY:D\nDTSTART:20260401\nRRULE:NONSENSE=1")
                + event("UID:e\nSUMMARY:E\nDTSTART:20160301T100000\nRRULE:FREQ=WEEKLY;COUNT=3"));

    assertThat(read.findings).filteredOn(f -> f.key().startsWith("a ")).hasSize(6);
    assertThat(read.findings).filteredOn(f -> f.key().startsWith("d ")).hasSize(1);
    assertThat(read.findings).noneMatch(f -> f.key().startsWith("e "));
    assertThat(read.problems(Reason.UNKNOWN_VALUE)).hasSize(2);
  }

  @Test
  void wholeDaysDurationsAndCalendarsThatTakeBack() throws IOException {
    Recorder read =
        read(
            "METHOD:CANCEL\n"
                + event("UID:a\nSUMMARY:A\nDTSTART;VALUE=DATE:20260501\nDTEND;VALUE=DATE:20260503")
                + event("UID:b\nSUMMARY:B\nDTSTART:20260501T100000\nDURATION:PT1H30M")
                + event("UID:c\nSUMMARY:C\nDTSTART;TZID=Mars/Olympus:20260501T100000"));

    Finding days = read.one(RecordKind.EVENT, "a");
    assertThat(values(days, Field.STARTS_AT)).containsExactly("2026-05-01");
    assertThat(values(days, Field.ENDS_AT)).as("the last day").containsExactly("2026-05-02");
    assertThat(values(days, Field.STATUS)).containsExactly("cancelled");
    Finding hours = read.one(RecordKind.EVENT, "b");
    assertThat(values(hours, Field.STARTS_AT)).containsExactly("2026-05-01T10:00+02:00");
    assertThat(values(hours, Field.ENDS_AT)).containsExactly("2026-05-01T11:30+02:00");
    assertThat(values(read.one(RecordKind.EVENT, "c"), Field.STARTS_AT))
        .containsExactly("2026-05-01T10:00");
    assertThat(read.problems(Reason.UNKNOWN_VALUE)).hasSize(1);
  }

  @Test
  void aBrokenEventCostsNoOther() throws IOException {
    Recorder read =
        read(
            event(
                    "UID:a\nSUMMARY:A\nDTSTART:20260501T100000Z\nORGANIZER;CN=Jane Roe:mailto:j@a.example\nCONTACT:Jane Roe")
                + "BEGIN:VEVENT\nUID:b\nSUMM"
                + "\n"
                + event(
                    "UID:c\nSUMMARY:C\nno colon here\nDTSTART:20260501T100000Z\nBEGIN:VALARM\nDESCRIPTION:ring\nEND:VALARM")
                + event("UID:d\nSUMMARY:D\nDTSTART:soon")
                + event("SUMMARY:nobody\nDTSTART:20260501T100000Z")
                + event("UID:a\nSUMMARY:again\nDTSTART:20260501T100000Z"));

    assertThat(read.byKey(RecordKind.EVENT)).containsOnlyKeys("a", "c");
    assertThat(read.one(RecordKind.EVENT, "a").facts()).noneMatch(f -> f.value().contains("Roe"));
    assertThat(values(read.one(RecordKind.EVENT, "c"), Field.SUMMARY)).isEmpty();
    assertThat(read.problems(Reason.TRUNCATED)).hasSize(1);
    assertThat(read.problems(Reason.MALFORMED)).hasSize(1);
    assertThat(read.problems(Reason.BAD_DATE)).hasSize(1);
    assertThat(read.problems(Reason.NO_ID)).hasSize(2);
    assertThat(read.problems(Reason.DUPLICATE)).hasSize(1);
  }

  @Test
  void aCalendarThatIsCutOffSaysSo() throws IOException {
    Recorder read =
        read(
            event("UID:a\nSUMMARY:A\nDTSTART:20260501T100000Z") + "BEGIN:VEVENT\nUID:b\n",
            Map.of());
    assertThat(read.byKey(RecordKind.EVENT)).containsOnlyKeys("a");
    assertThat(read.problems(Reason.TRUNCATED)).hasSize(2);
  }

  @Test
  void aLoginPageIsNoCalendar() throws IOException {
    try (Loopback web = new Loopback()) {
      web.on("/c", "text/calendar", "<html>BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> Remotely.read(new ICalendarConnector(), web.at("/c"), Map.of()))
          .hasMessageContaining("MC-1465");
    }
  }
}
