package eu.metacluster.membership;

/** The four kinds of actors of a region, which a partnership wants in balance. */
public enum Helix {
  INDUSTRY,
  RESEARCH,
  GOVERNMENT,
  CIVIL_SOCIETY
}
