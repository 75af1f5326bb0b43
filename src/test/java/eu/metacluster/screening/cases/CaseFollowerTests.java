package eu.metacluster.screening.cases;

import static eu.metacluster.screening.Committee.CORE;
import static eu.metacluster.screening.Committee.OUT;
import static eu.metacluster.screening.Committee.number;
import static eu.metacluster.screening.Committee.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordState;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Splitting;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class CaseFollowerTests {

  private static final Lifecycle.Reason NOBODY = new Lifecycle.Reason(null, null, null);

  @Autowired Committee committee;
  @Autowired Cases cases;
  @Autowired CaseIntake reconciling;
  @Autowired CaseFollower follower;
  @Autowired Deciding deciding;
  @Autowired Splitting splitting;
  @Autowired Intake intake;
  @Autowired Lifecycle lifecycle;
  @Autowired TransactionTemplate transaction;

  private final String grant = number();

  @Test
  void aCandidateOpensACaseWithItsScoreAndTwoWeeks() {
    committee.propose(committee.origin(), project(grant, "LIQ", "Liquid biopsy " + grant, CORE));

    CaseFile file = committee.caseOf(grant);
    assertThat(file.open()).isTrue();
    assertThat(file.scope()).isEqualTo("core");
    assertThat(file.core()).isBetween(0.5, file.any());
    assertThat(file.facets().cancers()).contains("lung");
    assertThat(file.year()).isEqualTo(2024);
    assertThat(file.sources()).containsExactly("Source of a test");
    assertThat(file.dueOn())
        .as("two weeks, and a working day")
        .isBetween(LocalDate.now().plusDays(14), LocalDate.now().plusDays(28));
    assertThat(file.dueOn().getDayOfWeek().getValue()).isLessThan(6);
    assertThat(cases.reading(file).evidence()).isNotEmpty();
  }

  @Test
  void lookingTwiceChangesNothing() {
    committee.propose(committee.origin(), project(grant, "LIQ", "Liquid biopsy " + grant, CORE));
    CaseFile before = committee.caseOf(grant);

    reconciling.reconcile(List.of(before.lead()));
    reconciling.reconcile(List.of(before.lead(), UUID.randomUUID()));

    assertThat(committee.caseOf(grant)).isEqualTo(before);
    assertThat(cases.members(before)).containsExactly(before.lead());
  }

  @Test
  void aChangedTextIsReadAgainWhileTheCaseIsOpen() {
    Origin origin = committee.origin();
    committee.propose(origin, project(grant, "WIND", "Wind at sea " + grant, OUT));
    CaseFile before = committee.caseOf(grant);
    committee.propose(origin, project(grant, "LIQ", "Lung cancer " + grant, CORE));

    CaseFile after = committee.caseOf(grant);
    assertThat(before.scope()).isEqualTo("out");
    assertThat(after.handle()).isEqualTo(before.handle());
    assertThat(after.scope()).isEqualTo("core");
    assertThat(after.title()).isEqualTo("Lung cancer " + grant);
    assertThat(after.readAt()).isAfter(before.readAt());
  }

  @Test
  void organisationsOpenNoCase() {
    CaseFile file = committee.newCase();
    assertThat(Candidate.concerns(committee.record(file))).isTrue();
    assertThat(cases.ofRecord(UUID.randomUUID())).isEmpty();
  }

  @Test
  void exactLookAlikesAreOneCaseAndCanBeSplit() {
    String other = number();
    committee.propose(
        committee.origin(), project(grant, "TWIN", "Twin study of lung cancer " + grant, CORE));
    committee.propose(
        committee.origin(), project(other, "Twin", "TWIN study – of lung cancer: " + grant, CORE));

    CaseFile group = committee.caseOf(grant);
    assertThat(committee.caseOf(other).id()).isEqualTo(group.id());
    assertThat(cases.members(group)).hasSize(2);

    UUID leaving = committee.record(other).id();
    String own = splitting.split(committee.ada.account(), group.handle(), leaving);
    assertThat(cases.members(committee.caseOf(grant))).hasSize(1);
    assertThat(committee.caseOf(other).handle()).isEqualTo(own).isNotEqualTo(group.handle());
    assertThat(cases.alike(committee.caseOf(other))).extracting(CaseFile::id).contains(group.id());

    reconciling.reconcile(List.of(leaving, group.lead()));
    assertThat(committee.caseOf(other).handle()).isEqualTo(own);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> splitting.split(committee.ada.account(), own, leaving))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MC-1517"));
  }

  @Test
  void theLeadCanBeSplitOffAndTheRestIsReadAgain() {
    String other = number();
    Origin origin = committee.origin();
    committee.propose(
        origin,
        project(grant, "SAME", "Same words " + grant, CORE),
        project(other, "SAME", "Same words " + grant, OUT));
    CaseFile group = committee.caseOf(grant);
    splitting.split(committee.ada.account(), group.handle(), group.lead());

    CaseFile rest = committee.again(group);
    assertThat(rest.lead()).isNotEqualTo(group.lead());
    assertThat(rest.scope()).isNotEqualTo(group.scope());
    assertThat(cases.members(rest)).containsExactly(rest.lead());
  }

  @Test
  void aCaseClosesWhenItsRunIsTakenBackAndReopensWhenItComesAgain() {
    Origin origin = committee.origin();
    Finding finding = project(grant, "BACK", "Taken back lung cancer " + grant, CORE);
    committee.propose(origin, finding);
    CaseFile file = committee.caseOf(grant);
    intake.rollback(origin);
    committee.settle();
    assertThat(committee.again(file).state()).isEqualTo(CaseFile.State.CLOSED);
    assertThat(committee.again(file).outcome()).isEqualTo("withdrawn");
  }

  @Test
  void aCaseClosesWhenItsRecordIsMergedOrDecidedElsewhere() {
    CaseFile merged = committee.newCase();
    CaseFile kept = committee.newCase();
    CaseFile elsewhere = committee.newCase();
    lifecycle.merge(merged.lead(), kept.lead(), NOBODY);
    lifecycle.move(elsewhere.lead(), RecordState.DECLINED, NOBODY);
    committee.settle();

    assertThat(committee.again(merged).outcome()).isEqualTo("merged");
    assertThat(committee.again(elsewhere).outcome()).isEqualTo("elsewhere");
    assertThat(committee.again(kept).open()).isTrue();

    lifecycle.reopen(elsewhere.lead(), NOBODY);
    committee.settle();
    assertThat(committee.again(elsewhere).open()).isTrue();
    assertThat(committee.again(elsewhere).round()).isEqualTo(elsewhere.round() + 1);
  }

  @Test
  void forgettingKeepsWhatPersonsDidAndRebuildsTheRest() {
    CaseFile touched = committee.newCase();
    CaseFile untouched = committee.newCase();
    deciding.vote(committee.ada, touched.handle(), Committee.decline(touched));
    follower.forget();
    assertThat(cases.find(untouched.handle())).isEmpty();
    assertThat(committee.again(touched).state()).isEqualTo(CaseFile.State.DECIDED);

    reconciling.reconcile(List.of(touched.lead(), untouched.lead()));
    assertThat(cases.ofRecord(untouched.lead()).orElseThrow().handle())
        .isEqualTo(untouched.handle());
    assertThat(committee.again(touched).state()).isEqualTo(CaseFile.State.DECIDED);
  }

  @Test
  void aLookAlikeDoesNotSlipIntoACaseThatIsBeingDecided() throws Exception {
    committee.propose(committee.origin(), project(grant, "SLIP", "Slip of " + grant, CORE));
    CaseFile file = committee.caseOf(grant);
    String other = number();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<?> proposed =
          transaction.execute(
              status -> {
                deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
                Future<?> taken =
                    threads.submit(
                        () ->
                            intake.accept(
                                committee.origin(),
                                List.of(project(other, "SLIP", "Slip of " + grant, CORE))));
                LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
                return taken;
              });
      Objects.requireNonNull(proposed).get();
    }
    committee.settle();

    assertThat(committee.caseOf(other).id()).isNotEqualTo(file.id());
    assertThat(committee.caseOf(other).open()).isTrue();
    assertThat(cases.members(file)).hasSize(1);
  }

  @Test
  void manyCandidatesOpenManyCasesWithHandlesOfTheirOwn() {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      many.add(project(grant + i, "B" + grant + i, "Bulk " + grant + " number " + i, OUT));
    }
    committee.propose(committee.origin(), many.toArray(Finding[]::new));

    Set<String> handles = new HashSet<>();
    for (int i = 0; i < 1_500; i += 100) {
      handles.add(committee.caseOf(grant + i).handle());
    }
    assertThat(handles).hasSize(15);
  }

  @Test
  void handlesThatAreTakenGiveWayToOthers() {
    UUID record = UUID.randomUUID();
    String first = CaseHandle.of(record, handle -> false);
    String second = CaseHandle.of(record, first::equals);

    assertThat(first).hasSize(CaseHandle.LENGTH).matches("[0-9a-z]+");
    assertThat(second).hasSize(CaseHandle.LENGTH).isNotEqualTo(first);
  }
}
