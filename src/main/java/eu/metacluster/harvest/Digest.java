package eu.metacluster.harvest;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Seals a finding with the hash of its content. The order in which values were seen, where they
 * stand and how the file was written do not count; every value does.
 */
final class Digest {

  private static final int LENGTH = 16;

  private Digest() {}

  static Finding sealed(
      RecordKind kind, String key, Facts stated, List<Partner> partners, Locator at) {
    List<Fact> facts = stated.facts();
    List<Identifier> identifiers = stated.identifiers();
    byte[] digest = of(kind, key, identifiers, facts, partners);
    return new Finding(kind, key, identifiers, facts, partners, at, digest);
  }

  private static byte[] of(
      RecordKind kind,
      String key,
      List<Identifier> identifiers,
      List<Fact> facts,
      List<Partner> partners) {
    List<String> lines = new ArrayList<>(facts.size() + partners.size() + identifiers.size());
    identifiers.forEach(i -> lines.add("i" + i.scheme() + '\u001F' + i.value()));
    facts.forEach(f -> lines.add("f" + f.field().key() + '\u001F' + f.value()));
    partners.forEach(p -> lines.add(line(p)));
    Collections.sort(lines);
    MessageDigest sha = Sha256.begun();
    sha.update((kind.word() + '\u001F' + key).getBytes(StandardCharsets.UTF_8));
    for (String line : lines) {
      sha.update((byte) 0x1E);
      sha.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Arrays.copyOf(sha.digest(), LENGTH);
  }

  private static String line(Partner p) {
    StringBuilder line = new StringBuilder(96).append('p');
    line.append(p.organisation().scheme()).append(':').append(p.organisation().value());
    Object[] parts = {
      p.role(), p.contribution(), p.net(), p.totalCost(), p.country(), p.nuts(), p.from(), p.to()
    };
    for (Object part : parts) {
      line.append('\u001F').append(part == null ? "" : part.toString());
    }
    return line.append('\u001F').append(p.ended()).append(p.position()).toString();
  }
}
