package eu.metacluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.support.Axe;
import eu.metacluster.support.Browser;
import eu.metacluster.support.ProductTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody without an account gives a project to the grid, and hears back at every step. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class IntakeStoryTests {

  private static final String QUESTION = "Which cancers does it study?";

  @Autowired Committee committee;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  @Test
  void aVisitorAddsAProjectAndFollowsItUntilItIsPublic() {
    story(true, 1280);
  }

  @Test
  void theSameOnAPhoneWithoutJavaScript() {
    story(false, 375);
  }

  private void story(boolean script, int width) {
    String number = Committee.number();
    String email = "sender" + number + "@example.org";
    Post post = new Post(jdbc);
    Page page = new Browser(port).window(script, width, ColorScheme.LIGHT);
    try (Windows windows = new Windows(port)) {
      fillIn(page, number, email, script);
      page.navigate(post.link(email, "/add/confirm/"));
      check(page, "confirm" + width);
      page.locator("main form button").first().click();
      assertThat(page.innerText("main")).contains("The committee decides", "promised");
      check(page, "status" + width);
      String status = post.link(email, "/status/");
      committee.settle();

      Page reviewer = windows.open(committee.ada);
      String handle = ask(reviewer, number);
      committee.settle();
      assertThat(post.to(email).getFirst()).contains(QUESTION);
      page.navigate(status);
      assertThat(page.innerText("main")).contains(QUESTION);
      check(page, "asked" + width);
      page.fill("#text", "Lung cancer, in three countries.");
      page.getByText("Send the answer").click();
      assertThat(page.innerText("main")).contains("The committee decides");
      committee.settle();

      reviewer.navigate("/queue/" + handle);
      assertThat(reviewer.innerText("main")).contains("Lung cancer, in three countries.");
      reviewer.locator("label.sc-verdict-authorise").click();
      reviewer.locator("input[name=in]").first().check();
      reviewer.locator(".sc-confirm button").click();
      reviewer.waitForCondition(() -> decided(handle).equals("authorise"));
      committee.settle();
      permit(page, post, email, status, width);
    } finally {
      page.context().close();
    }
  }

  private static void permit(Page page, Post post, String email, String status, int width) {
    page.navigate(status);
    assertThat(page.innerText("main")).contains("Authorised; the owner decides");
    page.navigate(post.link(email, "/permission/"));
    check(page, "permission" + width);
    page.getByText("Yes, show it").click();
    assertThat(page.innerText("main")).contains("You permitted it on");
    page.getByText("Open its page").click();
    assertThat(page.locator("h1").innerText()).contains("Liquid biopsy");
    page.navigate(post.link(email, "/permission/"));
    page.getByText("Take the permission back").last().click();
    page.navigate(status);
    assertThat(page.innerText("main")).contains("Authorised; the owner decides");
  }

  @Test
  void theOwnerSaysYesWithChangesAndTheNewWordsArePublicAfterTheCommitteeHasSeenThem() {
    String number = Committee.number();
    String email = "changes" + number + "@example.org";
    String words = "We sequence the ctDNA of patients with lung cancer, in four countries.";
    Post post = new Post(jdbc);
    Page page = new Browser(port).window(true, 1280, ColorScheme.LIGHT);
    try (Windows windows = new Windows(port)) {
      fillIn(page, number, email, true);
      page.navigate(post.link(email, "/add/confirm/"));
      page.locator("main form button").first().click();
      committee.settle();
      Page reviewer = windows.open(committee.ada);
      String handle = handle(number);
      authorise(reviewer, handle);

      String permission = post.link(email, "/permission/");
      page.navigate(permission);
      page.getByText("Yes, with changes").click();
      page.fill("#summary", words);
      page.getByText("Yes, in these words").click();
      committee.settle();
      assertThat(answer(number)).startsWith("yes ");
      assertThat(decided(handle)).as("the committee has not seen these words").isEmpty();
      page.navigate(post.link(email, "/status/"));
      assertThat(page.innerText("main")).contains("The committee decides");
      assertThat(page.innerText("main")).doesNotContain("Open its page");

      reviewer.navigate("/queue/" + handle);
      assertThat(reviewer.innerText("main")).contains(words);
      int letters = post.to(email).size();
      authorise(reviewer, handle);
      assertThat(post.to(email).getFirst()).contains("is on the public grid now");
      assertThat(post.to(email)).as("no other question").hasSize(letters + 1);
      page.navigate(post.link(email, "/projects/"));
      assertThat(page.innerText("main")).contains(words);
      page.navigate(permission);
      assertThat(page.innerText("main")).contains("You permitted it on");
    } finally {
      page.context().close();
    }
  }

  private void authorise(Page reviewer, String handle) {
    reviewer.navigate("/queue/" + handle);
    reviewer.locator("label.sc-verdict-authorise").click();
    reviewer.locator("input[name=in]").first().check();
    reviewer.locator(".sc-confirm button").click();
    reviewer.waitForCondition(() -> decided(handle).equals("authorise"));
    committee.settle();
  }

  /** The owner's answer and the version of the text that it is about. */
  private String answer(String number) {
    return jdbc.sql(
            """
            select p.answer || ' ' || encode(p.text_hash, 'hex') from intake.permission p
            join intake.submission s on s.id = p.submission
            join grid.record r on r.id = s.record where r.title like ?""")
        .param("%" + number)
        .query(String.class)
        .single();
  }

  private String handle(String number) {
    return jdbc.sql("select handle from screening.case where title like ?")
        .param("%" + number)
        .query(String.class)
        .single();
  }

  private void fillIn(Page page, String number, String email, boolean script) {
    page.navigate("/add");
    check(page, "add" + (script ? "" : "-phone"));
    page.locator("a[href='/add/project']").click();
    page.fill("#title", "Liquid biopsy guides the care of lung cancer " + number);
    if (script) {
      page.locator("#title").dispatchEvent("input");
      page.locator("#saved [role=status]").first().waitFor();
    } else {
      page.getByText("Save draft").click();
      assertThat(page.inputValue("#title")).contains(number);
    }
    page.getByText("Send", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.innerText("[role=alert]")).contains("e-mail address");
    check(page, "missing" + (script ? "" : "-phone"));
    page.fill("#summary", Committee.CORE);
    page.fill("#email", email);
    tick(page, "input[name=own]");
    tick(page, "#agreed");
    page.press("button[value=send]", "Enter");
    assertThat(page.locator("main").innerText()).contains(email);
  }

  /** By the keyboard. */
  private static void tick(Page page, String box) {
    page.press(box, "Space");
    assertThat(page.isChecked(box)).isTrue();
  }

  private String ask(Page reviewer, String number) {
    String handle =
        jdbc.sql("select handle from screening.case where title like ?")
            .param("%" + number)
            .query(String.class)
            .single();
    reviewer.navigate("/queue/" + handle);
    assertThat(reviewer.innerText("main")).contains("Handed in by form");
    reviewer.locator("label.sc-verdict-return").click();
    reviewer.fill("textarea[name=note]", QUESTION);
    reviewer.locator(".sc-confirm button").click();
    reviewer.waitForCondition(() -> decided(handle).equals("return"));
    return handle;
  }

  private String decided(String handle) {
    return jdbc.sql("select coalesce(outcome, '') from screening.case where handle = ?")
        .param(handle)
        .query(String.class)
        .single();
  }

  private static void check(Page page, String name) {
    if (!name.endsWith("375") && !name.endsWith("-phone")) {
      Axe.check(page); // axe is a script itself
    }
    page.bringToFront();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens/intake-" + name + ".png"))
            .setFullPage(true));
  }
}
