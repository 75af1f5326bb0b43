package eu.metacluster.screening.deciding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import eu.metacluster.platform.Identity;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.screening.cases.Facets;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class DecidingTests {

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @Autowired Criteria criteria;
  @Autowired Votes votes;
  @Autowired Cases cases;
  @Autowired Records records;
  @Autowired Journal journal;
  @Autowired JdbcTemplate jdbc;

  private CaseFile file;

  @BeforeEach
  void aCase() {
    file = committee.newCase();
  }

  @AfterEach
  void onePersonAgain() {
    settings.twoPerson(committee.chief.account(), false);
  }

  private void twoPersons() {
    settings.twoPerson(committee.chief.account(), true);
  }

  private RecordState state() {
    return committee.record(file).state();
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void anAuthorisedRecordIsPublicWithItsFacetsAndTheJournalSaysWhy() {
    Facets facets =
        new Facets(List.of("treatment", "diagnosis"), List.of("liquid_biopsy"), List.of("lung"));
    deciding.vote(
        committee.ada,
        file.handle(),
        new Ballot(1, Verdict.AUTHORISE, "tailored.1", "Fits.", facets));

    assertThat(state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(committee.record(file).pillars())
        .containsExactlyInAnyOrder("diagnosis", "treatment");
    assertThat(committee.record(file).technologies()).containsExactly("liquid_biopsy");
    assertThat(records.claims(file.lead()))
        .filteredOn(claim -> claim.field() == Field.CANCER && claim.current())
        .singleElement()
        .satisfies(claim -> assertThat(claim.value()).isEqualTo("lung"))
        .extracting(ClaimView::evidence)
        .isEqualTo(cases.reading(file).evidence().getFirst().sentence());
    Entry entry =
        journal.history(file.lead(), 20).stream()
            .filter(one -> one.kind().equals("screening.authorised"))
            .findFirst()
            .orElseThrow();
    assertThat(entry.json().path("criterion").asString()).isEqualTo("tailored");
    assertThat(entry.json().path("persons").asInt()).isEqualTo(1);
    assertThat(entry.json().path("proposed").asString()).isEqualTo("core");
    assertThat(entry.json().path("en").asString()).startsWith("Cancer is a main subject");
    assertThat(entry.data()).doesNotContain("Ada");
  }

  @ParameterizedTest
  @CsvSource({"d,DECLINED,decline", "r,RETURNED,return"})
  void aRefusalAndAQuestionEndTheCaseToo(char verdict, RecordState expected, String outcome) {
    deciding.vote(
        committee.ada,
        file.handle(),
        verdict == 'd' ? Committee.decline(file) : Committee.question(file));

    assertThat(state()).isEqualTo(expected);
    assertThat(committee.again(file).outcome()).isEqualTo(outcome);
    committee.settle();
    assertThat(committee.again(file).outcome()).isEqualTo(outcome);
  }

  @Test
  void withTwoPersonsTheFirstVoteWaitsAndAnAgreeingOneDecides() {
    twoPersons();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    assertThat(state()).isEqualTo(RecordState.IN_REVIEW);
    refused(
        "MC-1508", () -> deciding.vote(committee.ada, file.handle(), Committee.authorise(file)));
    deciding.vote(committee.ben, file.handle(), Committee.authorise(file));

    assertThat(state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(votes.decisions(committee.again(file)))
        .singleElement()
        .satisfies(decision -> assertThat(decision.persons()).isEqualTo(2));
  }

  @Test
  void twoWhoDifferAreSettledByAThird() {
    twoPersons();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    Count differ = deciding.vote(committee.ben, file.handle(), Committee.decline(file));
    assertThat(differ.state()).isEqualTo(Count.State.WAITS_FOR_THIRD);
    assertThat(state()).isEqualTo(RecordState.IN_REVIEW);
    deciding.vote(committee.eve, file.handle(), Committee.decline(file));

    assertThat(state()).isEqualTo(RecordState.DECLINED);
  }

  @Test
  void aVoteThatWaitsCanBeTakenBackByItsReviewerOnly() {
    twoPersons();
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    refused("MC-1514", () -> deciding.undo(committee.ben, file.handle()));
    deciding.undo(committee.ada, file.handle());
    assertThat(votes.standing(file)).isEmpty();
    refused("MC-1514", () -> deciding.undo(committee.ada, file.handle()));
    deciding.vote(committee.ada, file.handle(), Committee.decline(file));
    deciding.vote(committee.ben, file.handle(), Committee.decline(file));

    assertThat(state()).isEqualTo(RecordState.DECLINED);
  }

  @Test
  void aDecisionIsUndoneByWhoTookItOrByTheCoordinator() {
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    refused("MC-1515", () -> deciding.undo(committee.ben, file.handle()));
    deciding.undo(committee.ada, file.handle());
    assertThat(state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(committee.record(file).pillars()).isEmpty();
    CaseFile second = committee.again(file);
    assertThat(second.round()).isEqualTo(2);
    committee.settle();
    assertThat(committee.again(file).open()).isTrue();

    deciding.vote(committee.ada, file.handle(), Committee.decline(second));
    jdbc.update("update screening.decision set at = at - interval '31 minutes'");
    refused("MC-1515", () -> deciding.undo(committee.ada, file.handle()));
    deciding.undo(committee.chief, file.handle());
    assertThat(state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(journal.history(file.lead(), 50))
        .extracting(Entry::kind)
        .filteredOn(kind -> kind.equals("screening.decision-undone"))
        .hasSize(2);
  }

  @Test
  void aReturnedRecordCanBeTakenUpAgain() {
    deciding.vote(committee.ada, file.handle(), Committee.question(file));
    deciding.undo(committee.ada, file.handle());

    assertThat(state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(votes.of(file)).singleElement().satisfies(v -> assertThat(v.note()).contains("?"));
  }

  @Test
  void aBallotOfAnOlderRoundIsRefused() {
    Ballot old = Committee.authorise(file);
    deciding.vote(committee.ada, file.handle(), Committee.decline(file));
    refused("MC-1509", () -> deciding.vote(committee.ben, file.handle(), old));
    deciding.undo(committee.ada, file.handle());
    refused("MC-1509", () -> deciding.vote(committee.ben, file.handle(), old));
  }

  @Test
  void oneDecisionIsForTheWholeGroup() {
    String one = Committee.number();
    String two = Committee.number();
    committee.propose(
        committee.origin(),
        Committee.project(one, "GRP", "Group of lung cancer " + one, Committee.CORE),
        Committee.project(two, "GRP", "Group of lung cancer " + one, Committee.CORE));
    CaseFile group = committee.caseOf(one);
    deciding.vote(committee.ada, group.handle(), Committee.authorise(group));

    assertThat(committee.record(one).state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(committee.record(two).state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(votes.decisions(group)).singleElement().extracting(Decision::records).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          AUTHORISE | -              | ''   | MC-1503
          DECLINE   | ''             | ''   | MC-1503
          AUTHORISE | not-cancer.1   | ''   | MC-1504
          DECLINE   | tailored.1     | ''   | MC-1504
          AUTHORISE | tailored.7     | ''   | MC-1504
          AUTHORISE | '; drop table' | ''   | MC-1504
          RETURN    | -              | '  ' | MC-1507
          """)
  void aBallotThatCannotBeUsedIsRefused(
      Verdict verdict, String criterion, String note, String code) {
    refused(
        code,
        () ->
            deciding.vote(
                committee.ada,
                file.handle(),
                new Ballot(1, verdict, criterion, note, Facets.NONE)));
    assertThat(state()).isEqualTo(RecordState.CANDIDATE);
  }

  @Test
  void hugeNotesUnknownCasesAndForeignFacetsAreRefused() {
    Ballot huge = new Ballot(1, Verdict.DECLINE, "not-cancer.1", "x".repeat(1 << 20), Facets.NONE);
    refused("MC-1506", () -> deciding.vote(committee.ada, file.handle(), huge));
    refused("MC-1501", () -> deciding.vote(committee.ada, "zzzzzz", Committee.decline(file)));
    refused("MC-1505", () -> new Facets(List.of("<script>"), List.of(), List.of()));
    refused("MC-1502", () -> Verdict.ofWord("publish"));
  }

  @Test
  void aNewVersionOfARuleRetiresTheOldOneAndOldDecisionsKeepTheirs() {
    String key = "rule-" + Committee.number();
    criteria.add(committee.chief.account(), key, true, "core", "First words", "Premiers mots");
    deciding.vote(
        committee.ada,
        file.handle(),
        new Ballot(1, Verdict.AUTHORISE, key + ".1", "", Facets.NONE));
    criteria.add(committee.chief.account(), key, true, "core", "Second words", "Autres mots");

    assertThat(criteria.inForce()).extracting(Criterion::id).contains(key + ".2");
    assertThat(criteria.inForce()).extracting(Criterion::id).doesNotContain(key + ".1");
    assertThat(votes.decisions(file).getFirst().criterion())
        .isNotNull()
        .satisfies(cited -> assertThat(cited.english()).isEqualTo("First words"));
    CaseFile other = committee.newCase();
    refused(
        "MC-1504",
        () ->
            deciding.vote(
                committee.ada,
                other.handle(),
                new Ballot(1, Verdict.AUTHORISE, key + ".1", "", Facets.NONE)));
    criteria.retire(committee.chief.account(), key);
    assertThat(criteria.inForce()).extracting(Criterion::key).doesNotContain(key);
  }

  @Test
  void ofManyAtOnceOneDecidesAndTheOthersAreTold() throws InterruptedException {
    List<Identity> all = List.of(committee.ada, committee.ben, committee.eve, committee.chief);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Count>> tries = new ArrayList<>();
    int decided = 0;
    int told = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      for (Identity person : all) {
        tries.add(
            threads.submit(
                () -> {
                  start.await();
                  return deciding.vote(person, file.handle(), Committee.authorise(file));
                }));
      }
      start.countDown();
      for (Future<Count> one : tries) {
        try {
          one.get();
          decided++;
        } catch (ExecutionException e) {
          assertThat(e.getCause()).isInstanceOf(Refusal.class).hasMessageContaining("MC-1509");
          told++;
        }
      }
    }
    assertThat(decided).isEqualTo(1);
    assertThat(told).isEqualTo(all.size() - 1);
    assertThat(votes.of(file)).hasSize(1);
  }
}
