package eu.metacluster.intake.form;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands what somebody typed to say which thing is meant, in whatever writing. */
final class Pointer {

  private static final int LONGEST = 2_000;
  private static final Pattern NCT = Pattern.compile("\\bNCT\\d{8}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ROR =
      Pattern.compile("^(?:(?:https?://)?ror\\.org/)?(0[a-hj-km-np-tv-z0-9]{6}\\d{2})/?$");
  private static final Pattern DOI = Pattern.compile("\\b(10\\.\\d{4,9}/[^\\s?#\"]+)");
  private static final Pattern GRANT_DOI = Pattern.compile("^10\\.3030/(\\d{6,9})$");
  private static final Pattern CORDIS =
      Pattern.compile("cordis\\.europa\\.eu/projects?/(?:id/|rcn/)?(\\d{6,9})\\b");
  private static final Pattern ZENODO =
      Pattern.compile("zenodo\\.org/(?:api/)?records?/(\\d{4,12})\\b");
  private static final Pattern GRANT = Pattern.compile("^[\\p{L}°#.:\\s]{0,40}?(\\d{6,9})$");
  private static final Pattern HOST =
      Pattern.compile("^(?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,}(?::\\d+)?(?:/\\S*)?$");

  private Pointer() {}

  /** The name in a registry that was typed, or the web address; empty when it is neither. */
  static Optional<Identifier> of(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Identifier> trial = first(NCT, text, Scheme.NCT, 0);
    if (trial.isPresent()) {
      return trial;
    }
    Optional<Identifier> ror = first(ROR, text.toLowerCase(Locale.ROOT), Scheme.ROR, 1);
    if (ror.isPresent()) {
      return ror;
    }
    Optional<Identifier> doi = doi(text);
    if (doi.isPresent()) {
      return doi;
    }
    Optional<Identifier> grant =
        List.of(CORDIS, GRANT).stream()
            .flatMap(pattern -> first(pattern, text, Scheme.GRANT, 1).stream())
            .findFirst();
    return grant.isPresent() ? grant : address(text);
  }

  private static Optional<Identifier> doi(String text) {
    Matcher zenodo = ZENODO.matcher(text);
    if (zenodo.find()) {
      return Optional.of(Identifier.of(Scheme.DOI, "10.5281/zenodo." + zenodo.group(1)));
    }
    Matcher doi = DOI.matcher(text);
    if (!doi.find()) {
      return Optional.empty();
    }
    String name = doi.group(1).replaceAll("[.,;:)\\]}>]+$", "");
    Matcher grant = GRANT_DOI.matcher(name);
    return Optional.of(
        grant.matches()
            ? Identifier.of(Scheme.GRANT, grant.group(1))
            : Identifier.of(Scheme.DOI, name));
  }

  private static Optional<Identifier> first(
      Pattern pattern, String text, Scheme scheme, int group) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(Identifier.of(scheme, found.group(group))) : Optional.empty();
  }

  private static Optional<Identifier> address(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean whole = lower.startsWith("http://") || lower.startsWith("https://");
    if (whole && !text.contains(" ")) {
      return Optional.of(Identifier.of(Scheme.URL, text));
    }
    return HOST.matcher(text).matches()
        ? Optional.of(Identifier.of(Scheme.URL, "https://" + text))
        : Optional.empty();
  }
}
