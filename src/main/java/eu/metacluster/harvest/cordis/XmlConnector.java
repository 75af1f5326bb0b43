package eu.metacluster.harvest.cordis;

import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.archive.SmallFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads CORDIS projects as XML, one file each: alone, in a folder, a zip or a tar. */
@Component
@Order(85)
final class XmlConnector implements FileConnector {

  /** More than a project of ten thousand partners needs. */
  private static final int LARGEST = 128 << 20;

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
      SmallFiles chunks = new SmallFiles(reading, LARGEST, projects::read);
      new Payload(payload, Limits.USUAL, reading, reading::advanced).each(chunks::take);
      chunks.flush();
      projects.handOut(size);
    }
  }
}
