package eu.metacluster.grid;

import static eu.metacluster.grid.Findings.fact;
import static eu.metacluster.grid.Findings.number;
import static eu.metacluster.grid.Findings.organisation;
import static eu.metacluster.grid.Findings.partner;
import static eu.metacluster.grid.Findings.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.journal.Journal;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.ProductTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
class IntakeTests {

  private static final AtomicLong RUN = new AtomicLong(10_000);
  private static final Lifecycle.Reason NOBODY = new Lifecycle.Reason(null, null, null);

  @Autowired Intake intake;
  @Autowired Sources sources;
  @Autowired Records records;
  @Autowired RecordTexts texts;
  @Autowired Lifecycle lifecycle;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;

  private long source;
  private final String grant = number();
  private final String pic = number();

  @BeforeEach
  void aSource() {
    source = sources.register("Test source", 100, "CC-BY-4.0", null);
  }

  private Origin run() {
    return new Origin(source, RUN.incrementAndGet(), Instant.parse("2026-01-01T00:00:00Z"));
  }

  private GridRecord byGrant() {
    return records.find(Identifier.of(Scheme.GRANT, grant)).orElseThrow();
  }

  private GridRecord byPic() {
    return records.find(Identifier.of(Scheme.PIC, pic)).orElseThrow();
  }

  private List<Finding> first() {
    return List.of(
        organisation(pic, "Hospital of Test", "ES"),
        project(
            grant,
            List.of(partner(pic, "coordinator", 1000, 1)),
            fact(Field.TITLE, "A title"),
            fact(Field.ACRONYM, "ACRO"),
            fact(Field.START_DATE, "2024-01-01"),
            fact(Field.LOCATION, "40.5,-3.25"),
            fact(Field.SUBJECT, "one"),
            fact(Field.SUBJECT, "two")));
  }

  @Test
  void findingsBecomeCandidatesWithClaims() {
    IntakeOutcome outcome = intake.accept(run(), first());

    assertThat(outcome).isEqualTo(new IntakeOutcome(2, 0, 0, 9, 0));
    GridRecord project = byGrant();
    assertThat(project.state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(project.handle()).isEqualTo("acro-" + grant);
    assertThat(project.latitude()).isEqualTo(40.5);
    assertThat(records.partners(project.id()))
        .singleElement()
        .satisfies(p -> assertThat(p.other().title()).isEqualTo("Hospital of Test"));
    assertThat(texts.documents(List.of(project.id())).getFirst().subjects())
        .containsExactly("one", "two");
    assertThat(journal.history(project.id(), 10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.kind()).isEqualTo("grid.record-opened"));
  }

  @Test
  void aPlaceNameStandsForTheRegionThatOthersOfTheNameAreIn() {
    String city = "Testville " + "abcdefgh".charAt((int) (RUN.incrementAndGet() % 8));
    List<String> pics = List.of(number(), number(), pic);
    intake.accept(
        run(),
        pics.stream()
            .map(
                one -> {
                  Finding.Fact place = fact(Field.CITY, city);
                  Finding.Fact country = fact(Field.COUNTRY, "ES");
                  Finding.Fact name = fact(Field.TITLE, "Centre " + one);
                  return one.equals(pic)
                      ? organisation(one, name, place, country)
                      : organisation(one, name, place, country, fact(Field.NUTS, "ES511"));
                })
            .toList());
    RecordTexts fresh = new RecordTexts(jdbc, records, new PlaceNames(jdbc));
    assertThat(byPic().nuts()).as("no fact is made of it").isNull();
    assertThat(fresh.documents(List.of(byPic().id())).getFirst().region()).isEqualTo("ES511");
  }

  @Test
  void theSameAgainChangesNothingButLastConfirmed() {
    intake.accept(run(), first());
    long head = journal.head();
    Origin later = new Origin(source, RUN.incrementAndGet(), Instant.parse("2026-02-01T00:00:00Z"));

    IntakeOutcome outcome = intake.accept(later, first());

    assertThat(outcome).isEqualTo(new IntakeOutcome(0, 0, 2, 0, 0));
    assertThat(journal.head()).isEqualTo(head);
    assertThat(records.claims(byGrant().id()))
        .allSatisfy(c -> assertThat(c.lastConfirmed()).isEqualTo(later.retrievedAt()))
        .allSatisfy(c -> assertThat(c.retrievedAt()).isBefore(later.retrievedAt()));
  }

  @Test
  void aNameThatHeldAtOtherDatesIsAnotherClaim() {
    intake.accept(run(), List.of(alias(null)));
    intake.accept(run(), List.of(alias("2021-09/..")));

    IntakeOutcome again = intake.accept(run(), List.of(alias("2021-09/..")));
    IntakeOutcome ended = intake.accept(run(), List.of(alias("2021-09/2022-05-17")));

    assertThat(again).isEqualTo(new IntakeOutcome(0, 0, 1, 0, 0));
    assertThat(ended).isEqualTo(new IntakeOutcome(0, 1, 0, 1, 1));
    assertThat(records.claims(byPic().id()))
        .filteredOn(c -> c.field() == Field.ALIAS && c.current())
        .singleElement()
        .satisfies(c -> assertThat(c.valid()).isEqualTo(new Validity("2021-09", "2022-05-17")));
  }

  private Finding alias(@Nullable String valid) {
    return organisation(
        pic,
        fact(Field.TITLE, "Hospital of Test"),
        new Finding.Fact(
            Field.ALIAS, "Test Clinic", null, null, valid == null ? null : Validity.parse(valid)));
  }

  @Test
  void whatTheSourceNoLongerStatesHasEnded() {
    intake.accept(run(), first());
    Finding changed =
        project(
            grant,
            List.of(partner(pic, "coordinator", 2000, 1)),
            fact(Field.TITLE, "A better title"),
            fact(Field.ACRONYM, "ACRO"),
            fact(Field.SUBJECT, "two"));
    List<ClaimChange> preview = intake.preview(run(), List.of(changed)).changes();
    assertThat(preview)
        .extracting(ClaimChange::field, ClaimChange::before, ClaimChange::after)
        .contains(
            org.assertj.core.groups.Tuple.tuple("title", "A title", "A better title"),
            org.assertj.core.groups.Tuple.tuple("subject", "one", null))
        .hasSize(5);
    assertThat(byGrant().title()).isEqualTo("A title");

    IntakeOutcome outcome = intake.accept(run(), List.of(changed));

    assertThat(outcome).isEqualTo(new IntakeOutcome(0, 1, 0, 2, 5));
    assertThat(byGrant().title()).isEqualTo("A better title");
    assertThat(byGrant().startDate()).isNull();
    assertThat(records.claims(byGrant().id()))
        .filteredOn(c -> !c.current())
        .extracting(ClaimView::value)
        .containsExactlyInAnyOrder("A title", "2024-01-01", "40.5,-3.25", "one");
  }

  @Test
  void aRunCanBeTakenBackExactly() {
    intake.accept(run(), first());
    Origin second = run();
    Finding changed =
        project(grant, List.of(), fact(Field.TITLE, "Wrong"), fact(Field.SUBJECT, "two"));
    intake.accept(second, List.of(changed));

    intake.rollback(second);

    assertThat(byGrant().title()).isEqualTo("A title");
    assertThat(records.partners(byGrant().id())).hasSize(1);
    assertThat(records.claims(byGrant().id())).hasSize(6).allMatch(ClaimView::current);
    assertThat(intake.accept(run(), List.of(changed)).changed()).isEqualTo(1);
  }

  @Test
  void aRecordThatOnlyTheTakenBackRunKnewIsWithdrawnAndComesBackAsItself() {
    Origin only = run();
    intake.accept(only, first());
    GridRecord before = byGrant();

    intake.rollback(only);

    assertThat(byGrant().state()).isEqualTo(RecordState.WITHDRAWN);
    assertThat(byPic().state()).isEqualTo(RecordState.WITHDRAWN);
    intake.accept(run(), first());
    assertThat(byGrant().id()).isEqualTo(before.id());
    assertThat(byGrant().state()).isEqualTo(RecordState.CANDIDATE);
  }

  @Test
  void aPartnerThatTwoSourcesStateIsShownOnce() {
    intake.accept(run(), first());
    long better = sources.register("Better source", 50, null, null);
    intake.accept(
        new Origin(better, RUN.incrementAndGet(), Instant.parse("2026-03-01T00:00:00Z")),
        List.of(project(grant, List.of(partner(pic, "coordinator", 1500, 1)))));

    assertThat(records.partners(byGrant().id()))
        .singleElement()
        .satisfies(p -> assertThat(p.contribution()).isEqualByComparingTo("1500"));
    assertThat(records.projectsOf(byPic().id(), false)).hasSize(1);
    assertThat(texts.documents(List.of(byGrant().id())).getFirst().partners()).hasSize(1);
  }

  @Test
  void whatAPersonDecidedOutlivesTheRunThatBroughtIt() {
    Origin only = run();
    intake.accept(only, first());
    lifecycle.move(byGrant().id(), RecordState.DECLINED, NOBODY);

    intake.rollback(only);

    assertThat(byGrant().state()).isEqualTo(RecordState.DECLINED);
    assertThat(byPic().state()).isEqualTo(RecordState.WITHDRAWN);
  }

  @Test
  void aPublicRecordIsNotMergedIntoOneThatVisitorsDoNotSee() {
    intake.accept(run(), first());
    lifecycle.publish(List.of(byGrant().id()), Map.of(), NOBODY);
    String otherPic = number();
    intake.accept(run(), List.of(organisation(otherPic, "Hidden twin", "ES")));
    GridRecord twin = records.find(Identifier.of(Scheme.PIC, otherPic)).orElseThrow();

    assertThatThrownBy(() -> lifecycle.merge(byPic().id(), twin.id(), NOBODY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("MC-1303");
    lifecycle.merge(twin.id(), byPic().id(), NOBODY);
    assertThat(records.find(RecordKind.ORGANISATION, twin.handle()))
        .get()
        .extracting(GridRecord::state)
        .isEqualTo(RecordState.PUBLISHED);
  }

  @Test
  void theBetterSourceIsShownAndTheOtherIsOneClickAway() {
    intake.accept(run(), first());
    long better = sources.register("Better source", 50, null, null);
    intake.accept(
        new Origin(better, RUN.incrementAndGet(), Instant.parse("2020-01-01T00:00:00Z")),
        List.of(project(grant, List.of(), fact(Field.TITLE, "Title of the better source"))));

    assertThat(byGrant().title()).isEqualTo("Title of the better source");
    assertThat(records.claims(byGrant().id()))
        .filteredOn(c -> c.field() == Field.TITLE && c.current())
        .hasSize(2);
  }

  @Test
  void authorisingAProjectMakesItsOrganisationsPublicAndReopeningTakesItBack() {
    intake.accept(run(), first());
    GridRecord project = byGrant();

    lifecycle.publish(
        List.of(project.id()),
        Map.of(project.id(), List.of(fact(Field.PILLAR, "diagnosis"))),
        NOBODY);
    assertThat(byGrant().state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(byGrant().pillars()).containsExactly("diagnosis");
    assertThat(byGrant().checkedOn()).isNotNull();
    assertThat(byPic().state()).isEqualTo(RecordState.PUBLISHED);

    lifecycle.reopen(project.id(), NOBODY);
    assertThat(byGrant().state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(byGrant().pillars()).isEmpty();
    assertThat(byPic().state()).isEqualTo(RecordState.CANDIDATE);
  }

  @Test
  void aPartnerThatNobodyDescribedIsACandidateByItsNumber() {
    intake.accept(run(), List.of(project(grant, List.of(partner(pic, "participant", 1, 1)))));

    assertThat(byPic().title()).isEqualTo(pic);
    intake.accept(run(), List.of(organisation(pic, "Its name at last", "FR")));
    assertThat(byPic().title()).isEqualTo("Its name at last");
  }

  @Test
  void mergeAndItsUndoLoseNoClaimAndNoAddress() {
    intake.accept(run(), first());
    String otherPic = number();
    intake.accept(run(), List.of(organisation(otherPic, "Hospital of Test, again", "ES")));
    GridRecord twin = records.find(Identifier.of(Scheme.PIC, otherPic)).orElseThrow();
    GridRecord kept = byPic();
    int claims = records.claims(twin.id()).size() + records.claims(kept.id()).size();

    var merge = lifecycle.merge(kept.id(), twin.id(), NOBODY);

    assertThat(records.claims(twin.id())).hasSize(claims);
    assertThat(records.find(RecordKind.ORGANISATION, kept.handle()))
        .get()
        .extracting(GridRecord::id)
        .isEqualTo(twin.id());
    assertThat(records.projectsOf(twin.id(), false)).hasSize(1);
    assertThat(byPic().id()).isEqualTo(twin.id());

    lifecycle.unmerge(merge, NOBODY);
    assertThat(byPic()).usingRecursiveComparison().ignoringFields("changedAt").isEqualTo(kept);
    assertThat(records.projectsOf(twin.id(), false)).isEmpty();
    assertThat(records.claims(kept.id()).size() + records.claims(twin.id()).size())
        .isEqualTo(claims);
  }
}
