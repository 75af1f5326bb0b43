package eu.metacluster.grid;

import java.util.Locale;

/**
 * A name that some registry gave to a thing.
 *
 * @param scheme which registry
 * @param value the identifier in its canonical writing, see {@link #of}
 */
public record Identifier(Scheme scheme, String value) {

  /** The registries the grid knows. */
  public enum Scheme {
    /** EU grant agreement number, digits. */
    GRANT(true),
    /** CORDIS record control number of a project. */
    RCN(true),
    /** Digital object identifier, lower case, without resolver. */
    DOI(true),
    /** Participant identification code of the EU, nine digits. */
    PIC(true),
    /** Research Organization Registry, the nine-character id. */
    ROR(true),
    /** VAT number. Group companies and ministries share one, so it never decides identity alone. */
    VAT(false),
    /** ClinicalTrials.gov identifier. */
    NCT(true),
    /** EU Clinical Trials number of the CTIS register. */
    EU_CT(true),
    /** EudraCT number of the former register of trials. */
    EUDRACT(true),
    /** PubMed number, digits. */
    PMID(true),
    /** Global Research Identifier Database. */
    GRID(true),
    /** International Standard Name Identifier, 16 characters without spaces. */
    ISNI(true),
    /** Wikidata item, such as Q1144. Some stand for a group and its members. */
    WIKIDATA(false),
    /** Crossref Funder ID, digits. Some stand for a group and its members. */
    FUNDREF(false),
    /** Web address. Shared by departments, so it never decides identity alone. */
    URL(false),
    /** Topic code of a funding call. */
    TOPIC(true),
    /** Programme part code, such as HORIZON.2.1. */
    PROGRAMME(true),
    /** A name of the product's own starter set. */
    STARTER(true),
    /** The grid's own id of a record: by it a finding names one that is there; never kept. */
    RECORD(true);

    private final boolean identifying;

    Scheme(boolean identifying) {
      this.identifying = identifying;
    }

    /** Whether two records with the same value are the same thing. */
    public boolean identifying() {
      return identifying;
    }
  }

  /**
   * An identifier in canonical writing: trimmed, DOI without resolver, DOI and ROR in lower case.
   */
  public static Identifier of(Scheme scheme, String raw) {
    String value = raw.strip();
    return new Identifier(
        scheme,
        switch (scheme) {
          case DOI -> afterResolver(value, "doi.org/").toLowerCase(Locale.ROOT);
          case ROR -> afterResolver(value, "ror.org/").toLowerCase(Locale.ROOT);
          case VAT, NCT, EU_CT, EUDRACT, WIKIDATA -> value.toUpperCase(Locale.ROOT);
          case ISNI -> value.replace(" ", "").toUpperCase(Locale.ROOT);
          case GRANT, RCN, PIC, PMID, GRID, FUNDREF, URL, TOPIC, PROGRAMME, STARTER, RECORD ->
              value;
        });
  }

  private static String afterResolver(String value, String resolver) {
    int at = value.indexOf(resolver);
    return at < 0 ? value : value.substring(at + resolver.length());
  }
}
