package eu.metacluster.membership;

import eu.metacluster.journal.SubjectLinks;
import eu.metacluster.people.DeskItem;
import eu.metacluster.people.DeskItems;
import eu.metacluster.people.HeldRoles;
import eu.metacluster.people.notices.Frequency;
import eu.metacluster.people.notices.Topic;
import eu.metacluster.people.privacy.ConsentPurpose;
import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.ProcessingActivity;
import eu.metacluster.people.privacy.Subject;
import eu.metacluster.platform.Role;
import eu.metacluster.platform.web.NavEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module puts into the frame of other pages, and what it tells people. */
@Configuration(proxyBeanMethods = false)
class MembershipFrame {

  static final String APPLICATIONS = "membership.topic.applications";
  static final String OURS = "membership.topic.ours";

  private static final int BAR = 22;
  private static final int MENU = 60;

  @Bean
  NavEntry membersEntry() {
    return NavEntry.bar("membership.nav.members", "/members", null, BAR);
  }

  @Bean
  NavEntry applicationsEntry() {
    return NavEntry.menu("membership.nav.applications", "/membership", Role.COMMITTEE, MENU);
  }

  @Bean
  Topic applicationsTopic() {
    return Topic.weekly(APPLICATIONS, Role.COORDINATOR);
  }

  @Bean
  Topic ownMembershipTopic() {
    return new Topic(OURS, Frequency.AT_ONCE, null);
  }

  @Bean
  ConsentPurpose namedConsent() {
    return new ConsentPurpose(MembersController.NAMED, 1);
  }

  @Bean
  ProcessingActivity membershipActivity() {
    return new ProcessingActivity(
        "membership.processing.signatures", ProcessingActivity.Basis.CONTRACT);
  }

  /** Signatures stay: a contract is kept while it lasts, and they name no address. */
  @Bean
  PersonalData signaturesHeld(Signatures signatures) {
    return new PersonalData() {
      @Override
      public String key() {
        return "membership.data.signatures";
      }

      @Override
      public List<Map<String, Object>> export(Subject subject) {
        UUID account = subject.account();
        return account == null ? List.of() : signatures.by(account);
      }

      @Override
      public void erase(Subject subject) {}
    };
  }

  @Bean
  DeskItems waitingApplications(Entities entities, HeldRoles roles, Rules rules) {
    return person -> {
      if (!person.role().covers(rules.acceptedBy())) {
        return List.of();
      }
      long waiting =
          entities.on(roles.today()).stream()
              .filter(each -> each.state() == Entity.State.APPLIED)
              .count();
      return waiting == 0
          ? List.of()
          : List.of(new DeskItem("membership.desk.waiting", List.of(waiting), "/membership", null));
    };
  }

  /** Names organisations on the journal's page. */
  @Bean
  SubjectLinks entityLinks(Entities entities, HeldRoles roles) {
    return subjects -> {
      Map<UUID, SubjectLinks.SubjectLink> links = new HashMap<>();
      for (UUID subject : subjects) {
        entities
            .find(subject, roles.today())
            .ifPresent(
                each ->
                    links.put(
                        subject,
                        new SubjectLinks.SubjectLink(each.name(), "/membership/" + each.handle())));
      }
      return links;
    };
  }
}
