package eu.metacluster.screening.linkage;

import java.util.List;

/**
 * An organisation that a mention is held to mean.
 *
 * @param organisation the register's entry
 * @param probability between 0 and 1
 * @param reasons what speaks for and against it, the heaviest first; {@code column} is one of name,
 *     text, acronym, country, city, website, rivals, family, kind
 */
public record OrganisationLink(
    Organisation organisation, double probability, List<Agreement> reasons) {

  /** Copies the reasons. */
  public OrganisationLink {
    reasons = List.copyOf(reasons);
  }
}
