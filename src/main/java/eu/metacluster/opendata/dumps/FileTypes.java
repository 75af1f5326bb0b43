package eu.metacluster.opendata.dumps;

/** Media types of the files of a dump, of what is in them when they are compressed. */
final class FileTypes {

  private FileTypes() {}

  static String of(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "csv" -> "text/csv";
      case "jsonl" -> "application/jsonl";
      case "json" -> "application/json";
      case "parquet" -> "application/vnd.apache.parquet";
      case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case "nt" -> "application/n-triples";
      default -> "text/plain";
    };
  }
}
