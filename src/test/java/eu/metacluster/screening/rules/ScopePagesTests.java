package eu.metacluster.screening.rules;

import static eu.metacluster.screening.Committee.number;
import static eu.metacluster.screening.Committee.project;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.grid.Intake;
import eu.metacluster.grid.Origin;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.rescoring.Rescoring;
import eu.metacluster.screening.scope.ScopeDefinition;
import eu.metacluster.screening.scoping.Scopes;
import eu.metacluster.support.Axe;
import eu.metacluster.support.BrowserTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@BrowserTest
@Import({Committee.class, SignInForTests.class})
class ScopePagesTests {

  private static final String TEXT =
      "Rare and orphan diseases: registries, newborn diagnosis and gene therapy of inherited"
          + " disorders.";

  @LocalServerPort int port;
  @Autowired Committee committee;
  @Autowired Scopes scopes;
  @Autowired Rescoring rescoring;
  @Autowired Intake intake;
  private Windows windows;
  private Origin origin;
  private CaseFile rare;

  @BeforeEach
  void open() {
    windows = new Windows(port);
    origin = committee.origin();
    String grant = number();
    committee.propose(
        origin,
        project(
            grant,
            "ORPHA" + grant,
            "A registry for rare inherited disorders",
            "Newborn diagnosis and gene therapy of an orphan disease. We also meet each month."));
    rare = committee.caseOf(grant);
  }

  @AfterEach
  void close() {
    windows.close();
    scopes.builtIn(committee.chief.account());
    intake.rollback(origin);
    committee.settle();
    scoredAgain();
  }

  private void scoredAgain() {
    Instant until = Instant.now().plusSeconds(60);
    while (rescoring.progress().running() && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    assertThat(rescoring.progress().running()).isFalse();
  }

  /** By the keyboard. */
  private static void press(Page page, String what) {
    page.locator(what).press("Enter");
  }

  private static void fill(Page page) {
    page.fill("#name", "Rare diseases");
    page.fill("#text", TEXT);
    page.fill("#examples", "A registry of an ultra-rare disorder\n\nGene therapy of Gaucher\n");
    page.fill("#counterExamples", "Common cold in schools");
  }

  @ParameterizedTest
  @CsvSource({"true,1280", "false,390"})
  void aScopeIsDescribedTriedAndPutInForce(boolean script, int width) {
    Page page = windows.open(committee.chief, script, width, ColorScheme.LIGHT);
    page.navigate("/queue/settings");
    press(page, "text=Look at the scope or change it");
    assertThat(page.innerText("main")).contains("Precision medicine in cancer", "built-in");
    fill(page);
    press(page, "text=Show what would come first");

    assertThat(page.innerText(".sc-first li >> nth=0")).contains("ORPHA", "shares");
    assertThat(page.inputValue("#examples")).contains("ultra-rare", "Gaucher");
    assertThat(scopes.inForce().described()).as("a preview changes nothing").isFalse();

    press(page, "section[aria-labelledby=first] button");
    page.waitForURL("**/queue/scope");
    assertThat(page.innerText("main")).contains("Rare diseases", "described here", TEXT);
    assertThat(scopes.inForce().definition())
        .isEqualTo(
            new ScopeDefinition(
                "Rare diseases",
                TEXT,
                List.of("A registry of an ultra-rare disorder", "Gene therapy of Gaucher"),
                List.of("Common cold in schools")));
    scoredAgain();
    assertThat(committee.again(rare).byWords()).isTrue();

    page.navigate(rare.path());
    assertThat(page.innerText(".sc-why >> nth=0")).contains("Likeness to the scope");
    assertThat(page.locator(".sc-text mark").count()).isPositive();
    page.navigate("/how-we-decide");
    assertThat(page.innerText("main"))
        .contains("Rare diseases", TEXT, "Nothing was labelled for it beforehand")
        .doesNotContain("900 Horizon Europe projects");

    page.navigate("/queue/scope");
    press(page, "text=Go back to the built-in scope");
    page.waitForURL("**/queue/scope");
    assertThat(scopes.inForce().described()).isFalse();
    page.navigate("/how-we-decide");
    assertThat(page.innerText("main"))
        .contains("Precision medicine in cancer", "900 Horizon Europe projects");
  }

  @Test
  void noPageSpeaksOfTheBuiltInScopeOnceAnotherOneIsDescribed() {
    Page page = windows.open(committee.chief, false, 1280, ColorScheme.LIGHT);
    page.navigate(rare.path());
    assertThat(page.innerText("main")).contains("Pillars", "Technologies", "Cancers");
    page.navigate("/topics");
    assertThat(page.innerText("main")).contains("Melanoma".toLowerCase(java.util.Locale.ROOT));

    scopes.describe(
        committee.chief.account(),
        new ScopeDefinition("Rare diseases", TEXT, List.of(), List.of()),
        false);
    scoredAgain();

    page.navigate(rare.path());
    assertThat(page.innerText("main")).doesNotContain("Pillars", "Technologies", "Cancers");
    page.check("input[name=verdict][value=authorise]");
    assertThat(page.locator("input[name=cancers]").count()).isZero();
    page.navigate("/queue");
    assertThat(page.innerText("#filters")).doesNotContain("Pillar", "Cancer");
    page.navigate("/how-we-decide");
    assertThat(page.innerText("section[aria-labelledby=model]"))
        .doesNotContainIgnoringCase("cancer");
    page.navigate("/");
    assertThat(page.innerText("h1")).isEqualTo("The live grid: Rare diseases");
    assertThat(page.title()).contains("Rare diseases").doesNotContain("cancer");
    page.navigate("/add/project");
    assertThat(page.innerText("main")).doesNotContain("Beating Cancer Plan");
    String catalogue = page.request().get("/catalog").text();
    assertThat(catalogue).contains("about: Rare diseases").doesNotContain("medicine for cancer");
  }

  @Test
  void whatWasTypedIsKeptWhenItCannotBeUsed() {
    Page page = windows.open(committee.chief, false, 1280, ColorScheme.LIGHT);
    page.navigate("/queue/scope");
    fill(page);
    page.fill("#text", "   ");
    press(page, "text=Use this scope");

    assertThat(page.innerText("[role=alert]")).contains("Describe what belongs", "MC-1541");
    assertThat(page.inputValue("#name")).isEqualTo("Rare diseases");
    assertThat(page.inputValue("#counterExamples")).isEqualTo("Common cold in schools");
    assertThat(scopes.inForce().described()).isFalse();
  }

  @Test
  void theProgressShowsUntilAllIsScored() {
    Page page = windows.open(committee.chief);
    page.navigate("/queue/scope");
    fill(page);
    page.click("text=Use this scope");
    Locator done = page.locator("#rescoring >> text=are scored by this scope");
    done.waitFor();
    assertThat(rescoring.progress().running()).isFalse();
  }

  @Test
  void hostileWordsAreShownAsText() {
    String hostile = "</textarea><script>document.title='owned'</script>";
    scopes.describe(
        committee.chief.account(),
        new ScopeDefinition(hostile, hostile + " rare", List.of(hostile), List.of()),
        false);
    Page page = windows.open(committee.chief);
    for (String address : List.of("/queue/scope", "/how-we-decide", "/queue/settings")) {
      page.navigate(address);
      assertThat(page.title()).doesNotContain("owned");
      assertThat(page.innerText("main")).contains("<script>");
      assertThat(page.locator("main script").count()).isZero();
    }
  }

  @Test
  void aCriterionIsReworded() {
    Page page = windows.open(committee.chief);
    page.navigate("/queue/settings?reword=not-cancer#add");
    assertThat(page.inputValue("input[name=key]")).isEqualTo("not-cancer");
    assertThat(page.inputValue("input[name=english]")).isNotEmpty();
    assertThat(page.locator("select[name=scope]").inputValue()).isEqualTo("out");
    page.navigate("/queue/settings?reword=" + UUID.randomUUID());
    assertThat(page.inputValue("input[name=key]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280,LIGHT", "1280,DARK", "390,LIGHT", "390,DARK"})
  void axeFindsNothing(int width, ColorScheme scheme) {
    scopes.describe(
        committee.chief.account(),
        new ScopeDefinition("Rare diseases " + width + scheme, TEXT, List.of("One"), List.of()),
        false);
    scoredAgain();
    Page page = windows.open(committee.chief, true, width, scheme);
    for (String address : List.of("/queue/scope", "/queue/settings", "/how-we-decide")) {
      page.navigate(address);
      fit(page, address);
    }
    page.navigate("/queue/scope");
    page.click("text=Show what would come first");
    page.waitForSelector(".sc-first");
    fit(page, "the preview");
  }

  private static void fit(Page page, String what) {
    page.evaluate("() => window.scrollTo(0, 0)");
    assertThat(Axe.everything(page)).as(what).isEmpty();
    assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("no sideways scrolling on " + what)
        .isEqualTo(true);
  }
}
