package eu.metacluster.harvest.openaire;

import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.harvest.FileConnector;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.archive.Limits;
import eu.metacluster.harvest.archive.Member;
import eu.metacluster.harvest.archive.Payload;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.harvest.wire.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
  private static final int CHUNK_BYTES = 4 << 20;

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
    Chunks chunks = new Chunks(reading);
    new Payload(payload, Limits.USUAL, reading, reading::advanced).each(chunks::take);
    chunks.flush();
  }

  /** Gathers files so that many small ones are kept in one go. */
  private static final class Chunks {

    private final Reading reading;
    private final Set<String> seen = new HashSet<>();
    private List<Reading.Small> chunk = new ArrayList<>();
    private int bytes;

    Chunks(Reading reading) {
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
      List<Long> snapshots =
          chunk.isEmpty() ? List.of() : reading.keepAll("application/xml", chunk);
      for (int i = 0; i < snapshots.size(); i++) {
        read(chunk.get(i), new Locator(snapshots.get(i), 0, 0));
      }
      chunk = new ArrayList<>();
      bytes = 0;
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
