package eu.metacluster.opendata.rdf;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;

/** In which writing RDF is given. */
public enum RdfForm {
  TURTLE("ttl", RDFFormat.TURTLE_BLOCKS, "text/turtle", "application/x-turtle", "text/n3"),
  JSON_LD("jsonld", RDFFormat.JSONLD11_PLAIN, "application/ld+json", "application/json"),
  RDF_XML("rdf", RDFFormat.RDFXML_PLAIN, "application/rdf+xml", "application/xml", "text/xml"),
  N_TRIPLES("nt", RDFFormat.NTRIPLES_UTF8, "application/n-triples", "text/plain");

  /** What an ending of an address may be, as a pattern. */
  public static final String ENDINGS = "ttl|jsonld|rdf|nt";

  private static final int LONGEST_ACCEPT = 2_000;

  private final String ending;
  private final RDFFormat format;
  private final List<String> types;

  RdfForm(String ending, RDFFormat format, String... types) {
    this.ending = ending;
    this.format = format;
    this.types = List.of(types);
  }

  /** The end of an address in this form, without the dot. */
  public String ending() {
    return ending;
  }

  /** The media type that answers carry. */
  public String type() {
    return types.getFirst();
  }

  /** How the RDF library calls it. */
  public RDFFormat format() {
    return format;
  }

  /** The form with this ending. */
  public static Optional<RdfForm> ofEnding(String ending) {
    return Arrays.stream(values()).filter(form -> form.ending.equals(ending)).findFirst();
  }

  /**
   * What a client is given that accepts this: the form that it likes best, Turtle when it does not
   * mind.
   *
   * @return nothing when it accepts none of them, or what it says cannot be read
   */
  public static Optional<RdfForm> accepted(@Nullable String accept) {
    if (accept == null || accept.isBlank()) {
      return Optional.of(TURTLE);
    }
    if (accept.length() > LONGEST_ACCEPT) {
      return Optional.empty();
    }
    RdfForm best = null;
    double liked = 0;
    for (String each : accept.split(",", -1)) {
      double quality = quality(each);
      Optional<RdfForm> form = ofRange(each.split(";", -1)[0].strip().toLowerCase(Locale.ROOT));
      if (form.isPresent() && quality > liked) {
        best = form.get();
        liked = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a page for people is liked at least as well as any form for machines. */
  public static boolean prefersPage(@Nullable String accept) {
    if (accept == null || accept.length() > LONGEST_ACCEPT) {
      return false;
    }
    double page = 0;
    double data = 0;
    for (String each : accept.split(",", -1)) {
      String range = each.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
      if (range.equals("text/html") || range.equals("application/xhtml+xml")) {
        page = Math.max(page, quality(each));
      } else if (!range.endsWith("/*") && ofRange(range).isPresent()) {
        data = Math.max(data, quality(each));
      }
    }
    return page > 0 && page >= data;
  }

  private static Optional<RdfForm> ofRange(String range) {
    return switch (range) {
      case "*/*", "text/*", "application/*" ->
          Optional.of(range.equals("application/*") ? JSON_LD : TURTLE);
      default -> Arrays.stream(values()).filter(form -> form.types.contains(range)).findFirst();
    };
  }

  private static double quality(String range) {
    for (String parameter : range.split(";", -1)) {
      String stripped = parameter.strip();
      if (stripped.startsWith("q=")) {
        try {
          double quality = Double.parseDouble(stripped.substring(2));
          return quality >= 0 && quality <= 1 ? quality : 0;
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}
