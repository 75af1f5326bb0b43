package eu.metacluster.discovery.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.discovery.Plot;
import eu.metacluster.discovery.search.PublicRecords;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.platform.Role;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a draft to the record's page, with a person between. */
@ProductTest
class PlainPagesTests {

  private static final String HOSTILE =
      "Doctors test blood. <script>alert(1)</script> It may spare an operation.";

  @Autowired ApplicationContext product;
  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired PlainTexts texts;
  @Autowired PublicRecords records;

  private final String grant = Plot.number();
  private Plot plot;
  private GridRecord record;

  @BeforeEach
  void aPublicProject() {
    plot = new Plot(product);
    state("We sequence ctDNA in plasma.");
    plot.published(grant);
    record = plot.record(grant);
  }

  private void state(String summary) {
    plot.stated(
        Plot.project(
            grant, Map.of(Field.TITLE, "Plasma " + grant, Field.SUMMARY, summary), List.of()));
  }

  private MvcTestResult post(String path, String... parameters) {
    var request = mvc.post().uri(path).param("record", record.path());
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request
        .with(authentication(new Persons(jdbc).with(Role.COMMITTEE).authentication()))
        .with(csrf())
        .exchange();
  }

  private AbstractStringAssert<?> page() {
    return assertThat(mvc.get().uri(record.path() + "?fresh=" + System.nanoTime()))
        .hasStatusOk()
        .bodyText();
  }

  private MvcTestResult desk() {
    return mvc.get()
        .uri("/plain-words?record=" + record.path())
        .with(authentication(new Persons(jdbc).with(Role.COMMITTEE).authentication()))
        .exchange();
  }

  @Test
  void aDraftIsShownAfterAPersonReleasedItAndMarked() throws Exception {
    try (ChatOfTests chat = new ChatOfTests()) {
      chat.says(HOSTILE);
      Drafter drafter = new Drafter(chat.url(), "small-model", "", 20);
      assertThat(new PlainController(records, texts, drafter).draft(record.path()).getViewName())
          .isEqualTo("redirect:/plain-words?record=" + record.path());
      assertThat(chat.asked.getFirst()).contains("Plasma " + grant, "ctDNA in plasma");
    }
    page().doesNotContain("Doctors test blood");
    assertThat(desk()).bodyText().contains("small-model", "Doctors test blood");

    assertThat(post("/plain-words", "text", HOSTILE)).hasStatus(303);
    page()
        .contains("In plain words", "drafted by a machine", "small-model")
        .contains("Doctors test blood. &lt;script&gt;")
        .doesNotContain("<script>alert");

    assertThat(post("/plain-words", "text", "A person wrote this.")).hasStatus(303);
    page().contains("A person wrote this.", "Changed by a person");

    state("We do something else now.");
    page().doesNotContain("A person wrote this.");
    assertThat(desk()).bodyText().contains("has changed since");
    assertThat(post("/plain-words", "text", "Too late."))
        .hasStatus(409)
        .bodyText()
        .contains("MC-1677");
  }

  @Test
  void whatIsRemovedIsGone() {
    PlainTexts.Source source = texts.source(record.id()).orElseThrow();
    texts.keep(record.id(), source.digest(), "m", "A draft to be thrown away.");
    assertThat(post("/plain-words", "text", "A draft to be thrown away.")).hasStatus(303);
    page().contains("A draft to be thrown away.");

    assertThat(post("/plain-words/remove")).hasStatus(303);
    page().doesNotContain("A draft to be thrown away.");
    assertThat(texts.find(record.id()).orElseThrow().draft()).isEmpty();
  }

  @Test
  void whileItIsOffNothingIsOfferedAndNothingBreaks() {
    page().doesNotContain("plain-words");
    assertThat(desk()).hasStatusOk().bodyText().contains("No server for drafts is set");
    assertThat(post("/plain-words/draft")).hasStatus(503).bodyText().contains("MC-1671");
    assertThat(post("/plain-words", "text", " ")).hasStatus(400).bodyText().contains("MC-1676");
  }

  @Test
  void aServerThatIsAwayLeavesWhatThereWas() throws Exception {
    PlainTexts.Source source = texts.source(record.id()).orElseThrow();
    texts.keep(record.id(), source.digest(), "m", "The first draft of all.");
    ChatOfTests chat = new ChatOfTests();
    chat.close();
    var answer =
        new PlainController(records, texts, new Drafter(chat.url(), "m", "", 5))
            .draft(record.path());
    assertThat(answer.getModel().get("view"))
        .isInstanceOfSatisfying(
            PlainView.class,
            view -> {
              assertThat(view.problem()).extracting(Refusal::code).isEqualTo("MC-1672");
              assertThat(view.words()).isEqualTo("The first draft of all.");
            });
  }

  @Test
  void whatIsNotPublicIsNeverSent() throws Exception {
    String hidden = Plot.number();
    plot.stated(
        Plot.project(
            hidden, Map.of(Field.TITLE, "Hidden", Field.SUMMARY, "Not public."), List.of()));
    assertThat(texts.source(plot.record(hidden).id())).isEmpty();
    try (ChatOfTests chat = new ChatOfTests()) {
      PlainController asking =
          new PlainController(records, texts, new Drafter(chat.url(), "m", "", 5));
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> asking.draft(plot.record(hidden).path()))
          .isInstanceOf(Refusal.class);
      assertThat(chat.asked).isEmpty();
    }
  }
}
