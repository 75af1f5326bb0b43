package eu.metacluster.opendata.oai;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In what form a record is given. */
enum Format {
  DUBLIN_CORE(
      "oai_dc",
      "http://www.openarchives.org/OAI/2.0/oai_dc/",
      "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
      List.of()),
  DATACITE(
      "oai_datacite",
      "http://datacite.org/schema/kernel-4",
      "https://schema.datacite.org/meta/kernel-4.7/metadata.xsd",
      List.of()),
  /** For research products only: a project or an organisation is none. */
  OPENAIRE(
      "oai_openaire",
      "http://namespace.openaire.eu/schema/oaire/",
      "https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd",
      List.of("output", "practice", "training"));

  private final String prefix;
  private final String namespace;
  private final String schema;
  private final List<String> kinds;

  Format(String prefix, String namespace, String schema, List<String> kinds) {
    this.prefix = prefix;
    this.namespace = namespace;
    this.schema = schema;
    this.kinds = kinds;
  }

  /** The word that harvesters ask with. */
  String prefix() {
    return prefix;
  }

  String namespace() {
    return namespace;
  }

  String schema() {
    return schema;
  }

  /** Whether records of this kind are given in this form. */
  boolean gives(String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  static Optional<Format> of(String prefix) {
    return Arrays.stream(values()).filter(format -> format.prefix.equals(prefix)).findFirst();
  }
}
