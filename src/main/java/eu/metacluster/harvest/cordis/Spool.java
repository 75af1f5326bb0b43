package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds projects on the disk until everything they refer to was handed out, because files of one
 * project each say what an organisation is only when the last of them was read.
 */
final class Spool implements Closeable {

  private static final int BUFFER = 1 << 17;

  private final Path file;
  private final DataOutputStream out;
  private int count;

  /**
   * @param folder where it may write
   */
  Spool(Path folder) throws IOException {
    file = folder.resolve("projects.spool");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  int count() {
    return count;
  }

  void add(Finding project) throws IOException {
    count++;
    text(project.key());
    locator(project.at());
    out.writeInt(project.digest().length);
    out.write(project.digest());
    out.writeInt(project.identifiers().size());
    for (Identifier identifier : project.identifiers()) {
      identifier(identifier);
    }
    out.writeInt(project.facts().size());
    for (Fact fact : project.facts()) {
      out.writeShort(fact.field().ordinal());
      text(fact.value());
    }
    out.writeInt(project.partners().size());
    for (Partner partner : project.partners()) {
      partner(partner);
    }
  }

  private void partner(Partner partner) throws IOException {
    identifier(partner.organisation());
    text(partner.role());
    amount(partner.contribution());
    amount(partner.net());
    amount(partner.totalCost());
    optional(partner.country());
    optional(partner.nuts());
    out.writeBoolean(partner.ended());
    out.writeInt(partner.position());
  }

  private void identifier(Identifier identifier) throws IOException {
    out.writeByte(identifier.scheme().ordinal());
    text(identifier.value());
  }

  private void locator(Locator at) throws IOException {
    out.writeLong(at.snapshot());
    out.writeLong(at.offset());
    out.writeInt(at.length());
  }

  private void amount(@Nullable BigDecimal amount) throws IOException {
    optional(amount == null ? null : amount.toPlainString());
  }

  private void optional(@Nullable String text) throws IOException {
    text(text == null ? "" : text);
  }

  private void text(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Hands out all projects in the order they came; nothing may be added after that. */
  void each(Consumer<Finding> taker) throws IOException {
    out.close();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (int i = 0; i < count; i++) {
        taker.accept(new Reader(in).finding());
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }

  /** The other direction. */
  private record Reader(DataInputStream in) {

    private static final Field[] FIELDS = Field.values();
    private static final Identifier.Scheme[] SCHEMES = Identifier.Scheme.values();

    Finding finding() throws IOException {
      String key = text();
      Locator at = new Locator(in.readLong(), in.readLong(), in.readInt());
      byte[] digest = in.readNBytes(in.readInt());
      List<Identifier> identifiers = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        identifiers.add(identifier());
      }
      List<Fact> facts = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        facts.add(Fact.of(FIELDS[in.readShort()], text()));
      }
      List<Partner> partners = new ArrayList<>();
      for (int n = in.readInt(); n > 0; n--) {
        partners.add(partner(at));
      }
      return new Finding(RecordKind.PROJECT, key, identifiers, facts, partners, at, digest);
    }

    private Partner partner(Locator at) throws IOException {
      return new Partner(
          identifier(),
          text(),
          amount(),
          amount(),
          amount(),
          optional(),
          optional(),
          null,
          null,
          in.readBoolean(),
          in.readInt(),
          at);
    }

    private Identifier identifier() throws IOException {
      return new Identifier(SCHEMES[in.readByte()], text());
    }

    private @Nullable BigDecimal amount() throws IOException {
      String text = optional();
      return text == null ? null : new BigDecimal(text);
    }

    private @Nullable String optional() throws IOException {
      String text = text();
      return text.isEmpty() ? null : text;
    }

    private String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
  }
}
