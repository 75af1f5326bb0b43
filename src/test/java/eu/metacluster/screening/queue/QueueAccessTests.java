package eu.metacluster.screening.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import eu.metacluster.people.DeskItem;
import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.support.ProductTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ProductTest
@Import({Committee.class, SignInForTests.class})
class QueueAccessTests {

  @Autowired MockMvcTester mvc;
  @Autowired Committee committee;
  @Autowired CommitteeDesk desk;

  @ParameterizedTest
  @CsvSource({
    "/queue,403,200,200",
    "/queue/history,403,200,200",
    "/queue/settings,403,403,200",
    "/how-we-decide,200,200,200",
    "/queue/zzzzzz,403,404,404",
    "/queue?scope=%3Cscript%3E&page=-7&year=20x4&show=all,403,200,200",
    "/queue?page=999999999999,403,200,200",
    "/queue/history?page=77&q=%00,403,200,200"
  })
  void eachRoleSeesItsPages(String address, int member, int committeeMember, int coordinator) {
    assertThat(get(address, Role.MEMBER)).isEqualTo(member);
    assertThat(get(address, Role.COMMITTEE)).isEqualTo(committeeMember);
    assertThat(get(address, Role.COORDINATOR)).isEqualTo(coordinator);
  }

  private int get(String address, Role role) {
    return mvc.get()
        .uri(java.net.URI.create(address))
        .with(authentication(new Identity(UUID.randomUUID(), "N", role).authentication()))
        .exchange()
        .getResponse()
        .getStatus();
  }

  private int post(String address, Role role, String... parameters) {
    var request =
        mvc.post()
            .uri(address)
            .with(csrf())
            .with(authentication(new Identity(UUID.randomUUID(), "N", role).authentication()));
    for (int i = 0; i < parameters.length; i += 2) {
      request = request.param(parameters[i], parameters[i + 1]);
    }
    return request.exchange().getResponse().getStatus();
  }

  @Test
  void visitorsSeeOnlyHowWeDecide() {
    assertThat(mvc.get().uri("/how-we-decide").exchange().getResponse().getStatus()).isEqualTo(200);
    assertThat(mvc.get().uri("/queue").exchange().getResponse().getStatus()).isNotEqualTo(200);
  }

  @Test
  void onlyTheCommitteeDecidesAndOnlyTheCoordinatorSets() {
    CaseFile file = committee.newCase();
    String decision = file.path() + "/decision";
    String[] ballot = {"round", "1", "verdict", "decline", "out", "not-cancer.1"};
    assertThat(post(decision, Role.MEMBER, ballot)).isEqualTo(403);
    assertThat(post(file.path() + "/undo", Role.MEMBER)).isEqualTo(403);
    assertThat(post("/queue/settings/rule", Role.COMMITTEE, "twoPerson", "on")).isEqualTo(403);
    assertThat(post("/queue/settings/criteria/not-cancer/retire", Role.COMMITTEE)).isEqualTo(403);
    assertThat(post(decision, Role.COMMITTEE, ballot)).isEqualTo(303);
    assertThat(post(decision, Role.COMMITTEE, ballot)).isEqualTo(409);
    assertThat(post(file.path() + "/undo", Role.COMMITTEE)).isEqualTo(403);
    assertThat(post(file.path() + "/undo", Role.COORDINATOR)).isEqualTo(303);
    assertThat(committee.again(file).open()).isTrue();
  }

  @Test
  void aPostWithoutATokenIsRefused() {
    CaseFile file = committee.newCase();
    assertThat(
            mvc.post()
                .uri(file.path() + "/decision")
                .with(authentication(committee.ada.authentication()))
                .exchange()
                .getResponse()
                .getStatus())
        .isEqualTo(403);
  }

  @Test
  void brokenFormsAreAnsweredWithTheSentence() {
    CaseFile file = committee.newCase();
    String decision = file.path() + "/decision";
    assertThat(post(decision, Role.COMMITTEE)).isEqualTo(400);
    assertThat(post(decision, Role.COMMITTEE, "verdict", "x", "round", "1")).isEqualTo(400);
    assertThat(
            post(
                decision,
                Role.COMMITTEE,
                "verdict",
                "authorise",
                "round",
                "1",
                "in",
                "tailored.1",
                "cancers",
                "moon"))
        .isEqualTo(400);
    assertThat(
            post(
                decision,
                Role.COMMITTEE,
                "verdict",
                "decline",
                "round",
                "abc",
                "out",
                "not-cancer.1"))
        .isEqualTo(409);
    assertThat(post(decision, Role.COMMITTEE, "note", "x".repeat(1 << 20))).isEqualTo(400);
    assertThat(post(file.path() + "/split", Role.COMMITTEE, "record", "no-uuid")).isEqualTo(400);
    assertThat(post(file.path() + "/split", Role.COMMITTEE, "record", UUID.randomUUID().toString()))
        .isEqualTo(400);
    assertThat(committee.again(file).open()).isTrue();
  }

  @Test
  void theQueueShowsFiguresFiltersAndWhoWhereWhen() {
    CaseFile file = committee.newCase();
    assertThat(
            mvc.get()
                .uri("/queue?q=" + file.label().toLowerCase(java.util.Locale.ROOT))
                .with(authentication(committee.ada.authentication())))
        .bodyText()
        .contains(file.path(), "Core", "Liquid biopsy", "2024", "One case");
  }

  @Test
  void waitingCasesStandOnTheDesksOfTheCommitteeOnly() {
    committee.newCase();
    assertThat(desk.of(committee.ada)).extracting(DeskItem::key).contains("screening.desk.waiting");
    assertThat(desk.of(new Identity(UUID.randomUUID(), "N", Role.MEMBER))).isEmpty();
  }
}
