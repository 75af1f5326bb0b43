package eu.metacluster.screening.alike;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Records;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.support.Axe;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class, Neighbourhood.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookAlikePagesTests {

  @Autowired Committee committee;
  @Autowired Neighbourhood neighbourhood;
  @Autowired Suggestions suggestions;
  @Autowired Deciding deciding;
  @Autowired Records records;
  @LocalServerPort int port;

  private Windows windows;

  @BeforeAll
  void open() {
    windows = new Windows(port);
    neighbourhood.settle();
  }

  @AfterAll
  void close() {
    windows.close();
  }

  private Page withoutScript() {
    return windows.open(committee.ada, false, 1280, ColorScheme.LIGHT);
  }

  private static String card(Suggestion pair) {
    return "article[aria-labelledby=pair-" + pair.id() + "]";
  }

  @Test
  void theCasePageShowsWhyAndJoinsAndSplitsWithoutJavaScript() throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.link();
    Suggestion pair = Objects.requireNonNull(neighbourhood.between(twins));
    CaseFile file = committee.caseOf(twins.getFirst());
    CaseFile other = committee.caseOf(twins.getLast());
    Page page = withoutScript();
    page.navigate(file.path());

    assertThat(page.innerText(card(pair)))
        .contains("Probably the same", other.title(), "Title", "Acronym", "agrees", "+");
    assertThat(page.getAttribute(card(pair) + " h3 a", "href")).isEqualTo(other.path());
    assertThat(page.locator(card(pair) + " svg").count()).isGreaterThan(3);
    page.click(card(pair) + " button:has-text('Decide together')");

    assertThat(page.url()).endsWith(file.path());
    assertThat(page.innerText("main")).contains("2 look-alikes, one decision", "one case now");
    assertThat(page.locator(card(pair)).count()).isZero();
    assertThat(page.innerText(".sc-history"))
        .contains("The records of another case came in", "you", other.handle());
    page.navigate(other.path());
    assertThat(page.url()).endsWith(file.path());
    page.click("button:has-text('Decide apart') >> nth=-1");
    page.navigate(file.path());
    assertThat(page.innerText(".sc-history"))
        .contains(
            "A look-alike was taken out of its group", committee.record(twins.getLast()).handle());
    assertThat(committee.caseOf(twins.getFirst()).id())
        .isNotEqualTo(committee.caseOf(twins.getLast()).id());
  }

  @Test
  void whoVotesOnAJoinedCaseIsToldAndSeesTheOneThatGoesOn() throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.link();
    Suggestion pair = Objects.requireNonNull(neighbourhood.between(twins));
    CaseFile file = committee.caseOf(twins.getFirst());
    CaseFile other = committee.caseOf(twins.getLast());
    Page late = windows.open(committee.ben, false, 1280, ColorScheme.LIGHT);
    late.navigate(other.path());
    Page page = withoutScript();
    page.navigate(file.path());
    page.click(card(pair) + " button:has-text('Decide together')");
    late.check("input[name=verdict][value=decline]");
    late.click("#decision button");

    assertThat(late.innerText("[role=alert]")).contains("MC-1509");
    assertThat(late.innerText("main")).contains("2 look-alikes, one decision");
  }

  @Test
  void organisationsAreDismissedAskedAgainAndMergedFromTheList() throws Exception {
    UUID right =
        neighbourhood.id(
            Scheme.PIC, neighbourhood.organisation("Clinic of Tasvolren", "Larisa", "tasvol"));
    UUID typo =
        neighbourhood.id(
            Scheme.PIC, neighbourhood.organisation("Clinnic of Tasvolren", "Larisa", "tasvol"));
    neighbourhood.link();
    Suggestion pair = Objects.requireNonNull(neighbourhood.between(right, typo));
    Page page = withoutScript();
    page.navigate("/queue");
    page.click("a[href='/queue/look-alikes']");
    page.click(".sc-kinds a:has-text('Organisations')");
    assertThat(page.locator(card(pair)).count()).isEqualTo(1);

    page.click(card(pair) + " button:has-text('Not the same')");
    assertThat(page.innerText("main")).contains("Noted");
    assertThat(page.url()).contains("kind=organisation");
    assertThat(page.locator(card(pair)).count()).isZero();
    page.navigate("/queue/look-alikes?show=dismissed&kind=organisation");
    page.click(card(pair) + " button:has-text('Ask again')");

    page.navigate("/queue/look-alikes?kind=organisation");
    page.click(card(pair) + " a:has-text('Merge')");
    GridRecord kept = records.find(pair.one()).orElseThrow();
    GridRecord gone = records.find(pair.other()).orElseThrow();
    assertThat(List.of(page.inputValue("[name=from]"), page.inputValue("[name=into]")))
        .containsExactlyInAnyOrder(kept.path(), gone.path());
    page.click("form[action='/merges'] button");
    committee.settle();
    assertThat(suggestions.about(List.of(pair.one()), 9)).isEmpty();
    page.click("form[action$='/undo'] button >> nth=0");
    assertThat(records.find(gone.id()).orElseThrow().mergedInto()).isNull();
    assertThat(records.find(kept.id()).orElseThrow().mergedInto()).isNull();
  }

  @Test
  void aPublicLookAlikeIsMergedNotJoined() throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.link();
    Suggestion pair = Objects.requireNonNull(neighbourhood.between(twins));
    CaseFile other = committee.caseOf(twins.getLast());
    deciding.vote(committee.ada, other.handle(), Committee.authorise(other));
    committee.settle();
    Page page = withoutScript();
    page.navigate(committee.caseOf(twins.getFirst()).path());

    assertThat(page.innerText(card(pair))).contains("public").doesNotContain("Decide together");
    page.click(card(pair) + " a:has-text('Merge')");
    GridRecord kept = committee.record(twins.getLast());
    GridRecord gone = committee.record(twins.getFirst());
    assertThat(page.inputValue("[name=into]")).isEqualTo(kept.path());

    page.click("form[action='/merges'] button");
    page.navigate(kept.path());
    assertThat(page.innerText("section[aria-labelledby=history]"))
        .contains("The committee merged another record of the same thing into this one");
    assertThat(page.innerHTML("section[aria-labelledby=history]"))
        .as("it was never public itself")
        .doesNotContain(gone.path());
    page.navigate(other.path());
    assertThat(page.innerText(".sc-history"))
        .contains("Another record was merged into one of these", "you", gone.handle());
    page.navigate("/merges");
    page.click("form[action$='/undo'] button >> nth=0");
    page.navigate(kept.path());
    assertThat(page.innerText("section[aria-labelledby=history]"))
        .contains("The committee took a merge back");
    page.navigate(other.path());
    assertThat(page.innerText(".sc-history")).contains("A merge was taken back");
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void axeFindsNothingAndNothingIsTooWide(int width, ColorScheme scheme) throws Exception {
    List<String> twins = neighbourhood.twins();
    neighbourhood.organisation("Academy of Sormifen " + width + scheme, "Lund", "sormi");
    neighbourhood.organisation("Academi of Sormifen " + width + scheme, "Lund", "sormi");
    neighbourhood.link();
    Page page = windows.open(committee.ada, true, width, scheme);
    for (String address :
        List.of(
            "/queue/look-alikes",
            "/queue/look-alikes?kind=organisation",
            "/queue/look-alikes?kind=news",
            "/queue/look-alikes?show=dismissed",
            committee.caseOf(twins.getFirst()).path())) {
      page.navigate(address);
      assertThat(Axe.everything(page)).as(address).isEmpty();
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .as(address)
          .isEqualTo(0);
    }
  }
}
