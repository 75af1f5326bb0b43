package eu.metacluster.opendata.oai;

import eu.metacluster.opendata.described.Described.Name;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where the registries show what they gave a name to. */
final class Names {

  private Names() {}

  /** The address of the thing at its registry, null when it has none or it is no address. */
  static @Nullable String address(Name name) {
    String value = name.value();
    String address =
        switch (name.scheme()) {
          case "DOI" -> "https://doi.org/" + value;
          case "ROR" -> "https://ror.org/" + value;
          case "GRANT" -> "https://cordis.europa.eu/project/id/" + value;
          case "NCT" -> "https://clinicaltrials.gov/study/" + value;
          case "EU_CT" -> "https://euclinicaltrials.eu/ctis-public/view/" + value;
          case "PMID" -> "https://pubmed.ncbi.nlm.nih.gov/" + value + "/";
          case "WIKIDATA" -> "http://www.wikidata.org/entity/" + value;
          case "ISNI" -> "https://isni.org/isni/" + value;
          case "FUNDREF" -> "https://doi.org/10.13039/" + value;
          case "URL" -> value;
          default -> null;
        };
    return address == null ? null : valid(address);
  }

  /** The address when it is one that a machine can follow. */
  static @Nullable String valid(String address) {
    try {
      URI uri = new URI(address);
      return uri.isAbsolute() && uri.getScheme().startsWith("http") && uri.getHost() != null
          ? uri.toASCIIString()
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
