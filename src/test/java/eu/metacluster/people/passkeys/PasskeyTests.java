package eu.metacluster.people.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.Browser;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A passkey is added on the account's page, signs in from the sign-in page, and can be removed. */
@ProductTest
class PasskeyTests {

  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester mvc;
  @LocalServerPort int port;

  @Test
  void aPersonAddsAPasskeySignsInWithItAndRemovesIt() {
    Identity person = new Persons(jdbc).with(Role.MEMBER);
    Browser browser = new Browser(port);
    try (BrowserContext context = browser.visitor("light", "en")) {
      Page page = context.newPage();
      List<String> said = new ArrayList<>();
      page.onConsoleMessage(message -> said.add(message.text()));
      page.navigate(new Persons(jdbc).link(person));
      page.locator("main form button").click();
      page.waitForURL(Pattern.compile(".*/desk$"));
      authenticator(context.newCDPSession(page));
      page.navigate("/account/passkeys");
      page.fill("#label", "Work laptop");
      page.locator("main form[data-passkey] button").click();
      page.waitForURL(Pattern.compile(".*/account/passkeys$"));
      page.waitForSelector("main table, main form [role=alert]:not([hidden])");
      assertThat(page.locator("main").innerText()).as("%s", said).contains("The passkey is added");
      assertThat(page.locator("main table").innerText()).contains("Work laptop");

      page.locator(".mc-menu summary.mc-who").click();
      page.locator("form[action='/sign-out'] button").click();
      page.navigate("/sign-in?next=/account");
      page.locator("form[data-passkey] button").click();
      page.waitForURL(Pattern.compile("http://[^/]+/account$"));
      assertThat(page.locator("main").innerText()).contains(person.account() + "@member.test");
      assertThat(journal(person)).contains("PASSKEY");

      page.navigate("/account/passkeys");
      page.locator("main table form button").click();
      page.waitForSelector("text=no longer signs you in");
      assertThat(count(person)).isZero();
    }
  }

  @Test
  void aForeignAnswerAndOneWithoutAQuestionSignNobodyIn() {
    for (String body : new String[] {"{}", "nonsense", "{\"id\":\"x\",\"rawId\":\"x\"}"}) {
      var answer =
          mvc.post()
              .uri("/sign-in/passkey")
              .contentType("application/json")
              .content(body)
              .with(
                  org.springframework.security.test.web.servlet.request
                      .SecurityMockMvcRequestPostProcessors.csrf())
              .exchange()
              .getResponse();
      assertThat(answer.getStatus()).as(body).isEqualTo(400);
    }
  }

  private static void authenticator(CDPSession session) {
    session.send("WebAuthn.enable");
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject arguments = new JsonObject();
    arguments.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", arguments);
  }

  private String journal(Identity person) {
    return String.join(
        " ",
        jdbc.sql("select data::text from journal.entry where subject = ?")
            .param(person.account())
            .query(String.class)
            .list());
  }

  private long count(Identity person) {
    return jdbc.sql("select count(*) from people.passkey where account = ?")
        .param(person.account())
        .query(Long.class)
        .single();
  }
}
