package eu.metacluster.screening.alike;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.MergeView;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class, Neighbourhood.class})
class LookAlikeTaskTests {

  @Autowired Committee committee;
  @Autowired Neighbourhood neighbourhood;
  @Autowired Suggestions suggestions;
  @Autowired LinkageState state;
  @Autowired ComparedRows rows;
  @Autowired RegisterLinks register;
  @Autowired SuggestionRows found;
  @Autowired Answers answers;
  @Autowired Lifecycle lifecycle;
  @Autowired Records records;
  @Autowired Cases cases;
  @Autowired LookAlikeFollower follower;

  @BeforeEach
  void strangers() {
    neighbourhood.settle();
  }

  private UUID organisation(String name, String city, String site) {
    return neighbourhood.id(Scheme.PIC, neighbourhood.organisation(name, city, site));
  }

  @Test
  void typosAndOtherLettersAreFoundWithTheirReasonsAndStrangersAreNot() throws Exception {
    UUID right = organisation("University Hospital Zorvandel", "Zorvandel", "uhz");
    UUID typo = organisation("Univeristy Hospital Zorvandel", "Zorvandel", "uhz");
    UUID greek = organisation("Πανεπιστημιακό Νοσοκομείο Λάρισας", "Λάρισα", "uhl");
    UUID latin = organisation("Panepistimiako Nosokomeio Larisas", "Larisa", "uhl");
    UUID cyrillic = organisation("Онкологичен център Витоша", "София", "vitosha");
    UUID romanised = organisation("Onkologichen tsentar Vitosha", "Sofia", "vitosha");
    UUID physics = organisation("Institute of Plasma Physics", "Brno", "ipp");
    UUID oncology = organisation("Institute of Clinical Oncology", "Brno", "ico");
    UUID charity = organisation("Lighthouse Children Charity", "Brno", "lcc");

    assertThat(neighbourhood.link()).isPositive();

    Suggestion suggestion = Objects.requireNonNull(neighbourhood.between(right, typo));
    assertThat(suggestion.probability()).isGreaterThan(0.9);
    assertThat(suggestion.reasons()).extracting(Reason::column).contains("title", "*row");
    assertThat(suggestion.reasons())
        .filteredOn(reason -> reason.column().equals("title"))
        .singleElement()
        .satisfies(reason -> assertThat(reason.likeness()).isBetween(0.8, 0.99))
        .satisfies(reason -> assertThat(reason.weight()).isPositive());
    assertThat(neighbourhood.between(greek, latin)).isNotNull();
    assertThat(neighbourhood.between(cyrillic, romanised)).isNotNull();
    Suggestion institutes = neighbourhood.between(physics, oncology);
    assertThat(institutes == null ? 0 : institutes.probability())
        .as("at most a doubt")
        .isLessThan(0.9);
    assertThat(neighbourhood.between(physics, charity)).isNull();
    assertThat(neighbourhood.between(oncology, charity)).isNull();
    assertThat(neighbourhood.between(right, greek)).isNull();
  }

  @Test
  void whoHasNoNumberIsLookedUpInTheRegisterByAllItsNames() throws Exception {
    neighbourhood.register(120);
    UUID entry =
        neighbourhood.registered("Quintaver Institute of Oncology", "Onkologikum Quintaver");
    UUID rival = neighbourhood.registered("Quintaver School of Music", "Musikum Quintaver");
    UUID known = organisation("ONKOLOGIKUM QUINTAVER", "Quintaver", "elsewhere");
    UUID unknown = organisation("Bakery Philhelmine", "Quintaver", "bakery");
    neighbourhood.link();

    Suggestion same = Objects.requireNonNull(neighbourhood.between(entry, known));
    assertThat(same.probability()).isGreaterThan(0.5);
    assertThat(same.reasons()).extracting(Reason::column).contains("title", "city");
    assertThat(neighbourhood.between(rival, known)).isNull();
    assertThat(neighbourhood.between(entry, unknown)).isNull();
    assertThat(neighbourhood.between(rival, unknown)).isNull();
  }

  @Test
  void whatOneSourceNumbersTwiceIsTwoThings() throws Exception {
    String title = neighbourhood.words(7);
    String text = neighbourhood.words(30);
    String one = Committee.number();
    String other = Committee.number();
    Origin origin = committee.origin();
    committee.propose(
        origin,
        Committee.project(one, "SERIES1", title + " one", text),
        Committee.project(other, "SERIES2", title + " two", text));
    neighbourhood.link();

    assertThat(neighbourhood.between(List.of(one, other))).isNull();
  }

  @Test
  void theSameMeetingInTwoCalendarsIsFoundAndNextYearsIsAnother() throws Exception {
    neighbourhood.meetings(60);
    UUID one =
        neighbourhood.meeting(
            "Left",
            "Zorvandel Congress of Personalised Oncology",
            "2026-05-04T09:00:00+02:00",
            "Zorvandel",
            "Zorvandel Society of Oncology");
    UUID same =
        neighbourhood.meeting(
            "Right",
            "Congres of Personalized Oncology Zorvandel",
            "2026-05-04",
            "Zorvandel",
            "Zorvandel Society of Oncology");
    UUID next =
        neighbourhood.meeting(
            "Right",
            "Zorvandel Congress of Personalised Oncology",
            "2027-05-03T09:00:00+02:00",
            "Zorvandel",
            "Zorvandel Society of Oncology");
    assertThat(cases.ofRecord(one).orElseThrow().id())
        .as("the same name a year later is a case of its own")
        .isNotEqualTo(cases.ofRecord(next).orElseThrow().id());
    UUID again =
        neighbourhood.meeting(
            "Right",
            "Zorvandel congress of personalised oncology",
            "2026-05-04T10:00:00+02:00",
            "Zorvandel",
            "Somebody else");
    assertThat(cases.ofRecord(again)).isEqualTo(cases.ofRecord(one));

    neighbourhood.link();

    Suggestion pair = Objects.requireNonNull(neighbourhood.between(one, same));
    assertThat(pair.kind()).isEqualTo(RecordKind.EVENT);
    assertThat(pair.reasons())
        .extracting(Reason::column)
        .contains("title", "startDate", "venue", "organiser");
    assertThat(neighbourhood.between(one, next)).isNull();
    assertThat(neighbourhood.between(same, next)).isNull();
  }

  @Test
  void nothingIsDoneWhileNothingChangedOrSomethingIsStillChanging() throws Exception {
    neighbourhood.link();
    assertThat(neighbourhood.link()).isZero();

    neighbourhood.twins();
    assertThat(new LookAlikeTask(state, rows, register, found, 3600, 200_000).run(() -> false))
        .isZero();
    assertThat(new LookAlikeTask(state, rows, register, found, 0, 200_000).run(() -> true))
        .isZero();
    assertThat(neighbourhood.link()).isPositive();
  }

  @Test
  void aDismissedPairStaysAwayUntilAFieldOfEitherChanges() throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.link();
    Suggestion first = Objects.requireNonNull(neighbourhood.between(twins));
    answers.dismiss(committee.ada.account(), first.id());
    assertThat(suggestions.about(List.of(first.one()), 9)).isEmpty();

    neighbourhood.twins();
    neighbourhood.link();
    assertThat(Objects.requireNonNull(neighbourhood.between(twins)).dismissedBy())
        .as("something else changed")
        .isEqualTo(committee.ada.account());
    assertThat(suggestions.about(List.of(first.one()), 9)).isEmpty();

    String title = committee.record(twins.getFirst()).title();
    neighbourhood.retitle(twins.getLast(), title.replaceFirst("o", "u"));
    neighbourhood.link();
    assertThat(suggestions.about(List.of(first.one()), 9))
        .extracting(Suggestion::id)
        .contains(first.id());
  }

  @Test
  void mergingAnswersAPairAndTakingItBackAsksAgain() throws Exception {
    UUID right = organisation("Hospital of Saint Kalomiren", "Kalomiren", "kalo");
    UUID typo = organisation("Hospitall of Saint Kalomiren", "Kalomiren", "kalo");
    neighbourhood.link();
    assertThat(suggestions.about(List.of(right), 9)).hasSize(1);
    int claims = records.claims(typo).size();

    UUID merge = lifecycle.merge(typo, right, new Lifecycle.Reason(null, null, null));
    committee.settle();
    assertThat(suggestions.about(List.of(right), 9)).isEmpty();
    neighbourhood.link();
    assertThat(suggestions.about(List.of(right), 9)).isEmpty();

    lifecycle.unmerge(merge, new Lifecycle.Reason(null, null, null));
    committee.settle();
    neighbourhood.link();
    assertThat(suggestions.about(List.of(right), 9)).hasSize(1);
    assertThat(records.claims(typo)).hasSize(claims);
    assertThat(records.merges(5)).extracting(MergeView::undoneAt).isNotEmpty();
  }

  @Test
  void aRunThatWasKilledLeavesTheLastResultAndIsDoneAgain() throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.link();
    neighbourhood.twins();
    committee.settle();
    int[] asked = {0};

    assertThat(
            new LookAlikeTask(state, rows, register, found, 0, 200_000).run(() -> ++asked[0] > 1))
        .isZero();

    assertThat(neighbourhood.between(twins)).isNotNull();
    assertThat(state.due(0)).extracting(LinkageState.Due::kind).contains(RecordKind.PROJECT);
    assertThat(neighbourhood.link()).isPositive();
  }

  @Test
  void tooManyRecordsAreLeftAlone() throws Exception {
    List<String> twins = neighbourhood.twins();
    assertThat(new LookAlikeTask(state, rows, register, found, 0, 10).run(() -> false))
        .isPositive();
    assertThat(neighbourhood.between(twins)).isNull();

    follower.forget();
    assertThat(suggestions.open()).isEmpty();
    neighbourhood.twins();
    neighbourhood.link();
    assertThat(neighbourhood.between(twins)).isNotNull();
  }
}
