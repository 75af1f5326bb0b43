package eu.metacluster.screening.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.CaseFollower;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.deciding.Ballot;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.screening.deciding.Splitting;
import eu.metacluster.screening.deciding.Votes;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class, Neighbourhood.class})
class AnswersTests {

  @Autowired Committee committee;
  @Autowired Neighbourhood neighbourhood;
  @Autowired Suggestions suggestions;
  @Autowired Answers answers;
  @Autowired Deciding deciding;
  @Autowired Splitting splitting;
  @Autowired Settings settings;
  @Autowired Cases cases;
  @Autowired Votes votes;
  @Autowired Journal journal;
  @Autowired CaseFollower caseFollower;

  private List<String> grants = List.of();
  private Suggestion pair;
  private CaseFile one;
  private CaseFile other;

  @BeforeEach
  void aPair() throws Exception {
    neighbourhood.settle();
    grants = neighbourhood.twins();
    neighbourhood.link();
    pair = Objects.requireNonNull(neighbourhood.between(grants));
    one = committee.caseOf(grants.getFirst());
    other = committee.caseOf(grants.getLast());
    assertThat(one.id()).isNotEqualTo(other.id());
  }

  @AfterEach
  void onePersonAgain() {
    settings.twoPerson(committee.chief.account(), false);
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private String join(String into) {
    return answers.join(committee.ada.account(), pair.id(), into);
  }

  private long entries(String kind, UUID record) {
    return journal.history(record, 50).stream().filter(e -> e.kind().equals(kind)).count();
  }

  @Test
  void joinedCasesAreDecidedOnceAndTheJournalSaysSo() {
    assertThat(join(other.handle())).isEqualTo(other.handle());

    CaseFile kept = committee.again(other);
    assertThat(cases.members(kept)).containsExactlyInAnyOrder(one.lead(), other.lead());
    assertThat(committee.again(one).joined()).isTrue();
    assertThat(cases.holding(committee.again(one)).id()).isEqualTo(other.id());
    assertThat(suggestions.about(List.of(one.lead()), 9)).isEmpty();
    Entry entry =
        journal.history(one.lead(), 9).stream()
            .filter(e -> e.kind().equals("screening.case-joined"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.json().path("from").asString()).isEqualTo(one.handle());
    assertThat(entry.json().path("to").asString()).isEqualTo(other.handle());

    deciding.vote(committee.ada, kept.handle(), Committee.decline(kept));
    assertThat(committee.record(grants.getFirst()).state()).isEqualTo(RecordState.DECLINED);
    assertThat(committee.record(grants.getLast()).state()).isEqualTo(RecordState.DECLINED);
  }

  @Test
  void splittingTakesItBackToTheCaseThatItWas() throws Exception {
    join(one.handle());
    String back = splitting.split(committee.ben.account(), one.handle(), other.lead());

    assertThat(back).isEqualTo(other.handle());
    assertThat(committee.caseOf(grants.getLast()).open()).isTrue();
    assertThat(cases.members(committee.again(one))).containsExactly(one.lead());
    assertThat(entries("screening.case-split", other.lead())).isEqualTo(1);
    assertThat(suggestions.about(List.of(one.lead()), 9)).hasSize(1);
    committee.settle();
    neighbourhood.link();
    assertThat(committee.caseOf(grants.getLast()).id()).isEqualTo(other.id());

    CaseFile again = committee.again(other);
    deciding.vote(committee.ada, again.handle(), Committee.decline(again));
    assertThat(committee.record(grants.getLast()).state()).isEqualTo(RecordState.DECLINED);
    assertThat(committee.record(grants.getFirst()).state()).isEqualTo(RecordState.CANDIDATE);
  }

  @Test
  void aBallotOnWhatWasReadBeforeJoiningOrSplittingIsRefused() {
    Ballot before = Committee.decline(one);
    Ballot ofOther = Committee.decline(other);
    join(one.handle());
    refused("MC-1509", () -> deciding.vote(committee.ben, one.handle(), before));
    refused("MC-1509", () -> deciding.vote(committee.ben, other.handle(), ofOther));

    Ballot joined = Committee.decline(committee.again(one));
    splitting.split(committee.ada.account(), one.handle(), one.lead());
    refused("MC-1509", () -> deciding.vote(committee.ben, one.handle(), joined));
    assertThat(votes.of(one)).isEmpty();
  }

  @Test
  void aCaseThatIsVotedOnOrDecidedIsNotJoined() {
    settings.twoPerson(committee.chief.account(), true);
    deciding.vote(committee.ada, one.handle(), Committee.decline(one));
    refused("MC-1563", () -> join(other.handle()));
    refused("MC-1563", () -> join(one.handle()));
    deciding.undo(committee.ada, one.handle());
    settings.twoPerson(committee.chief.account(), false);

    deciding.vote(committee.ada, other.handle(), Committee.decline(other));
    refused("MC-1564", () -> join(one.handle()));
    deciding.undo(committee.ada, other.handle());
    assertThat(join(one.handle())).isEqualTo(one.handle());
    refused("MC-1561", () -> join(one.handle()));
  }

  @Test
  void aRebuiltQueueKeepsWhatAPersonJoined() {
    join(one.handle());
    caseFollower.forget();
    assertThat(cases.members(committee.again(one))).hasSize(2);
  }

  @Test
  void dismissingAndAskingAgainAreJournalled() {
    answers.dismiss(committee.ada.account(), pair.id());
    answers.dismiss(committee.ben.account(), pair.id());
    refused("MC-1566", () -> join(one.handle()));
    answers.restore(committee.ben.account(), pair.id());
    answers.restore(committee.ben.account(), pair.id());

    assertThat(entries("screening.look-alike-dismissed", pair.one())).isEqualTo(1);
    assertThat(entries("screening.look-alike-restored", pair.one())).isEqualTo(1);
    assertThat(join(one.handle())).isEqualTo(one.handle());
    refused("MC-1561", () -> answers.dismiss(committee.ada.account(), pair.id()));
    refused("MC-1565", () -> answers.dismiss(committee.ada.account(), UUID.randomUUID()));
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneIsToldThatTheOtherWasFaster() throws Exception {
    for (int i = 0; i < 5; i++) {
      aPair();
      CountDownLatch start = new CountDownLatch(1);
      List<Callable<Boolean>> both =
          List.of(
              () -> {
                start.await();
                answers.dismiss(committee.ben.account(), pair.id());
                return true;
              },
              () -> {
                start.await();
                join(one.handle());
                return false;
              });
      int done = 0;
      String code = "";
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Future<Boolean>> futures = both.stream().map(threads::submit).toList();
        start.countDown();
        for (Future<Boolean> future : futures) {
          try {
            future.get();
            done++;
          } catch (ExecutionException e) {
            code = e.getCause() instanceof Refusal refusal ? refusal.code() : e.toString();
          }
        }
      }
      boolean together =
          Stream.of(grants.getFirst(), grants.getLast())
                  .map(committee::caseOf)
                  .map(CaseFile::id)
                  .distinct()
                  .count()
              == 1;
      assertThat(done).isEqualTo(1);
      assertThat(code).isEqualTo(together ? "MC-1561" : "MC-1566");
      assertThat(Objects.requireNonNull(neighbourhood.between(grants)).dismissedAt() == null)
          .isEqualTo(together);
      assertThat(neighbourhood.id(Scheme.GRANT, grants.getFirst())).isEqualTo(one.lead());
    }
  }
}
