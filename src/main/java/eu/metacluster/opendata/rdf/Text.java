package eu.metacluster.opendata.rdf;

import eu.metacluster.opendata.described.Described;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Texts and addresses as RDF can hold them in each of its forms. */
final class Text {

  private Text() {}

  /** The text without what XML has no way to say and no machine can read. */
  static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(Text::allowed).forEach(kept::appendCodePoint);
    return kept.length() == text.length() ? text : kept.toString();
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** The address when a machine can follow it, else null. */
  static @Nullable String address(String text) {
    try {
      URI uri = new URI(text.strip());
      return uri.getScheme() != null && uri.getScheme().startsWith("http") && uri.getHost() != null
          ? uri.toASCIIString()
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** What the thing is called elsewhere, null when that is no address. */
  static @Nullable String sameAs(Described.Name name) {
    return switch (name.scheme()) {
      case "DOI" -> address("https://doi.org/" + name.value());
      case "ROR" -> address("https://ror.org/" + name.value());
      case "GRANT" -> address("https://cordis.europa.eu/project/id/" + name.value());
      case "NCT" -> address("https://clinicaltrials.gov/study/" + name.value());
      case "PMID" -> address("https://pubmed.ncbi.nlm.nih.gov/" + name.value() + "/");
      default -> null;
    };
  }
}
