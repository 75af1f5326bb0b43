package eu.metacluster.opendata.catalogue;

/**
 * What a file is.
 *
 * @param format its word in the EU's table of file types
 * @param mediaType its name in the list of IANA
 * @param packed whether it is compressed with gzip
 */
record FileType(String format, String mediaType, boolean packed) {

  /** By its ending, with or without {@code .gz}. */
  static FileType of(String ending) {
    boolean packed = ending.endsWith(".gz");
    String bare = packed ? ending.substring(0, ending.length() - 3) : ending;
    return switch (bare.substring(bare.lastIndexOf('.') + 1)) {
      case "csv" -> new FileType("CSV", "text/csv", packed);
      case "json", "jsonl", "ndjson" -> new FileType("JSON", "application/json", packed);
      case "jsonld" -> new FileType("JSON_LD", "application/ld+json", packed);
      case "xlsx" ->
          new FileType(
              "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", packed);
      case "parquet" -> new FileType("PARQUET", "application/vnd.apache.parquet", packed);
      case "nt" -> new FileType("RDF_N_TRIPLES", "application/n-triples", packed);
      case "ttl" -> new FileType("RDF_TURTLE", "text/turtle", packed);
      case "rdf" -> new FileType("RDF_XML", "application/rdf+xml", packed);
      case "xml" -> new FileType("XML", "application/xml", packed);
      case "zip" -> new FileType("ZIP", "application/zip", packed);
      default -> new FileType("TXT", "text/plain", packed);
    };
  }
}
