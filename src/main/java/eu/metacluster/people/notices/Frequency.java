package eu.metacluster.people.notices;

/**
 * How often a person hears of a topic by mail. The notice stands on the notices page in any case.
 */
public enum Frequency {
  AT_ONCE,
  DAILY,
  WEEKLY,
  NEVER
}
