package eu.metacluster.harvest.starter;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Validity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the shipped facts: one JSON object a line, organisations before those who name them. */
final class StarterFile {

  private static final Finding.Locator NO_BYTES = new Finding.Locator(0, 0, 0);
  private static final JsonMapper JSON = JsonMapper.shared();

  private StarterFile() {}

  static List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(StarterFile.class.getResourceAsStream("starter.jsonl"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        findings.add(finding(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return findings;
  }

  private static Finding finding(String line) {
    JsonNode node = JSON.readTree(line);
    return new Finding(
        RecordKind.valueOf(node.get("kind").asString()),
        node.get("key").asString(),
        elements(node.get("ids")).map(id -> identifier(id.asString())).toList(),
        elements(node.get("facts")).map(StarterFile::fact).toList(),
        partners(node.get("partners")),
        NO_BYTES,
        digest(line));
  }

  private static Stream<JsonNode> elements(@Nullable JsonNode array) {
    return array == null ? Stream.empty() : StreamSupport.stream(array.spliterator(), false);
  }

  private static Identifier identifier(String text) {
    int colon = text.indexOf(':');
    return Identifier.of(Scheme.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Field, value and, when there are such, the words it was read from and when it held. */
  private static Finding.Fact fact(JsonNode parts) {
    return new Finding.Fact(
        Field.ofKey(parts.get(0).asString()),
        parts.get(1).asString(),
        parts.path(2).stringValueOpt().orElse(null),
        null,
        parts.path(3).stringValueOpt().map(Validity::parse).orElse(null));
  }

  private static List<Finding.Partner> partners(@Nullable JsonNode array) {
    List<Finding.Partner> partners = new ArrayList<>();
    elements(array).forEach(node -> partners.add(partner(node, partners.size() + 1)));
    return partners;
  }

  private static Finding.Partner partner(JsonNode node, int position) {
    String euro = text(node, "contribution");
    String from = text(node, "from");
    String to = text(node, "to");
    return new Finding.Partner(
        identifier(node.get("of").asString()),
        node.get("role").asString(),
        euro == null ? null : new BigDecimal(euro),
        null,
        null,
        text(node, "country"),
        text(node, "nuts"),
        from == null ? null : LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        node.has("ended"),
        position,
        NO_BYTES);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? null : value.asString();
  }

  private static byte[] digest(String line) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
