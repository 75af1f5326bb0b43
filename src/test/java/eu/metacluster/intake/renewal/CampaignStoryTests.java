package eu.metacluster.intake.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.receiving.Receiving;
import eu.metacluster.intake.receiving.Sender;
import eu.metacluster.intake.receiving.Submission;
import eu.metacluster.intake.receiving.Submissions;
import eu.metacluster.platform.web.Language;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.Windows;
import eu.metacluster.screening.cases.Cases;
import eu.metacluster.support.Axe;
import eu.metacluster.support.ProductTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign in a browser, without and with JavaScript, from its start to the committee. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class CampaignStoryTests {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/still-true/\\S+)");

  @Autowired Committee committee;
  @Autowired Submissions submissions;
  @Autowired Receiving receiving;
  @Autowired Records records;
  @Autowired Lifecycle lifecycle;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  @LocalServerPort int port;

  private final String number = Committee.number();

  private UUID published(String title, String checked) {
    Submissions.Typed typed =
        new Submissions.Typed(
            RecordKind.PRACTICE,
            Map.of(Field.TITLE, title + " " + number, Field.SUMMARY, Committee.CORE),
            "",
            Language.EN,
            true,
            null);
    UUID id = submissions.open(Submission.Way.FORM, typed, new Sender(mail(title), "", ""));
    receiving.receive(id, Instant.now(), Map.of());
    UUID record = submissions.find(id).map(Submission::record).orElseThrow();
    lifecycle.publish(List.of(record), Map.of(), new Lifecycle.Reason(null, null, null));
    jdbc.sql("update grid.record set checked_on = cast(? as date) where id = ?")
        .params(checked, record)
        .update();
    return record;
  }

  private String mail(String title) {
    return title.substring(0, title.indexOf(' ')).toLowerCase(java.util.Locale.ROOT)
        + number
        + "@example.org";
  }

  private String link(String title) {
    String letter =
        jdbc.sql(
                "select body from platform.mail where recipient = ? and body like '%/still-true/%'")
            .param(mail(title))
            .query(String.class)
            .single();
    Matcher link = LINK.matcher(letter);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private String page(UUID record) {
    return records.find(record).map(GridRecord::path).orElseThrow();
  }

  @Test
  void fromTheQuestionToFreshPagesAndToTheCommittee() {
    UUID kept = published("Kept registry", "1998-03-01");
    UUID silent = published("Silent registry", "1998-03-01");
    committee.settle();
    try (Windows windows = new Windows(port)) {
      Page chief = windows.open(committee.chief);
      chief.navigate("/campaigns");
      chief.fill("input[name=name]", "Spring " + number);
      chief.selectOption("#kind", "practice");
      chief.fill("#before", "1998-03-02");
      chief.click("button[name=look]");
      assertThat(chief.innerText("#preview ~ p")).contains("The owners of 2 records are asked");
      Axe.check(chief);
      chief.click("form[method=post] button.btn-primary");
      assertThat(chief.innerText("h1")).isEqualTo("Spring " + number);
      String watch = java.net.URI.create(chief.url()).getPath();

      Page owner = windows.open(committee.eve, false, 390, ColorScheme.DARK);
      owner.navigate(page(kept));
      assertThat(owner.innerText("main")).contains("1998");
      owner.navigate(link("Kept registry"));
      assertThat(owner.innerText("main")).contains("Kept registry " + number);
      Page phone = windows.open(committee.ben, true, 390, ColorScheme.DARK);
      phone.navigate(link("Kept registry"));
      Axe.check(phone);
      keep(phone, "still-true-phone-dark");
      owner.click("main form .btn-primary");
      assertThat(owner.innerText("main")).contains("You said so today");
      committee.settle();
      owner.navigate(page(kept));
      assertThat(owner.innerText("main")).doesNotContain("1998");

      chief.navigate(watch);
      assertThat(row(chief, "Kept registry")).contains("Confirmed");
      assertThat(row(chief, "Silent registry")).contains("No answer");
      Axe.check(chief);
      keep(chief, "campaign");
      chief.click("form[action$='/end'] button");
      committee.settle();
      chief.navigate(watch);
      assertThat(row(chief, "Silent registry")).contains("With the committee");
      owner.navigate(page(silent));
      assertThat(owner.innerText("main")).contains("To be checked again");

      Page french = windows.open(committee.chief, true, 390, ColorScheme.DARK);
      french
          .context()
          .addCookies(List.of(new Cookie("language", "fr").setUrl("http://localhost:" + port)));
      for (String path : List.of(watch, "/campaigns", "/queue/away", "/members/map")) {
        french.navigate(path);
        assertThat(french.locator("html").getAttribute("lang")).isEqualTo("fr");
        assertThat((Boolean) french.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as("%s fits a phone", path)
            .isTrue();
        Axe.check(french);
        keep(french, "fr" + path.replaceAll("/[0-9a-f-]{36}", "-one").replace('/', '-'));
      }

      Page reviewer = windows.open(committee.ada);
      reviewer.navigate("/queue?show=revalidate&q=Silent+registry+" + number);
      assertThat(reviewer.innerText(".sc-rows")).contains("Silent registry " + number);
      assertThat(cases.ofRecord(silent)).isPresent();
      keep(reviewer, "queue");
      reviewer.navigate(cases.ofRecord(silent).orElseThrow().path());
      keep(reviewer, "case");
    }
  }

  private static void keep(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screens/intake-" + name + ".png"))
            .setFullPage(true));
  }

  private String row(Page page, String title) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(title + " " + number))
        .innerText();
  }
}
