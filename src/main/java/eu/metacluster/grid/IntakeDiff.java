package eu.metacluster.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as lines that a person reads: what was claimed before, what would be claimed after. */
final class IntakeDiff {

  private record Slot(long sighting, String field) {}

  private IntakeDiff() {}

  static List<ClaimChange> of(IntakePlan plan, Map<Long, Finding> findings) {
    Map<Slot, List<String>> before = new HashMap<>();
    for (StatedClaim claim : plan.endedClaims) {
      put(before, new Slot(claim.sighting(), claim.field().key()), claim.value());
    }
    for (IntakeState.StatedPartner partner : plan.endedPartners) {
      put(before, new Slot(partner.sighting(), "partner"), partner.facts());
    }
    List<ClaimChange> changes = new ArrayList<>();
    for (IntakePlan.NewClaim claim : plan.claims) {
      Slot slot = new Slot(claim.sighting(), claim.fact().field().key());
      changes.add(line(findings, slot, poll(before, slot), claim.fact().value()));
    }
    for (IntakePlan.NewPartner partner : plan.partners) {
      Slot slot = new Slot(partner.sighting(), "partner");
      String after =
          partner.partner().organisation().value() + " | " + PartnerFacts.of(partner.partner());
      changes.add(line(findings, slot, poll(before, slot), after));
    }
    before.forEach(
        (slot, values) -> values.forEach(value -> changes.add(line(findings, slot, value, null))));
    return changes;
  }

  private static void put(Map<Slot, List<String>> before, Slot slot, String value) {
    before.computeIfAbsent(slot, s -> new ArrayList<>()).add(value);
  }

  private static @Nullable String poll(Map<Slot, List<String>> before, Slot slot) {
    List<String> values = before.get(slot);
    return values == null || values.isEmpty() ? null : values.removeFirst();
  }

  private static ClaimChange line(
      Map<Long, Finding> findings, Slot slot, @Nullable String before, @Nullable String after) {
    Finding finding = findings.get(slot.sighting());
    if (finding == null) {
      throw new IllegalStateException("no finding for sighting " + slot.sighting());
    }
    return new ClaimChange(
        finding.kind(), finding.key(), label(finding), slot.field(), before, after);
  }

  private static String label(Finding finding) {
    String label = finding.key();
    for (Finding.Fact fact : finding.facts()) {
      if (fact.field() == Field.ACRONYM) {
        return fact.value();
      }
      if (fact.field() == Field.TITLE) {
        label = fact.value();
      }
    }
    return label;
  }
}
