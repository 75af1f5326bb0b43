package eu.metacluster.harvest.sedia;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Loaded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reads files that were saved of the portal: answers of its search and its details as JSON, tables,
 * lines of JSON, and lists of changes.
 */
@Component
@Order(21)
final class SediaFileConnector implements FileConnector {

  private static final Map<String, String> TYPES =
      Map.of("csv", "text/csv", "json", "application/json", "jsonl", "application/json");
  private static final Pattern STATUS =
      Pattern.compile("(?:^|[^a-z])(open|upcoming|forthcoming|closed)(?:[^a-z]|$)");

  @Override
  public String id() {
    return "sedia-file";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return SediaConnector.TERMS;
  }

  @Override
  public boolean recognises(String memberName) {
    String name = memberName.substring(memberName.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.matches(
        "(?:sedia-.*\\.(?:csv|jsonl)|changelog-.*\\.json|call_(?:search|dto|details)_.*\\.json)(?:\\.gz)?");
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    reading.expects(Payload.size(payload) + 1);
    Topics topics = new Topics(reading);
    new Payload(payload, Limits.USUAL, reading, reading::advanced)
        .each(member -> member(member, reading, topics));
    topics.end();
  }

  private static void member(Member member, Reading reading, Topics topics) throws IOException {
    Loaded loaded = Loaded.of(member, reading, TYPES);
    if (loaded == null) {
      return;
    }
    File file = new File(loaded.name(), loaded.bytes(), loaded.snapshot(), reading, topics);
    switch (loaded.ending()) {
      case "csv" -> file.table();
      case "jsonl" -> file.lines();
      default -> file.json();
    }
  }

  /** One file. */
  private record File(String name, byte[] bytes, long snapshot, Reading reading, Topics topics) {

    void table() throws IOException {
      Matcher word = STATUS.matcher(name.toLowerCase(Locale.ROOT));
      String status = word.find() ? word.group(1) : "";
      Locator at = new Locator(snapshot, 0, 0);
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder()
              .ofNamedCsvRecord(
                  new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows) {
          Topic topic = Exports.row(c -> row.findField(c).orElse("").strip(), status, at);
          add(topic, row.getStartingLineNumber());
        }
      } catch (CsvParseException | UncheckedIOException e) {
        reading.problem(new Problem(name, 0, null, e.getMessage(), Reason.MALFORMED));
      }
    }

    private void add(Topic topic, long line) {
      if (topic.titled() || topic.key().isEmpty()) {
        topics.add(topic, name, line);
      } else {
        reading.problem(new Problem(name, line, "title", topic.key(), Reason.NO_TITLE));
      }
    }

    void lines() {
      int line = 0;
      int start = 0;
      for (int end = 0; end <= bytes.length; end++) {
        if (end == bytes.length || bytes[end] == '\n') {
          line++;
          one(start, end - start, line);
          start = end + 1;
        }
      }
    }

    private void one(int start, int length, int line) {
      String text = new String(bytes, start, length, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        return;
      }
      try {
        add(Exports.line(Json.parse(text), new Locator(snapshot, start, length)), line);
      } catch (IOException e) {
        reading.problem(new Problem(name, line, null, text, Reason.MALFORMED));
      }
    }

    /** A search's answer, one of its results, the details of a topic, or a list of changes. */
    void json() {
      try {
        Json root =
            Json.each(
                new ByteArrayInputStream(bytes),
                List.of("results"),
                (result, offset, length) ->
                    add(Forms.result(result, new Locator(snapshot, offset, length)), 0));
        alone(root, new Locator(snapshot, 0, 0));
      } catch (IOException e) {
        reading.problem(new Problem(name, 0, null, e.getMessage(), Reason.MALFORMED));
      }
    }

    /** What is no list of results. */
    private void alone(Json root, Locator whole) {
      if (root.has("metadata", "identifier")) {
        add(Forms.result(root, whole), 0);
      } else if (root.has("TopicDetails")) {
        add(Forms.details(root.at("TopicDetails"), whole), 0);
      } else if (root.has("events")) {
        String date = root.text("date");
        root.list("events").forEach(e -> topics.add(Exports.event(e, date, whole), name, 0));
      } else if (!root.has("totalResults")) {
        reading.problem(Problem.of(name, Reason.NOT_READ));
      }
    }
  }
}
