package eu.metacluster.harvest.openaire;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.archive.SmallFiles;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reads OAF records as XML files, one each: alone, in a folder, a zip or a tar. */
@Component
@Order(20)
final class OafConnector implements FileConnector {

  static final Terms TERMS =
      new Terms("CC-BY-4.0", "OpenAIRE", "https://graph.openaire.eu/docs/license");

  private static final int LARGEST = 64 << 20;

  @Override
  public String id() {
    return "openaire-oaf";
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
  public boolean recognises(String memberName) {
    return memberName
        .toLowerCase(Locale.ROOT)
        .matches(".*(?:\\boaf\\b|openaire).*\\.xml(?:\\.gz)?");
  }

  @Override
  public void read(Path payload, Reading reading) throws IOException {
    reading.expects(Payload.size(payload) + 1);
    SmallFiles chunks = new SmallFiles(reading, LARGEST, new Entities(reading)::read);
    new Payload(payload, Limits.USUAL, reading, reading::advanced).each(chunks::take);
    chunks.flush();
  }

  /** Reads what was kept, each record once. */
  private static final class Entities {

    private final Reading reading;
    private final Set<String> seen = new HashSet<>();

    Entities(Reading reading) {
      this.reading = reading;
    }

    void read(List<Reading.Small> files, List<Long> snapshots) {
      for (int i = 0; i < files.size(); i++) {
        read(files.get(i), new Locator(snapshots.get(i), 0, 0));
      }
    }

    private void read(Reading.Small file, Locator at) {
      try {
        Xml xml = Xml.open(new ByteArrayInputStream(file.bytes()));
        xml.root();
        Parts parts = new Parts();
        parts.within(xml);
        hand(file.name(), parts, at);
      } catch (Xml.Broken e) {
        reading.problem(new Problem(file.name(), e.line(), null, e.getMessage(), Reason.BAD_XML));
      } catch (IOException e) {
        reading.problem(Problem.of(file.name(), Reason.UNREADABLE));
      }
    }

    private void hand(String file, Parts parts, Locator at) {
      Oaf entity = parts.entity;
      Reason reason =
          entity == null
              ? Reason.NOT_READ
              : parts.key.isEmpty()
                  ? Reason.NO_ID
                  : entity.titled()
                      ? seen.add(parts.key) ? null : Reason.DUPLICATE
                      : Reason.NO_TITLE;
      if (reason != null) {
        reading.problem(new Problem(file, 0, null, parts.key, reason));
      } else if (entity != null) {
        reading.found(entity.sealed(parts.key, at));
      }
    }
  }

  /** What one file has: the record's name and the entity, however deep they stand. */
  private static final class Parts {

    private String key = "";
    private @Nullable Oaf entity;

    void within(Xml xml) throws IOException {
      while (xml.child()) {
        switch (xml.name()) {
          case "identifier", "objIdentifier" -> {
            String name = Prose.name(xml.text());
            key = key.isEmpty() ? name : key;
          }
          case "entity" -> entity = Oaf.entity(xml);
          case "result", "header", "metadata", "record" -> within(xml);
          default -> xml.skip();
        }
      }
    }
  }
}
