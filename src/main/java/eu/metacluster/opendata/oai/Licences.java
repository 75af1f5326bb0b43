package eu.metacluster.opendata.oai;

import java.util.Locale;

/** Licences by their addresses. */
final class Licences {

  private Licences() {}

  /** The licence's address where it is a well-known one, else the words that the source uses. */
  static String address(String licence) {
    return switch (licence.toUpperCase(Locale.ROOT).replace(' ', '-')) {
      case "CC0", "CC0-1.0" -> "https://creativecommons.org/publicdomain/zero/1.0/";
      case "CC-BY", "CC-BY-4.0" -> "https://creativecommons.org/licenses/by/4.0/";
      case "CC-BY-SA", "CC-BY-SA-4.0" -> "https://creativecommons.org/licenses/by-sa/4.0/";
      case "CC-BY-NC-4.0" -> "https://creativecommons.org/licenses/by-nc/4.0/";
      case "ODC-BY", "ODC-BY-1.0" -> "https://opendatacommons.org/licenses/by/1-0/";
      default -> licence;
    };
  }
}
