package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads CORDIS projects as XML, one file each: alone, in a folder, a zip or a tar. */
@Component
@Order(85)
final class XmlConnector implements FileConnector {

  /** More than a project of ten thousand partners needs. */
  private static final int LARGEST = 128 << 20;

  private static final int CHUNK_BYTES = 4 << 20;

  @Override
  public String id() {
    return "cordis-xml";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Terms terms() {
    return Related.TERMS;
  }

  @Override
  public boolean recognises(String memberName) {
    String lower = memberName.toLowerCase(Locale.ROOT);
    return lower.endsWith(".xml") || lower.endsWith(".xml.gz");
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    long size = Payload.size(payload);
    reading.expects(2 * size + size / 10);
    try (XmlProjects projects = new XmlProjects(reading)) {
      Chunks chunks = new Chunks(projects, reading);
      new Payload(payload, Limits.USUAL, reading, reading::advanced).each(chunks::take);
      chunks.flush();
      projects.handOut(size);
    }
  }

  /** Gathers members so that many small ones are kept in one go. */
  private static final class Chunks {

    private final XmlProjects projects;
    private final Reading reading;
    private List<Reading.Small> chunk = new ArrayList<>();
    private int bytes;

    Chunks(XmlProjects projects, Reading reading) {
      this.projects = projects;
      this.reading = reading;
    }

    void take(Member member) throws IOException {
      if (!member.name().toLowerCase(Locale.ROOT).endsWith(".xml")) {
        reading.problem(Problem.of(member.name(), Reason.NOT_READ));
        return;
      }
      byte[] content = member.stream().readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        reading.problem(Problem.of(member.name(), Reason.TOO_LONG));
      } else if (!member.cutOff().getAsBoolean()) {
        chunk.add(new Reading.Small(member.name(), content));
        bytes += content.length;
        if (bytes > CHUNK_BYTES) {
          flush();
        }
      }
    }

    void flush() throws IOException {
      if (!chunk.isEmpty()) {
        projects.read(chunk, reading.keepAll("application/xml", chunk));
        chunk = new ArrayList<>();
        bytes = 0;
      }
    }
  }
}
