package eu.metacluster.screening.linkage;

import java.util.List;

/**
 * An entry of a register of organisations.
 *
 * @param id its identifier there, such as a ROR without the address
 * @param name its first name
 * @param otherNames aliases, former names and names in other languages
 * @param acronyms short forms
 * @param types what kind of organisation it is, in the register's words, lower case
 * @param active false when the entry was withdrawn or the organisation has ended
 * @param country ISO code of two letters, or empty
 * @param city in any spelling, or empty
 * @param website address, or empty
 * @param parents identifiers of organisations it belongs to
 */
public record Organisation(
    String id,
    String name,
    List<String> otherNames,
    List<String> acronyms,
    List<String> types,
    boolean active,
    String country,
    String city,
    String website,
    List<String> parents) {

  /** Copies the lists. */
  public Organisation {
    otherNames = List.copyOf(otherNames);
    acronyms = List.copyOf(acronyms);
    types = List.copyOf(types);
    parents = List.copyOf(parents);
  }
}
