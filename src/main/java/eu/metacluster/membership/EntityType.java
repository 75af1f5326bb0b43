package eu.metacluster.membership;

/** What kind of organisation applies; the helix follows from it. */
public enum EntityType {
  CLUSTER(Helix.INDUSTRY),
  DIGITAL_INNOVATION_HUB(Helix.INDUSTRY),
  INDUSTRY_ASSOCIATION(Helix.INDUSTRY),
  COMPANY(Helix.INDUSTRY),
  INNOVATION_AGENCY(Helix.GOVERNMENT),
  AUTHORITY(Helix.GOVERNMENT),
  FUNDER(Helix.GOVERNMENT),
  HOSPITAL(Helix.RESEARCH),
  UNIVERSITY(Helix.RESEARCH),
  RESEARCH_CENTRE(Helix.RESEARCH),
  PATIENT_ASSOCIATION(Helix.CIVIL_SOCIETY),
  NON_PROFIT(Helix.CIVIL_SOCIETY);

  private final Helix helix;

  EntityType(Helix helix) {
    this.helix = helix;
  }

  /** Which of the four kinds of actors it is. */
  public Helix helix() {
    return helix;
  }

  /** Whether it may be represented by another one, and represent it. */
  public boolean representable() {
    return this == CLUSTER || this == DIGITAL_INNOVATION_HUB;
  }
}
