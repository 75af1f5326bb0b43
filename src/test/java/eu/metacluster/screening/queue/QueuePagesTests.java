package eu.metacluster.screening.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.grid.RecordState;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Criterion;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.screening.deciding.Decision;
import eu.metacluster.screening.deciding.Settings;
import eu.metacluster.support.Axe;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ProductTest
@Import({Committee.class, SignInForTests.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueuePagesTests {

  @Autowired Committee committee;
  @Autowired Deciding deciding;
  @Autowired Settings settings;
  @LocalServerPort int port;

  private Windows windows;

  @BeforeAll
  void open() {
    windows = new Windows(port);
  }

  @AfterAll
  void close() {
    windows.close();
  }

  @AfterEach
  void onePersonAgain() {
    settings.twoPerson(committee.chief.account(), false);
  }

  @Test
  void twoKeysDecideAndTheNextCaseIsThere() {
    CaseFile first = committee.newCase();
    CaseFile second = committee.newCase();
    Page page = windows.open(committee.ada);
    page.navigate(first.path() + "?q=liquid");
    List<String> loads = new ArrayList<>();
    page.waitForFunction("() => document.querySelector('[data-next]') !== null");
    page.waitForTimeout(600);
    page.onFrameNavigated(frame -> loads.add(frame.url()));

    page.keyboard().press("a");
    assertThat(page.isVisible(".sc-criteria-in")).isTrue();
    assertThat(page.isVisible(".sc-criteria-out")).isFalse();
    page.keyboard().press("Enter");
    page.waitForSelector(".sc-after");

    assertThat(committee.record(first).state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(page.innerText(".sc-after")).contains(first.label(), "authorised");
    assertThat(page.url()).doesNotContain(first.handle());
    assertThat(page.evaluate("() => performance.getEntriesByType('navigation').length"))
        .isEqualTo(1);

    page.keyboard().press("u");
    page.waitForURL("**" + first.path() + "**");
    assertThat(committee.record(first).state()).isEqualTo(RecordState.CANDIDATE);
    assertThat(second.open()).isTrue();
  }

  @Test
  void digitsChooseTheCriterionAndTypingIsNotTakenForKeys() {
    CaseFile file = committee.newCase();
    Page page = windows.open(committee.ada);
    page.navigate(file.path());
    page.keyboard().press("d");
    page.keyboard().press("2");
    page.click("#note");
    page.keyboard().type("add 3 and decline");
    assertThat(page.inputValue("#note")).isEqualTo("add 3 and decline");
    page.keyboard().press("Escape");
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.contains(file.handle() + "/") && !url.endsWith(file.path()));

    CaseFile after = committee.again(file);
    assertThat(after.outcome()).isEqualTo("decline");
    assertThat(deciding.standing(after))
        .extracting(Decision::criterion)
        .extracting(Criterion::key)
        .isEqualTo("later-use");
  }

  @Test
  void withoutJavaScriptTheFormDecidesTheSame() {
    CaseFile file = committee.newCase();
    Page page = windows.open(committee.ada, false, 1280, ColorScheme.LIGHT);
    page.navigate(file.path());
    page.check("input[name=verdict][value=authorise]");
    page.uncheck("input[name=cancers][value=lung]");
    page.click("#decision button");
    assertThat(committee.record(file).state()).isEqualTo(RecordState.PUBLISHED);
    assertThat(committee.record(file).cancers()).doesNotContain("lung");
    assertThat(page.innerText(".sc-after")).contains(file.label());
    page.click(".sc-after button");
    assertThat(committee.record(file).state()).isEqualTo(RecordState.CANDIDATE);
  }

  @Test
  void whoIsLateIsToldAndSeesTheDecision() {
    CaseFile file = committee.newCase();
    Page page = windows.open(committee.ada);
    page.navigate(file.path());
    deciding.vote(committee.ben, file.handle(), Committee.decline(file));
    page.keyboard().press("a");
    page.keyboard().press("Enter");
    page.waitForSelector("[role=alert]");

    assertThat(page.innerText("[role=alert]")).contains("declined by somebody else", "MC-1509");
    assertThat(page.innerText(".sc-done")).contains("Declined on", "Not about cancer");
  }

  @Test
  void aMistakeKeepsWhatWasTyped() {
    CaseFile file = committee.newCase();
    Page page = windows.open(committee.ada, false, 390, ColorScheme.LIGHT);
    page.navigate(file.path());
    page.check("input[name=verdict][value=return]");
    page.fill("#note", "   ");
    page.click("#decision button");
    assertThat(page.innerText("[role=alert]")).contains("Write the question");
    assertThat(page.isChecked("input[name=verdict][value=return]")).isTrue();
    assertThat(committee.again(file).open()).isTrue();
  }

  @Test
  void theVotesOfOthersAreHiddenUntilOneHasVoted() {
    settings.twoPerson(committee.chief.account(), true);
    CaseFile file = committee.newCase();
    deciding.vote(committee.ben, file.handle(), Committee.decline(file));
    Page page = windows.open(committee.ada);
    page.navigate(file.path());
    assertThat(page.innerText("main"))
        .contains("One person has voted")
        .doesNotContain("Voted to decline");
    deciding.vote(committee.ada, file.handle(), Committee.authorise(file));
    page.navigate(file.path());
    assertThat(page.innerText("main")).contains("Voted to decline", "A third person settles it");
  }

  @Test
  void hostileTextIsShownAsText() {
    String grant = Committee.number();
    committee.propose(
        committee.origin(),
        Committee.project(
            grant,
            "<b>X",
            "<script>document.title='owned'</script> lung cancer \"><img src=x onerror=alert(1)>",
            "Biomarkers select <script>owned()</script> lung cancer patients for precision"
                + " immunotherapy </mark><h1>owned</h1>. "
                + Committee.CORE));
    CaseFile file = committee.caseOf(grant);
    Page page = windows.open(committee.ada);
    for (String address : List.of(file.path(), "/queue?q=owned")) {
      page.navigate(address);
      assertThat(page.title()).doesNotContain("owned");
      assertThat(page.innerText("main")).contains("<script>");
      assertThat(page.locator("main script, main img, main h1").count()).isEqualTo(1);
    }
    page.navigate(file.path());
    assertThat(page.locator(".sc-text mark").count()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void axeFindsNothing(int width, ColorScheme scheme) {
    CaseFile file = committee.newCase();
    CaseFile decided = committee.newCase();
    deciding.vote(committee.ada, decided.handle(), Committee.authorise(decided));
    Page page = windows.open(committee.chief, true, width, scheme);
    for (String address :
        List.of(
            "/queue",
            "/queue?scope=core&q=zzz",
            file.path(),
            decided.path(),
            "/queue/history",
            "/queue/settings",
            "/how-we-decide")) {
      page.navigate(address);
      if (address.equals(file.path())) {
        page.keyboard().press("a");
      }
      assertThat(Axe.everything(page)).as(address).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
          .as("no sideways scrolling on " + address)
          .isEqualTo(true);
    }
  }
}
