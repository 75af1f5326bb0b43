package eu.metacluster.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch would do to the grid; made by {@link IntakeComparison}, carried out or shown. */
final class IntakePlan {

  /** A claim to write, under its number. */
  record NewClaim(long id, UUID record, long sighting, Finding.Fact fact, Finding.Locator at) {}

  /** A participation to write. */
  record NewPartner(UUID project, long sighting, UUID organisation, Finding.Partner partner) {}

  /** A sighting to write ({@code known} null) or to renew. */
  record Seen(long id, Finding finding, UUID record, IntakeState.@Nullable Sighting known) {}

  /** A record to open. */
  record Opening(UUID id, RecordKind kind, List<Identifier> identifiers) {

    /** What it is called before anybody gives it a title. */
    String name() {
      return identifiers.isEmpty() ? id.toString() : identifiers.getFirst().value();
    }
  }

  final List<IntakeState.Sighting> confirmed = new ArrayList<>();
  final Map<UUID, Opening> openings = new LinkedHashMap<>();
  final List<NewClaim> claims = new ArrayList<>();
  final List<StatedClaim> endedClaims = new ArrayList<>();
  final List<NewPartner> partners = new ArrayList<>();
  final List<IntakeState.StatedPartner> endedPartners = new ArrayList<>();
  final List<Seen> seen = new ArrayList<>();
  final Map<UUID, List<Identifier>> identifiers = new HashMap<>();

  /** Claims that hold after the plan, for each record whose claims change. */
  final Map<UUID, List<StatedClaim>> holding = new LinkedHashMap<>();

  /** Claims written and ended by record, for the journal: [written, ended]. */
  final Map<UUID, int[]> tally = new LinkedHashMap<>();

  void write(NewClaim claim, int precedence, Instant at) {
    claims.add(claim);
    count(claim.record(), 0);
    holding
        .computeIfAbsent(claim.record(), r -> new ArrayList<>())
        .add(
            new StatedClaim(
                claim.record(),
                claim.id(),
                claim.sighting(),
                claim.fact().field(),
                claim.fact().value(),
                Validity.text(claim.fact().valid()),
                precedence,
                at));
  }

  void end(StatedClaim claim) {
    endedClaims.add(claim);
    count(claim.record(), 1);
    List<StatedClaim> left = holding.get(claim.record());
    if (left != null) {
      left.remove(claim);
    }
  }

  void write(NewPartner partner) {
    partners.add(partner);
    count(partner.project(), 0);
  }

  void end(IntakeState.StatedPartner partner) {
    endedPartners.add(partner);
    count(partner.project(), 1);
  }

  private void count(UUID record, int which) {
    tally.computeIfAbsent(record, r -> new int[2])[which]++;
  }

  /** Whether a record that was there before gains or loses a claim. */
  boolean changes(UUID record) {
    int[] counts = tally.getOrDefault(record, new int[2]);
    return !openings.containsKey(record) && counts[0] + counts[1] > 0;
  }

  /** The outcome of a batch that is not written: partners of earlier batches are no news. */
  IntakeOutcome foreseen() {
    IntakeOutcome all = outcome();
    int described = (int) seen.stream().filter(one -> openings.containsKey(one.record())).count();
    return new IntakeOutcome(
        described, all.changed(), all.confirmed(), all.claimsWritten(), all.claimsEnded());
  }

  IntakeOutcome outcome() {
    int changed = (int) tally.keySet().stream().filter(this::changes).count();
    return new IntakeOutcome(
        openings.size(),
        changed,
        confirmed.size(),
        claims.size() + partners.size(),
        endedClaims.size() + endedPartners.size());
  }
}
