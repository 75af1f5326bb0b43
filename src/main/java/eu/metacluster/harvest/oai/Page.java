package eu.metacluster.harvest.oai;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.wire.BytePlaces;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, read record by record into what is to be handed out. */
final class Page {

  /** A deletion does not say what the thing was. */
  private static final List<RecordKind> KINDS =
      List.of(RecordKind.OUTPUT, RecordKind.PROJECT, RecordKind.TRAINING);

  private final Answer answer;
  private final Reading reading;
  private final Clock clock;
  private final List<Runnable> out;
  private BytePlaces places;
  private int records;
  private String lastText = "";
  private @Nullable Instant lastStamp;
  private String token = "";
  private long listSize;

  /** Told of every datestamp. */
  @FunctionalInterface
  interface Clock {
    void saw(Instant stamp);
  }

  private Page(Answer answer, Reading reading, Clock clock, List<Runnable> out, BytePlaces places) {
    this.out = out;
    this.answer = answer;
    this.reading = reading;
    this.clock = clock;
    this.places = places;
  }

  /**
   * What a page says beside its records.
   *
   * @param token of the next page; empty when this is the last
   * @param listSize how many records the list has in all; 0 when it does not say
   * @param given when the page was answered; null when it does not say
   */
  record End(String token, long listSize, int records, @Nullable Instant given) {}

  /**
   * Reads a page to its end.
   *
   * @param out takes what is to be handed out, even when the page breaks off
   */
  static End read(Answer answer, long snapshot, Reading reading, Clock clock, List<Runnable> out)
      throws IOException {
    try (InputStream in = answer.open();
        BytePlaces places = new BytePlaces(snapshot, snapshot == 0 ? null : answer.open())) {
      Page page = new Page(answer, reading, clock, out, places);
      try {
        return page.read(Xml.open(in));
      } catch (CharacterCodingException e) {
        return page.again(snapshot);
      } catch (Xml.Broken e) {
        if (e.getCause() != null && e.getCause().getCause() instanceof IOException) {
          return page.again(snapshot);
        }
        throw e;
      }
    }
  }

  /** Reads it once more with every byte that is no character replaced. */
  private End again(long snapshot) throws IOException {
    reading.problem(Problem.of(answer.address().toString(), Reason.ENCODING));
    places = new BytePlaces(snapshot, null);
    records = 0;
    out.clear();
    return read(Xml.open(new StringReader(answer.text())));
  }

  private End read(Xml xml) throws IOException {
    Instant given = Envelope.read(xml, "ListRecords", this::records);
    return new End(token, listSize, records, given);
  }

  private void records(Xml xml) throws IOException {
    while (xml.child()) {
      switch (xml.name()) {
        case "record" -> record(xml);
        case "resumptionToken" -> {
          String size = xml.attribute("completeListSize");
          listSize = size.matches("\\d{1,12}") ? Long.parseLong(size) : 0;
          token = xml.text();
        }
        default -> xml.skip();
      }
    }
  }

  private void record(Xml xml) throws IOException {
    long begins = xml.begins();
    long line = xml.line();
    Header header = new Header();
    Statement statement = null;
    while (xml.child()) {
      switch (xml.name()) {
        case "header" -> header.read(xml);
        case "metadata" -> statement = metadata(xml);
        default -> xml.skip();
      }
    }
    records++;
    settle(header, statement, line, places.between(begins, xml.ends()));
  }

  private static @Nullable Statement metadata(Xml xml) throws IOException {
    Statement statement = null;
    while (xml.child()) {
      statement = Statement.read(xml);
    }
    return statement;
  }

  private void settle(Header header, @Nullable Statement statement, long line, Locator at) {
    Instant stamp = stamp(header.datestamp);
    if (stamp != null) {
      clock.saw(stamp);
    }
    if (header.identifier.isEmpty()) {
      problem(line, "identifier", "", Reason.NO_ID);
    } else if (header.deleted) {
      out.add(() -> KINDS.forEach(kind -> reading.gone(kind, header.identifier)));
    } else if (statement == null) {
      problem(line, "metadata", header.identifier, Reason.NOT_READ);
    } else if (!statement.titled()) {
      problem(line, "title", header.identifier, Reason.NO_TITLE);
    } else {
      out.add(() -> reading.found(statement.sealed(header.identifier, at)));
    }
  }

  /** Many records in a row have the same datestamp. */
  private @Nullable Instant stamp(String text) {
    if (!text.equals(lastText)) {
      lastText = text;
      lastStamp = Granularity.read(text);
    }
    return lastStamp;
  }

  private void problem(long line, String field, String value, Reason reason) {
    reading.problem(new Problem(answer.address().toString(), line, field, value, reason));
  }

  /** The header of a record. */
  private static final class Header {

    private String identifier = "";
    private String datestamp = "";
    private boolean deleted;

    void read(Xml xml) throws IOException {
      deleted = xml.attribute("status").equals("deleted");
      while (xml.child()) {
        switch (xml.name()) {
          case "identifier" -> identifier = Prose.name(xml.text());
          case "datestamp" -> datestamp = xml.text();
          default -> xml.skip();
        }
      }
    }
  }
}
