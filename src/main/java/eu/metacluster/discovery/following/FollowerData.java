package eu.metacluster.discovery.following;

import eu.metacluster.people.privacy.PersonalData;
import eu.metacluster.people.privacy.Subject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody follows, with an account or by an address alone, goes as a whole. */
@Component
@Order(40)
class FollowerData implements PersonalData {

  private final Follows follows;

  FollowerData(Follows follows) {
    this.follows = follows;
  }

  @Override
  public String key() {
    return "discovery.data.follows";
  }

  private Set<Follower> who(Subject subject) {
    Set<Follower> who = new LinkedHashSet<>();
    UUID account = subject.account();
    if (account != null) {
      follows.ofAccount(account).ifPresent(who::add);
    }
    follows.ofAddress(subject.email()).ifPresent(who::add);
    return who;
  }

  @Override
  public List<Map<String, Object>> export(Subject subject) {
    return who(subject).stream()
        .flatMap(follower -> follows.of(follower.id()).stream().map(one -> row(follower, one)))
        .toList();
  }

  private static Map<String, Object> row(Follower follower, Follow follow) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", follow.name());
    row.put("question", follow.question());
    row.put("record", follow.record() == null ? null : String.valueOf(follow.record()));
    row.put("rhythm", follower.rhythm().word());
    return row;
  }

  @Override
  public void erase(Subject subject) {
    who(subject).forEach(follows::stopAll);
  }
}
