package eu.metacluster.harvest.values;

import eu.metacluster.shared.Refusal;

/** Numbers that a person sets. */
public final class Numbers {

  private Numbers() {}

  /**
   * The number, brought between two bounds.
   *
   * @throws Refusal when it is none
   */
  public static int between(String set, int least, int most) {
    try {
      return Math.clamp(Long.parseLong(set.strip()), least, most);
    } catch (NumberFormatException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1462", "harvest.refusal.number", set);
    }
  }
}
