package eu.metacluster.opendata.catalogue;

import java.util.Locale;
import java.util.Optional;

/**
 * A licence in the words of the EU's table.
 *
 * @param code its name in the table
 * @param type its name in the list of licence types of ADMS
 */
record Licence(String code, String label, String type) {

  static final Licence ATTRIBUTION =
      new Licence("CC_BY_4_0", "Creative Commons Attribution 4.0 International", "Attribution");

  /** The licence that an SPDX name stands for, when the table has it. */
  static Optional<Licence> of(String spdx) {
    return Optional.ofNullable(
        switch (spdx.toUpperCase(Locale.ROOT)) {
          case "CC-BY-4.0" -> ATTRIBUTION;
          case "CC0-1.0" ->
              new Licence("CC0", "Creative Commons CC0 1.0 Universal", "PublicDomain");
          case "CC-BY-SA-4.0" ->
              new Licence(
                  "CC_BYSA_4_0",
                  "Creative Commons Attribution Share Alike 4.0",
                  "ShareAlike-CopyLeft");
          default -> null;
        });
  }
}
