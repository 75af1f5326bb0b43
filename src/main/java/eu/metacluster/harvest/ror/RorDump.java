package eu.metacluster.harvest.ror;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.shared.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads the registry's dump: a zip with one JSON list, or records one a line. */
@Component
@Order(20)
final class RorDump implements FileConnector {

  static final Terms TERMS =
      new Terms("CC0-1.0", "Research Organization Registry (ROR)", "https://ror.org/about/faqs/");

  @Override
  public String id() {
    return "ror-dump";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return TERMS;
  }

  @Override
  public boolean reference() {
    return true;
  }

  @Override
  public boolean recognises(String memberName) {
    String name = memberName.toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('/') + 1).contains("ror")
        && name.matches(".*\\.(json|jsonl|ndjson)(\\.gz)?|.*ror-data.*\\.zip");
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    long size = Payload.size(payload);
    reading.expects(size * 2);
    int[] read = new int[1];
    new Payload(payload, Limits.USUAL, reading, reading::advanced)
        .each(member -> read[0] += member(member, reading));
    if (read[0] == 0) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1436", "harvest.refusal.no_registry");
    }
    reading.whole();
  }

  private static int member(Member member, Reading reading) throws IOException {
    String name = member.name().toLowerCase(Locale.ROOT);
    if (!name.matches(".*\\.(json|jsonl|ndjson)")) {
      reading.problem(Problem.of(member.name(), Reason.NOT_READ));
      return 0;
    }
    Path file = reading.scratch().resolve("ror.json");
    Files.copy(member.stream(), file, StandardCopyOption.REPLACE_EXISTING);
    long snapshot =
        reading.keep(member.name(), "application/json", () -> Files.newInputStream(file));
    int[] found = new int[1];
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      Json.eachOf(
          in,
          (json, offset, length) ->
              found[0] += one(json, new Locator(snapshot, offset, length), member.name(), reading));
    } catch (Json.Broken e) {
      reading.problem(Problem.of(member.name(), Reason.TRUNCATED));
    } finally {
      Files.deleteIfExists(file);
    }
    return found[0];
  }

  /** Takes one record; counts 1 when it is one of the registry. */
  static int one(Json json, Locator at, String file, Reading reading) {
    RorRecord record = new RorRecord(json);
    if (record.id().isEmpty()) {
      reading.problem(new Problem(file, 0, "id", json.text("id"), Reason.NO_ID));
      return 0;
    }
    if (record.withdrawn()) {
      reading.gone(RecordKind.ORGANISATION, record.id());
      return 1;
    }
    Finding finding = record.finding(at);
    if (finding == null) {
      reading.problem(new Problem(file, 0, "name", record.id(), Reason.NO_ID));
      return 0;
    }
    reading.found(finding);
    return 1;
  }

  /** Whether an answer holds records of the registry. */
  static boolean fits(Answer answer) {
    try {
      return answer.mediaType().contains("json") && holdsRecords(Json.parse(answer.text()));
    } catch (IOException e) {
      return false;
    }
  }

  static List<Json> records(Json answer) {
    return answer.has("items") ? answer.list("items") : List.of(answer);
  }

  private static boolean holdsRecords(Json answer) {
    return records(answer).stream().anyMatch(json -> !new RorRecord(json).id().isEmpty());
  }
}
