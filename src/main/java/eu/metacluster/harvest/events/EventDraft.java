package eu.metacluster.harvest.events;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Nations;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** An event as the interface of some calendar gives it, on its way to a finding. */
final class EventDraft {

  private final Facts facts = new Facts();
  private final URI page;
  private final Reading reading;
  private String title = "";
  private String text = "";

  EventDraft(URI page, Reading reading) {
    this.page = page;
    this.reading = reading;
  }

  EventDraft title(String raw) {
    title = Prose.line(raw);
    facts.add(Field.TITLE, title);
    return this;
  }

  EventDraft text(String raw) {
    text = Prose.text(raw);
    facts.add(Field.SUMMARY, text);
    return this;
  }

  /**
   * A beginning or end.
   *
   * @param zone where it holds when it has no offset of its own
   */
  EventDraft moment(Field field, String raw, @Nullable ZoneId zone) {
    String moment = raw.isBlank() ? "" : Moments.read(raw, zone);
    if (moment == null) {
      reading.problem(new Problem(page.toString(), 0, field.key(), raw, Reason.BAD_DATE));
    } else if (facts.lacks(field)) {
      facts.add(field, moment);
    }
    return this;
  }

  EventDraft link(String raw) {
    String link = Links.text(raw, page);
    facts.add(Field.URL, link);
    facts.identify(Identifier.Scheme.URL, link);
    return this;
  }

  EventDraft venue(String raw) {
    String line = Prose.line(raw);
    facts.add(Field.VENUE, line);
    facts.quote(Field.COUNTRY, Nations.last(line), line);
    return this;
  }

  EventDraft country(String raw) {
    facts.add(Field.COUNTRY, Nations.iso(raw));
    return this;
  }

  EventDraft line(Field field, String raw) {
    facts.add(field, Prose.line(raw));
    return this;
  }

  boolean lacks(Field field) {
    return facts.lacks(field);
  }

  /** The finding; null, and a line in the log, when it has no name or no beginning. */
  @Nullable Finding sealed(String key, Locator at) {
    if (key.isEmpty() || title.isEmpty() || facts.lacks(Field.STARTS_AT)) {
      String field = title.isEmpty() ? "title" : Field.STARTS_AT.key();
      reading.problem(new Problem(page.toString(), 0, field, key, Reason.NO_ID));
      return null;
    }
    facts.add(Field.LANGUAGE, Tongue.of(title + ' ' + text, ""));
    return facts.sealed(RecordKind.EVENT, Prose.cut(key, Prose.NAME), at);
  }
}
