package eu.metacluster.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.support.PdfUa;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An organisation applies, signs, is accepted by the rules, and its history says so by date. */
@ProductTest
class MembershipTests {

  @Autowired MockMvcTester mvc;
  @Autowired JdbcClient jdbc;
  @Autowired Entities entities;

  private Identity applicant;
  private Identity coordinator;
  private String name;

  @BeforeEach
  void people() {
    Persons persons = new Persons(jdbc);
    applicant = persons.with(Role.MEMBER);
    coordinator = persons.with(Role.COORDINATOR);
    name = "Cluster " + UUID.randomUUID().toString().substring(0, 8);
  }

  @Test
  void anApplicationBecomesAMemberOnceItsChecklistIsSettled() throws Exception {
    String here = apply("CLUSTER");
    assertThat(post(here + "/decision", coordinator, "accept", "true").getStatus()).isEqualTo(409);
    assertThat(get("/members", null)).doesNotContain(name);
    assertThat(status("/members/" + handle(), null)).isEqualTo(404);
    settle(here);
    assertThat(
            post(here + "/decision", coordinator, "accept", "true", "standing", "FOUNDING")
                .getStatus())
        .isEqualTo(303);
    assertThat(post(here + "/decision", coordinator, "accept", "true").getStatus())
        .as("decided once")
        .isEqualTo(409);
    assertThat(get("/members?standing=FOUNDING&helix=INDUSTRY", null)).contains(name);
    assertThat(get("/members?helix=RESEARCH", null)).doesNotContain(name);
    assertThat(get("/members.csv", null)).contains(name + ",CLUSTER,INDUSTRY,BE,FOUNDING");
    assertThat(get("/members.json", null)).contains(name);
    assertThat(get("/members?on=2020-01-01", null)).doesNotContain(name);
    assertThat(get("/notices", applicant)).contains(name + " is a member");
  }

  @Test
  void theSignedCopyIsTaggedTitledAndSaysWhoSignedWhat() throws Exception {
    String here = apply("HOSPITAL");
    sign(here);
    MockHttpServletResponse copy = response(here + "/agreement.pdf", applicant);
    assertThat(copy.getContentType()).isEqualTo("application/pdf");
    assertThat(PdfUa.broken(copy.getContentAsByteArray())).isEmpty();
    try (PDDocument pdf = Loader.loadPDF(copy.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Zsófia Nagy")
          .contains("General manager")
          .contains(name);
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
      assertThat(pdf.getDocumentInformation().getTitle()).contains(name);
      assertThat(pdf.getPage(0).getResources().getFontNames())
          .allSatisfy(
              font ->
                  assertThat(pdf.getPage(0).getResources().getFont(font).isEmbedded()).isTrue());
    }
    assertThat(status(here + "/agreement.pdf", new Persons(jdbc).with(Role.MEMBER))).isEqualTo(404);
    assertThat(journal("membership.signed")).doesNotContain("Zs").contains("text");
  }

  @Test
  void aStaleVersionOrAMissingNameIsNotSigned() throws Exception {
    String here = apply("COMPANY");
    assertThat(
            post(
                    here + "/signature",
                    applicant,
                    "version",
                    "0",
                    "signer",
                    "A",
                    "function",
                    "B",
                    "authorised",
                    "true")
                .getStatus())
        .isEqualTo(409);
    assertThat(
            post(here + "/signature", applicant, "version", "1", "signer", "A", "function", "B")
                .getStatus())
        .isEqualTo(400);
  }

  @Test
  void aWithdrawalRunsOutWithItsNoticeAndASuspensionIsSeenByDate() throws Exception {
    String here = member("UNIVERSITY");
    post(here + "/suspension", coordinator, "reason", "No reports for two years");
    assertThat(get("/members/" + handle(), null)).contains("Suspended");
    post(here + "/suspension", coordinator, "lift", "true");
    assertThat(post(here + "/withdrawal", new Persons(jdbc).with(Role.MEMBER)).getStatus())
        .isEqualTo(404);
    post(here + "/withdrawal", applicant);
    UUID id = entity().id();
    LocalDate last =
        jdbc.sql("select to_day from membership.period where entity = ?")
            .param(id)
            .query(LocalDate.class)
            .single();
    assertThat(entities.find(id, last).orElseThrow().belongs()).isTrue();
    assertThat(entities.find(id, last.plusDays(1)).orElseThrow().belongs()).isFalse();
    assertThat(last).isAfter(LocalDate.now().plusDays(28));
  }

  @Test
  void aRenamedOrganisationIsFoundUnderTheNameOfTheDay() throws Exception {
    String here = member("CLUSTER");
    post(
        here + "/names",
        applicant,
        "name",
        "Renamed " + name,
        "from",
        LocalDate.now().plusDays(5).toString());
    post(here + "/names", applicant, "name", "AKA " + name, "alias", "true");
    UUID id = entity().id();
    assertThat(entities.find(id, LocalDate.now()).orElseThrow().name()).isEqualTo(name);
    assertThat(entities.find(id, LocalDate.now().plusDays(9)).orElseThrow().name())
        .isEqualTo("Renamed " + name);
    assertThat(get("/members/" + handle(), null)).contains("AKA " + name).contains("Also known as");
  }

  @Test
  void lostAccessIsRecoveredOnTheRecordAndTheLastAdministratorStays() throws Exception {
    String here = member("AUTHORITY");
    assertThat(get("/members/" + handle(), null)).contains("needs one more administrator");
    assertThat(post(here + "/people/" + applicant.account() + "/end", applicant).getStatus())
        .isEqualTo(409);
    Identity other = new Persons(jdbc).with(Role.MEMBER);
    String address = other.account() + "@member.test";
    assertThat(post(here + "/people", coordinator, "email", address).getStatus())
        .as("without a reason")
        .isEqualTo(400);
    post(here + "/people", coordinator, "email", address, "reason", "Both left the house");
    assertThat(status(here, other)).isEqualTo(200);
    assertThat(journal("membership.access-recovered")).contains(other.account().toString());
    MockHttpServletResponse unknown =
        post(here + "/people", applicant, "email", "nobody@nowhere.test");
    assertThat(unknown.getStatus()).isEqualTo(303);
    assertThat(get("/members/" + handle(), null)).doesNotContain("Maria Member");
    post("/account/consents", applicant, "purpose", "membership.consent.named", "agree", "true");
    assertThat(get("/members/" + handle(), null)).contains("Maria Member");
  }

  @Test
  void onlyClustersAndHubsAreRepresentedAndOnlyByOnes() throws Exception {
    member("CLUSTER");
    String representing = handle();
    name = "Hub " + UUID.randomUUID().toString().substring(0, 8);
    String hub = member("DIGITAL_INNOVATION_HUB");
    assertThat(post(hub + "/representation", applicant, "by", representing).getStatus())
        .isEqualTo(303);
    assertThat(get("/members/" + handle(), null)).contains("/members/" + representing);
    name = "Company " + UUID.randomUUID().toString().substring(0, 8);
    String company = member("COMPANY");
    assertThat(post(company + "/representation", applicant, "by", representing).getStatus())
        .isEqualTo(400);
  }

  @Test
  void whatCannotBeUsedIsSaidBesideTheField() throws Exception {
    MockHttpServletResponse answer =
        post(
            "/membership/apply",
            applicant,
            "name",
            "x".repeat(100_000),
            "country",
            "XX",
            "ror",
            "12");
    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getContentAsString())
        .contains("A ROR has nine characters")
        .contains("two letters of a country");
  }

  private String apply(String type) {
    MockHttpServletResponse answer =
        post("/membership/apply", applicant, "name", name, "type", type, "country", "BE");
    assertThat(answer.getStatus()).isEqualTo(303);
    return String.valueOf(answer.getHeader("Location"));
  }

  private String member(String type) {
    String here = apply(type);
    settle(here);
    post(here + "/decision", coordinator, "accept", "true");
    return here;
  }

  private void settle(String here) {
    sign(here);
    for (String item : List.of("legal-entity", "document")) {
      post(here + "/checklist", coordinator, "item", item, "state", "DONE");
    }
    assertThat(
            post(here + "/checklist", coordinator, "item", "administrators", "state", "WAIVED")
                .getStatus())
        .as("a waiver needs a reason")
        .isEqualTo(400);
    post(
        here + "/checklist",
        coordinator,
        "item",
        "administrators",
        "state",
        "WAIVED",
        "reason",
        "One person");
  }

  private void sign(String here) {
    post(
        here + "/signature",
        applicant,
        "version",
        version(),
        "signer",
        "Zsófia Nagy",
        "function",
        "General manager",
        "authorised",
        "true");
  }

  private String version() {
    return jdbc.sql("select max(version)::text from membership.agreement")
        .query(String.class)
        .single();
  }

  private Entity entity() {
    return entities.on(LocalDate.now()).stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String handle() {
    return entity().handle();
  }

  private String journal(String kind) {
    return String.join(
        " ",
        jdbc.sql("select data::text from journal.entry where kind = ? and subject = ?")
            .params(kind, entity().id())
            .query(String.class)
            .list());
  }

  private int status(String path, @Nullable Identity who) {
    return response(path, who).getStatus();
  }

  private String get(String path, @Nullable Identity who) throws UnsupportedEncodingException {
    return response(path, who).getContentAsString();
  }

  private MockHttpServletResponse response(String path, @Nullable Identity who) {
    var request = mvc.get().uri(path).header("Accept-Language", "en");
    return (who == null ? request : request.with(authentication(who.authentication())))
        .exchange()
        .getResponse();
  }

  private MockHttpServletResponse post(String path, Identity who, String... fields) {
    var request = mvc.post().uri(path).with(csrf()).with(authentication(who.authentication()));
    for (int i = 0; i < fields.length; i += 2) {
      request = request.param(fields[i], fields[i + 1]);
    }
    return request.exchange().getResponse();
  }
}
