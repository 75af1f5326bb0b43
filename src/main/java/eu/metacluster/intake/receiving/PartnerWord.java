package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a correction says of one partner of a record: that it is missing, that it is none, or that
 * it has another role.
 *
 * @param organisation the partner that the page shows; null of one that is missing there
 * @param name what it is called on the page; of a missing one what was typed: PIC, ROR id or name
 * @param was its role on the page, empty of a missing one
 * @param role the role that it has, empty when it is no partner
 */
public record PartnerWord(@Nullable UUID organisation, String name, String was, String role) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ROR =
      Pattern.compile("(?:https?://)?(?:ror\\.org/)?\\b(0[a-hj-km-np-tv-z0-9]{6}\\d{2})\\b/?");
  private static final Pattern PIC = Pattern.compile("\\b\\d{9}\\b");
  private static final Pattern LABEL = Pattern.compile("(?i)\\b(?:pic|ror)\\b\\s*:?");

  /** One that the page lacks. */
  public static PartnerWord missing(String typed, String role) {
    return new PartnerWord(null, typed, "", role);
  }

  /** Whether the page lacks it. */
  public boolean missing() {
    return organisation == null;
  }

  /** Whether it is no partner. */
  public boolean wrong() {
    return role.isEmpty();
  }

  /** The bundle key of the sentence that says it; its argument is the name. */
  public String key() {
    return "intake.partner." + (missing() ? "missing." : wrong() ? "wrong" : "role.") + role;
  }

  /** The PIC or ROR id in what was typed. */
  public Optional<Identifier> identifier() {
    Matcher pic = PIC.matcher(name);
    if (pic.find()) {
      return Optional.of(Identifier.of(Scheme.PIC, pic.group()));
    }
    Matcher ror = ROR.matcher(name.toLowerCase(Locale.ROOT));
    return ror.find() ? Optional.of(Identifier.of(Scheme.ROR, ror.group(1))) : Optional.empty();
  }

  /** What was typed beside the PIC or ROR id. */
  public String plainName() {
    Identifier identifier = identifier().orElse(null);
    if (identifier == null) {
      return name.strip();
    }
    Pattern number = identifier.scheme() == Scheme.PIC ? PIC : ROR;
    String rest =
        Pattern.compile(number.pattern(), Pattern.CASE_INSENSITIVE).matcher(name).replaceAll(" ");
    return LABEL
        .matcher(rest)
        .replaceAll(" ")
        .replaceAll("\\(\\s*\\)", " ")
        .replaceAll("^[\\s,;:/–-]+|[\\s,;:/–-]+$", "")
        .replaceAll("\\s+", " ");
  }

  /** As it is stored; null for nothing. */
  static @Nullable String json(List<PartnerWord> words) {
    return words.isEmpty()
        ? null
        : JSON.writeValueAsString(
            words.stream()
                .map(
                    one ->
                        List.of(
                            one.organisation == null ? "" : one.organisation.toString(),
                            one.name,
                            one.was,
                            one.role))
                .toList());
  }

  static List<PartnerWord> read(@Nullable String json) {
    List<PartnerWord> words = new ArrayList<>();
    if (json != null) {
      for (JsonNode row : JSON.readTree(json)) {
        String organisation = row.path(0).asString("");
        words.add(
            new PartnerWord(
                organisation.isEmpty() ? null : UUID.fromString(organisation),
                row.path(1).asString(""),
                row.path(2).asString(""),
                row.path(3).asString("")));
      }
    }
    return words;
  }
}
