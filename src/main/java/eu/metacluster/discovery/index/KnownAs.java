package eu.metacluster.discovery.index;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that an organisation may have of which only the distinctive words were typed: who types
 * "gustave roussy" means the Institut Gustave Roussy, and not the foundation that is called after
 * it. They are looked for as whole names; what is no name finds nothing.
 */
final class KnownAs {

  /** What is called so comes after what is called exactly as typed, and before all else. */
  static final float WEIGHT = 500f;

  private static final List<String> BEFORE =
      List.of(
          "institut ",
          "institute of ",
          "instituto ",
          "istituto ",
          "university of ",
          "universite de ",
          "universite ",
          "universitat ",
          "universitat de ",
          "universitaet ",
          "universidad de ",
          "universidade de ",
          "universita degli studi di ",
          "universita di ");

  private static final List<String> AFTER =
      List.of(" institutet", " institute", " university", " universitet", " universiteit");

  private static final int SHORTEST = 4;
  private static final int LONGEST = 60;
  private static final Pattern NAME = Pattern.compile("\\p{L}+(?:[ '-]\\p{L}+){0,3}");

  private KnownAs() {}

  /** The whole names, folded as {@link Words#whole} does; none for what is no name. */
  static List<String> of(String whole) {
    if (whole.length() < SHORTEST || whole.length() > LONGEST || !NAME.matcher(whole).matches()) {
      return List.of();
    }
    return Stream.concat(
            BEFORE.stream().map(before -> before + whole),
            AFTER.stream().map(after -> whole + after))
        .toList();
  }
}
