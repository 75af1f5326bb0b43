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
import eu.metacluster.harvest.wire.Loaded;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads trials saved as files: single studies and answers of searches, in each of five forms. */
@Component
@Order(22)
final class TrialsFileConnector implements FileConnector {

  private static final Map<String, String> TYPES =
      Map.of("xml", "application/xml", "json", "application/json");

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
    Loaded file = Loaded.of(member, reading, TYPES);
    try {
      if (file != null && file.ending().equals("xml")) {
        xml(file, reading, studies);
      } else if (file != null) {
        json(file, reading, studies);
      }
    } catch (Xml.Broken e) {
      reading.problem(new Problem(member.name(), e.line(), null, e.getMessage(), Reason.BAD_XML));
    } catch (Json.Broken e) {
      reading.problem(new Problem(member.name(), 0, null, e.getMessage(), Reason.TRUNCATED));
    }
  }

  private static void xml(Loaded file, Reading reading, Studies studies) throws IOException {
    Xml xml = Xml.open(file.open());
    if (xml.root().equals("clinical_study")) {
      studies.found(StudyXml.read(xml), file.name(), new Locator(file.snapshot(), 0, 0));
    } else {
      reading.problem(Problem.of(file.name(), Reason.NOT_READ));
    }
  }

  /** The lists of all three interfaces have names of their own. */
  private static void json(Loaded file, Reading reading, Studies studies) throws IOException {
    boolean institute = start(file.bytes()).contains("\"data\"");
    int before = studies.count();
    Json root =
        Json.each(
            file.open(),
            List.of(institute ? "data" : "studies"),
            (study, offset, length) -> {
              Locator at = new Locator(file.snapshot(), offset, length);
              Trial trial = institute ? StudyForms.institute(study) : StudyForms.current(study);
              studies.found(trial, file.name(), at);
            });
    alone(root, file, studies);
    if (studies.count() == before
        && !root.has("totalCount")
        && !root.has("total")
        && !root.has("protocolSection")
        && !root.has("FullStudiesResponse")) {
      reading.problem(Problem.of(file.name(), Reason.NOT_READ));
    }
  }

  private static void alone(Json root, Loaded file, Studies studies) {
    Locator whole = new Locator(file.snapshot(), 0, 0);
    if (root.has("protocolSection")) {
      studies.found(StudyForms.current(root), file.name(), whole);
    }
    root.list("FullStudiesResponse", "FullStudies")
        .forEach(each -> studies.found(RetiredForm.read(each.at("Study")), file.name(), whole));
  }

  /** The beginning, where the names of the outermost members stand. */
  private static String start(byte[] bytes) {
    int length = Math.min(400, bytes.length);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
