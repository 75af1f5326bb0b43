package eu.metacluster.screening.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.metacluster.platform.Identity;
import eu.metacluster.platform.Role;
import eu.metacluster.screening.Committee;
import eu.metacluster.screening.SignInForTests;
import eu.metacluster.screening.cases.CaseFile;
import eu.metacluster.screening.deciding.Deciding;
import eu.metacluster.shared.Refusal;
import eu.metacluster.support.Persons;
import eu.metacluster.support.ProductTest;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Assigning, putting off, and keeping views. */
@ProductTest
@Import({Committee.class, SignInForTests.class})
class WorkloadTests {

  @Autowired Committee committee;
  @Autowired Queue queue;
  @Autowired Assignments assignments;
  @Autowired Skips skips;
  @Autowired SavedViews views;
  @Autowired Deciding deciding;
  @Autowired JdbcClient jdbc;

  private CaseFile first;
  private CaseFile second;
  private QueueFilter both;

  @BeforeEach
  void twoCases() {
    String word = "zq" + Committee.number();
    String one = Committee.number();
    String two = Committee.number();
    committee.propose(
        committee.origin(),
        Committee.project(one, "A" + one, word + " liquid biopsy " + one, Committee.CORE),
        Committee.project(two, "B" + two, word + " corrosion " + two, Committee.OUT));
    first = committee.caseOf(one);
    second = committee.caseOf(two);
    both = QueueFilter.of(Map.of("q", word));
  }

  private static void refused(String code, ThrowingCallable what) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(what)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private String next(Identity who, QueueFilter filter) {
    return queue.next(filter, who.account(), first).orElse("none");
  }

  @Test
  void aSkippedCaseIsPassedOverByThatPersonOnlyAndComesBack() {
    assertThat(next(committee.ada, both)).isEqualTo(second.handle());
    skips.skip(committee.ada.account(), second);
    skips.skip(committee.ada.account(), second);

    assertThat(next(committee.ada, both)).isEqualTo("none");
    assertThat(next(committee.ben, both)).isEqualTo(second.handle());
    assertThat(queue.page(both, committee.ada.account(), 1))
        .filteredOn(QueueLine::skipped)
        .extracting(line -> line.file().id())
        .containsExactly(second.id());
    assertThat(queue.count(both.with("show", "skipped"), committee.ada.account())).isEqualTo(1);

    assertThat(skips.takeUp(committee.ada.account())).isEqualTo(1);
    assertThat(next(committee.ada, both)).isEqualTo(second.handle());
  }

  @Test
  void anAssignedCaseLeavesTheWayOfTheOthersButNotTheirList() {
    Identity holder = new Persons(jdbc).with(Role.COMMITTEE);
    assignments.give(committee.chief.account(), second.handle(), holder.account());

    assertThat(assignments.holder(second))
        .isEqualTo(new Assignments.Holder(holder.account(), null));
    assertThat(next(committee.ada, both)).isEqualTo("none");
    assertThat(next(holder, both)).isEqualTo(second.handle());
    assertThat(queue.count(both, committee.ada.account())).isEqualTo(2);
    assertThat(queue.count(both.with("show", "assigned"), holder.account())).isEqualTo(1);
    assertThat(assignments.waiting(holder.account())).isEqualTo(1);

    deciding.vote(committee.ada, second.handle(), Committee.decline(second));
    assertThat(assignments.waiting(holder.account())).isZero();
    refused(
        "MC-1521",
        () -> assignments.give(committee.ada.account(), second.handle(), holder.account()));
  }

  @Test
  void onlyWhoCanDecideCanBeAsked() {
    Identity member = new Persons(jdbc).with(Role.MEMBER);
    refused(
        "MC-1522",
        () -> assignments.give(committee.ada.account(), first.handle(), member.account()));
    refused(
        "MC-1522",
        () -> assignments.give(committee.ada.account(), first.handle(), UUID.randomUUID()));
    assignments.give(committee.ada.account(), first.handle(), null);
    assertThat(assignments.holder(first)).isNull();
  }

  @Test
  void viewsAreKeptReplacedAndDroppedForOnePerson() {
    UUID me = UUID.randomUUID();
    views.keep(me, " Lung, core ", QueueFilter.of(Map.of("cancer", "lung", "scope", "core")));
    views.keep(me, "Lung, core", QueueFilter.of(Map.of("cancer", "lung")));

    assertThat(views.of(me)).containsExactly(new SavedView("Lung, core", "/queue?cancer=lung"));
    assertThat(views.of(UUID.randomUUID())).isEmpty();
    refused("MC-1523", () -> views.keep(me, "x".repeat(61), both));
    refused("MC-1523", () -> views.keep(me, " ", both));
    refused("MC-1524", () -> views.keep(me, "Everything", QueueFilter.NONE));
    for (int i = 1; i < 30; i++) {
      views.keep(me, "View " + i, both);
    }
    refused("MC-1525", () -> views.keep(me, "One too many", both));

    views.drop(me, "Lung, core");
    assertThat(views.of(me)).hasSize(29);
  }
}
