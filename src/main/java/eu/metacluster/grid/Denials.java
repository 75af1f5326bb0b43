package eu.metacluster.grid;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was said not to be so. A denial is a claim like all others; it hides what had been stated
 * until then, and nothing that is stated anew later.
 */
final class Denials {

  private final Map<String, Instant> said = new HashMap<>();

  /** Those among these claims. */
  static Denials of(Collection<StatedClaim> claims) {
    Denials denials = new Denials();
    claims.forEach(claim -> denials.add(claim.field(), claim.value(), claim.retrievedAt()));
    return denials;
  }

  /** Takes note of a claim when it is a denial. */
  void add(Field field, String value, Instant at) {
    if (field == Field.NOT) {
      said.merge(value, at, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** Whether a claim is one that is not shown: denied since, or a denial itself. */
  boolean hide(Field field, String value, Instant at) {
    if (field == Field.NOT) {
      return true;
    }
    Instant denied = said.isEmpty() ? null : said.get(Field.denial(field, value));
    return denied != null && !at.isAfter(denied);
  }

  /** Claims as they are shown: those that were denied have ended with their denial. */
  static List<ClaimView> applied(List<ClaimView> claims) {
    Denials denials = new Denials();
    claims.stream()
        .filter(ClaimView::current)
        .forEach(claim -> denials.add(claim.field(), claim.value(), claim.retrievedAt()));
    return claims.stream()
        .filter(claim -> claim.field() != Field.NOT)
        .map(denials::applied)
        .toList();
  }

  private ClaimView applied(ClaimView claim) {
    Instant denied = said.get(Field.denial(claim.field(), claim.value()));
    if (denied == null || !claim.current() || claim.retrievedAt().isAfter(denied)) {
      return claim;
    }
    return claim.ended(denied);
  }
}
