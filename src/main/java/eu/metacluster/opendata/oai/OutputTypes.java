package eu.metacluster.opendata.oai;

import java.util.Locale;

/** What sort of output it is, in the lists of words of DataCite, OpenAIRE and COAR. */
final class OutputTypes {

  private static final String COAR = "http://purl.org/coar/resource_type/";

  private OutputTypes() {}

  /** A type of the COAR vocabulary with its class in OpenAIRE. */
  record Coar(String general, String address, String word) {}

  static String dataCite(String sort) {
    String word = sort.toLowerCase(Locale.ROOT);
    if (word.contains("trial") || word.contains("registration")) {
      return "StudyRegistration";
    }
    if (word.contains("article") || word.contains("review")) {
      return "JournalArticle";
    }
    return switch (word) {
      case "dataset", "data set" -> "Dataset";
      case "software" -> "Software";
      case "report", "deliverable", "project deliverable" -> "Report";
      case "preprint" -> "Preprint";
      case "book" -> "Book";
      case "book chapter", "chapter" -> "BookChapter";
      case "thesis", "dissertation" -> "Dissertation";
      case "presentation" -> "Presentation";
      case "poster" -> "Poster";
      case "image" -> "Image";
      case "video" -> "Audiovisual";
      case "conference paper", "proceedings" -> "ConferencePaper";
      default -> "Other";
    };
  }

  static Coar coar(String kind, String sort) {
    if (!kind.equals("output")) {
      return other();
    }
    return switch (dataCite(sort)) {
      case "JournalArticle" -> new Coar("literature", COAR + "c_6501", "journal article");
      case "Preprint" -> new Coar("literature", COAR + "c_816b", "preprint");
      case "Report" -> new Coar("literature", COAR + "c_93fc", "report");
      case "Book" -> new Coar("literature", COAR + "c_2f33", "book");
      case "BookChapter" -> new Coar("literature", COAR + "c_3248", "book part");
      case "ConferencePaper" -> new Coar("literature", COAR + "c_5794", "conference paper");
      case "Poster" -> new Coar("literature", COAR + "c_6670", "conference poster");
      case "Dissertation" -> new Coar("literature", COAR + "c_46ec", "thesis");
      case "Dataset" -> new Coar("dataset", COAR + "c_ddb1", "dataset");
      case "Software" -> new Coar("software", COAR + "c_5ce6", "software");
      default -> other();
    };
  }

  private static Coar other() {
    return new Coar("other research product", COAR + "c_1843", "other");
  }
}
