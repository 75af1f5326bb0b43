package eu.metacluster.harvest.trials;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.wire.Json;
import eu.metacluster.harvest.wire.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads trials saved as files: single studies and answers of searches, in each of five forms. */
@Component
@Order(22)
final class TrialsFileConnector implements FileConnector {

  private static final int LARGEST = 256 << 20;

  @Override
  public String id() {
    return "clinicaltrials-file";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return TrialsConnector.TERMS;
  }

  @Override
  public boolean recognises(String memberName) {
    String name = memberName.substring(memberName.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
    return name.matches("NCT\\d{8}.*\\.(?:XML|JSON)(?:\\.GZ)?");
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    reading.expects(Payload.size(payload) + 1);
    Studies studies = new Studies(reading);
    new Payload(payload, Limits.USUAL, reading, reading::advanced)
        .each(member -> member(member, reading, studies));
  }

  private static void member(Member member, Reading reading, Studies studies) throws IOException {
    String name = member.name().toLowerCase(Locale.ROOT);
    boolean xml = name.endsWith(".xml");
    if (!xml && !name.endsWith(".json")) {
      reading.problem(Problem.of(member.name(), Reason.NOT_READ));
      return;
    }
    byte[] bytes = member.stream().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      reading.problem(Problem.of(member.name(), Reason.TOO_LONG));
      return;
    }
    String type = xml ? "application/xml" : "application/json";
    long snapshot = reading.keep(member.name(), type, () -> new ByteArrayInputStream(bytes));
    try {
      if (xml) {
        xml(member.name(), bytes, snapshot, reading, studies);
      } else {
        json(member.name(), bytes, snapshot, reading, studies);
      }
    } catch (Xml.Broken e) {
      reading.problem(
          new Problem(member.name(), e.line(), null, e.getMessage(), Reason.BAD_XML));
    } catch (Json.Broken e) {
      reading.problem(new Problem(member.name(), 0, null, e.getMessage(), Reason.TRUNCATED));
    }
  }

  private static void xml(
      String file, byte[] bytes, long snapshot, Reading reading, Studies studies)
      throws IOException {
    Xml xml = Xml.open(new ByteArrayInputStream(bytes));
    if (xml.root().equals("clinical_study")) {
      studies.found(StudyXml.read(xml), file, new Locator(snapshot, 0, 0));
    } else {
      reading.problem(Problem.of(file, Reason.NOT_READ));
    }
  }

  /** The lists of all three interfaces have names of their own. */
  private static void json(
      String file, byte[] bytes, long snapshot, Reading reading, Studies studies)
      throws IOException {
    Locator whole = new Locator(snapshot, 0, 0);
    boolean institute = start(bytes).contains("\"data\"");
    int before = studies.count();
    Json root =
        Json.each(
            new ByteArrayInputStream(bytes),
            List.of(institute ? "data" : "studies"),
            (study, offset, length) -> {
              Locator at = new Locator(snapshot, offset, length);
              Trial trial = institute ? StudyForms.institute(study) : StudyForms.current(study);
              studies.found(trial, file, at);
            });
    if (root.has("protocolSection")) {
      studies.found(StudyForms.current(root), file, whole);
    } else if (root.has("FullStudiesResponse")) {
      root.list("FullStudiesResponse", "FullStudies")
          .forEach(each -> studies.found(StudyForms.retired(each.at("Study")), file, whole));
    } else if (studies.count() == before && !root.has("totalCount") && !root.has("total")) {
      reading.problem(Problem.of(file, Reason.NOT_READ));
    }
  }

  /** The beginning, where the names of the outermost members stand. */
  private static String start(byte[] bytes) {
    int length = Math.min(400, bytes.length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
