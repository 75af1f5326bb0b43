package eu.metacluster.harvest.sedia;

import java.util.Map;

/** The programmes behind the portal's numbers, named as the grid and the portal name them. */
final class Frameworks {

  private static final Map<String, String> BY_NUMBER =
      Map.ofEntries(
          Map.entry("43108390", "HORIZON"),
          Map.entry("31045243", "H2020"),
          Map.entry("44181033", "European Defence Fund"),
          Map.entry("43252405", "LIFE"),
          Map.entry("111111", "EU External Action"),
          Map.entry("43152860", "Digital Europe"),
          Map.entry("43298916", "Euratom"),
          Map.entry("43251567", "Connecting Europe Facility"),
          Map.entry("43251589", "CERV"),
          Map.entry("43251842", "EUAF"),
          Map.entry("43252449", "RFCS"),
          Map.entry("43353764", "Erasmus+"),
          Map.entry("43637601", "Pilot Projects & Preparatory Actions"),
          Map.entry("43254019", "ESF+"),
          Map.entry("43252368", "ISF"),
          Map.entry("45532249", "EU Agencies"),
          Map.entry("43252386", "Justice"),
          Map.entry("44416173", "Interregional Innovation"),
          Map.entry("43252433", "Pericles IV"),
          Map.entry("43392145", "EMFAF"),
          Map.entry("43251814", "Creative Europe"),
          Map.entry("43332642", "EU4Health"),
          Map.entry("43252476", "Single Market Programme"));

  private Frameworks() {}

  /**
   * The name of a programme.
   *
   * @param stated what the source calls it, for numbers that are not known here; may be empty
   */
  static String name(String number, String stated) {
    return BY_NUMBER.getOrDefault(number, stated);
  }
}
