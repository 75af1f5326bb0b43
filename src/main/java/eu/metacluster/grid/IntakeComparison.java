package eu.metacluster.grid;

import eu.metacluster.shared.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a batch of findings against what the grid knew, and plans what follows. Writes nothing. */
final class IntakeComparison {

  private final Origin origin;
  private final int precedence;
  private final LongSupplier numbers;
  private final IntakePlan plan = new IntakePlan();
  private final Map<Identifier, UUID> owners = new HashMap<>();
  private Map<UUID, List<IntakeState.StatedPartner>> partnersBefore = Map.of();

  IntakeComparison(Origin origin, int precedence, LongSupplier numbers) {
    this.origin = origin;
    this.precedence = precedence;
    this.numbers = numbers;
  }

  IntakePlan compare(IntakeState state, List<Finding> batch) {
    Map<IntakeState.Key, IntakeState.Sighting> sightings = state.sightings(origin.source(), batch);
    List<Finding> news = news(batch, sightings);
    if (news.isEmpty()) {
      return plan;
    }
    owners.putAll(state.owners(mentioned(news)));
    List<UUID> records = new ArrayList<>(news.size());
    for (Finding finding : news) {
      IntakeState.Sighting known = sightings.get(IntakeState.Key.of(finding));
      records.add(known == null ? recordOf(finding) : known.record());
    }
    Set<UUID> known =
        records.stream().filter(id -> !plan.openings.containsKey(id)).collect(Collectors.toSet());
    plan.holding.putAll(state.claims(known));
    partnersBefore = state.partners(known);
    for (int i = 0; i < records.size(); i++) {
      take(news.get(i), records.get(i), sightings.get(IntakeState.Key.of(news.get(i))));
    }
    plan.holding.keySet().retainAll(plan.tally.keySet());
    return plan;
  }

  /** What is not simply confirmed; of several statements about one thing the last counts. */
  private List<Finding> news(
      List<Finding> batch, Map<IntakeState.Key, IntakeState.Sighting> sightings) {
    Map<IntakeState.Key, Finding> last = new LinkedHashMap<>();
    for (Finding finding : batch) {
      last.put(IntakeState.Key.of(finding), finding);
    }
    List<Finding> news = new ArrayList<>();
    last.forEach(
        (key, finding) -> {
          IntakeState.Sighting known = sightings.get(key);
          if (known != null && Arrays.equals(known.digest(), finding.digest())) {
            plan.confirmed.add(known);
          } else {
            news.add(finding);
          }
        });
    return news;
  }

  private static Set<Identifier> mentioned(List<Finding> findings) {
    Set<Identifier> all = new HashSet<>();
    for (Finding finding : findings) {
      all.addAll(finding.identifiers());
      finding.partners().forEach(partner -> all.add(partner.organisation()));
    }
    all.removeIf(identifier -> !identifier.scheme().identifying());
    return all;
  }

  private UUID recordOf(Finding finding) {
    return finding.identifiers().stream()
        .filter(identifier -> identifier.scheme().identifying())
        .sorted(Comparator.comparing(Identifier::scheme))
        .map(owners::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> open(finding.kind(), finding.identifiers()));
  }

  private UUID open(RecordKind kind, List<Identifier> identifiers) {
    UUID id = Ids.next();
    plan.openings.put(id, new IntakePlan.Opening(id, kind, identifiers));
    for (Identifier identifier : identifiers) {
      if (identifier.scheme().identifying()) {
        owners.putIfAbsent(identifier, id);
      }
    }
    return id;
  }

  private void take(Finding finding, UUID record, IntakeState.@Nullable Sighting known) {
    long sighting = known == null ? numbers.getAsLong() : known.id();
    plan.seen.add(new IntakePlan.Seen(sighting, finding, record, known));
    plan.identifiers.computeIfAbsent(record, r -> new ArrayList<>()).addAll(finding.identifiers());
    takeFacts(finding, record, sighting);
    takePartners(finding, record, sighting);
    plan.tally.computeIfAbsent(record, r -> new int[2]);
  }

  private void takeFacts(Finding finding, UUID record, long sighting) {
    record Value(Field field, String value, @Nullable String valid) {}
    Map<Value, StatedClaim> before = new HashMap<>();
    for (StatedClaim claim : plan.holding.getOrDefault(record, List.of())) {
      if (claim.sighting() == sighting) {
        before.put(new Value(claim.field(), claim.value(), claim.valid()), claim);
      }
    }
    Set<Value> stated = new HashSet<>();
    for (Finding.Fact fact : finding.facts()) {
      Value value = new Value(fact.field(), fact.value(), Validity.text(fact.valid()));
      if (stated.add(value) && before.remove(value) == null) {
        Finding.Locator at = fact.at() == null ? finding.at() : fact.at();
        plan.write(
            new IntakePlan.NewClaim(numbers.getAsLong(), record, sighting, fact, at),
            precedence,
            origin.retrievedAt());
      }
    }
    before.values().forEach(plan::end);
  }

  private void takePartners(Finding finding, UUID project, long sighting) {
    record Part(UUID organisation, String facts) {}
    Map<Part, IntakeState.StatedPartner> before = new HashMap<>();
    for (IntakeState.StatedPartner partner : partnersBefore.getOrDefault(project, List.of())) {
      if (partner.sighting() == sighting) {
        before.put(new Part(partner.organisation(), partner.facts()), partner);
      }
    }
    Set<Part> stated = new HashSet<>();
    for (Finding.Partner partner : finding.partners()) {
      UUID organisation = organisationOf(partner.organisation());
      Part part = new Part(organisation, PartnerFacts.of(partner));
      if (stated.add(part) && before.remove(part) == null) {
        plan.write(new IntakePlan.NewPartner(project, sighting, organisation, partner));
      }
    }
    before.values().forEach(plan::end);
  }

  private UUID organisationOf(Identifier identifier) {
    if (identifier.scheme() == Identifier.Scheme.RECORD) {
      return UUID.fromString(identifier.value());
    }
    UUID known = owners.get(identifier);
    return known != null ? known : open(RecordKind.ORGANISATION, List.of(identifier));
  }
}
