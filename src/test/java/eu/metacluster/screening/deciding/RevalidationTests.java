package eu.metacluster.screening.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordState;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What brings a record back to the committee after it has been decided on once. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class RevalidationTests {

  private static final Lifecycle.Reason NOBODY = new Lifecycle.Reason(null, null, null);

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Questions questions;
  @Autowired Votes votes;
  @Autowired Settings settings;
  @Autowired Cases cases;
  @Autowired Lifecycle lifecycle;

  @AfterEach
  void onePersonAgain() {
    settings.twoPerson(committee.chief.account(), false);
  }

  private CaseFile due() {
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    lifecycle.move(file.lead(), RecordState.DUE, NOBODY);
    committee.settle();
    return committee.again(file);
  }

  private static Ballot ballot(CaseFile file, Verdict verdict, String criterion) {
    return new Ballot(file.round(), verdict, criterion, "", file.facets());
  }

  private RecordState state(CaseFile file) {
    return committee.record(file).state();
  }

  @Test
  void aDueRecordComesBackInAnotherRoundAndStaysPublic() {
    CaseFile file = due();

    assertThat(file.open()).isTrue();
    assertThat(file.purpose()).isEqualTo(CaseFile.Purpose.REVALIDATE);
    assertThat(file.round()).isEqualTo(2);
    assertThat(state(file).isPublic()).isTrue();
    assertThat(votes.decisions(file)).singleElement().matches(Decision::stands);
  }

  @Test
  void stillRightIsCheckedTodayAndBothDecisionsStand() {
    CaseFile file = due();
    deciding.vote(committee.ben, file.handle(), ballot(file, Verdict.AUTHORISE, "enabling.1"));

    GridRecord record = committee.record(file);
    assertThat(record.state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(record.checkedOn()).isEqualTo(LocalDate.now());
    assertThat(record.revalidateOn()).isAfter(LocalDate.now().plusDays(300));
    assertThat(votes.decisions(committee.again(file))).hasSize(2).allMatch(Decision::stands);
  }

  @Test
  void noLongerCurrentIsArchivedAndCanBeUndone() {
    CaseFile file = due();
    deciding.vote(
        committee.ben, file.handle(), new Ballot(2, Verdict.ARCHIVE, null, "", Facets.NONE));
    assertThat(state(file)).isEqualTo(RecordState.ARCHIVED);

    deciding.undo(committee.ben, file.handle());
    committee.settle();
    assertThat(state(file)).isEqualTo(RecordState.DUE);
    CaseFile after = committee.again(file);
    assertThat(after.open()).isTrue();
    assertThat(after.purpose()).isEqualTo(CaseFile.Purpose.REVALIDATE);
    assertThat(after.round()).isEqualTo(3);
  }

  @Test
  void takenOffTheGridIsNoLongerPublicAndUndoMakesItPublicAgain() {
    CaseFile file = due();
    deciding.vote(committee.ben, file.handle(), ballot(file, Verdict.DECLINE, "not-cancer.1"));
    assertThat(state(file)).isEqualTo(RecordState.DECLINED);

    deciding.undo(committee.ben, file.handle());
    assertThat(state(file)).isEqualTo(RecordState.DUE);
  }

  @Test
  void eachPurposeHasItsOwnAnswers() {
    CaseFile due = due();
    CaseFile fresh = committee.newCase();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> deciding.vote(committee.ben, due.handle(), Committee.question(due)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MC-1502"));
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () -> deciding.vote(committee.ben, fresh.handle(), ballot(fresh, Verdict.ARCHIVE, "")))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MC-1502"));
  }

  @Test
  void aPublicRecordWithoutACaseGetsOneWhenItIsDue() {
    CaseFile file = committee.newCase();
    lifecycle.publish(
        List.of(file.lead()), Map.of(), new Lifecycle.Reason(null, null, Lifecycle.STARTER_SET));
    committee.settle();
    assertThat(committee.again(file).open()).isFalse();
    lifecycle.move(file.lead(), RecordState.DUE, NOBODY);
    committee.settle();

    assertThat(committee.again(file).open()).isTrue();
    assertThat(committee.again(file).purpose()).isEqualTo(CaseFile.Purpose.REVALIDATE);
  }

  @Test
  void aFirstVoteOfTwoTakesTheRecordUpAndItsWithdrawalPutsItDown() {
    settings.twoPerson(committee.chief.account(), true);
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    assertThat(state(file)).isEqualTo(RecordState.IN_REVIEW);
    committee.settle();
    assertThat(committee.again(file).open()).isTrue();

    deciding.undo(committee.ada, file.handle());
    assertThat(state(file)).isEqualTo(RecordState.CANDIDATE);

    deciding.vote(committee.ben, file.handle(), Committee.authorise(file));
    deciding.vote(committee.eve, file.handle(), Committee.authorise(file));
    assertThat(state(file)).isEqualTo(RecordState.PUBLISHED);
  }

  @Test
  void anAnswerBringsAReturnedCaseBack() {
    CaseFile file = committee.newCase();
    deciding.vote(committee.ada, file.handle(), Committee.question(file));
    assertThat(state(file)).isEqualTo(RecordState.RETURNED);

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> questions.answer(committee.ben.account(), file.handle(), "  "))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MC-1520"));
    questions.answer(committee.ben.account(), file.handle(), "All solid tumours.");
    committee.settle();

    CaseFile after = committee.again(file);
    assertThat(after.open()).isTrue();
    assertThat(after.round()).isEqualTo(2);
    assertThat(state(file)).isEqualTo(RecordState.CANDIDATE);
    assertThat(questions.answers(after))
        .extracting(Answer::text)
        .containsExactly("All solid tumours.");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> questions.answer(committee.ben.account(), file.handle(), "Again."))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("MC-1519"));
  }

  @Test
  void whatASourceSaysAnewBringsAReturnedCaseBackToo() {
    Origin origin = committee.origin();
    String grant = Committee.number();
    committee.propose(origin, Committee.project(grant, "ASK", "Ask us " + grant, Committee.OUT));
    CaseFile file = committee.caseOf(grant);
    deciding.vote(committee.ada, file.handle(), Committee.question(file));
    committee.propose(origin, Committee.project(grant, "ASK", "Ask us " + grant, Committee.OUT));
    assertThat(state(file)).isEqualTo(RecordState.RETURNED);

    committee.propose(origin, Committee.project(grant, "ASK", "Ask us " + grant, Committee.CORE));
    committee.settle();

    assertThat(state(file)).isEqualTo(RecordState.CANDIDATE);
    assertThat(committee.again(file).open()).isTrue();
    assertThat(committee.again(file).scope()).isEqualTo("core");
  }

  @Test
  void ofAGroupOnlyWhatWaitsAgainGetsACaseOfItsOwn() {
    String one = Committee.number();
    String two = Committee.number();
    committee.propose(
        committee.origin(),
        Committee.project(one, "PAIR", "A pair of look-alikes " + one, Committee.CORE),
        Committee.project(two, "PAIR", "A pair of look-alikes " + one, Committee.CORE));
    CaseFile group = committee.caseOf(one);
    assertThat(cases.members(group)).hasSize(2);
    deciding.vote(committee.ada, group.handle(), Committee.authorise(group));

    lifecycle.move(committee.record(two).id(), RecordState.DUE, NOBODY);
    committee.settle();

    CaseFile own = committee.caseOf(two);
    assertThat(own.id()).isNotEqualTo(group.id());
    assertThat(own.purpose()).isEqualTo(CaseFile.Purpose.REVALIDATE);
    assertThat(committee.again(group).open()).isFalse();
    assertThat(deciding.standing(committee.again(group))).isNotNull();
    assertThat(committee.record(one).state()).isEqualTo(RecordState.PUBLISHED);
  }
}
