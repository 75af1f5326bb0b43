package eu.metacluster.discovery.pages;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.platform.web.PageHead;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says on the page of an organisation that it is a member. Pages that visitors saw are not kept
 * beyond a change of who belongs.
 */
@Component
class MemberMark implements PageHead, Follower {

  private final Members members;
  private final AtomicLong changes = new AtomicLong();

  MemberMark(Members members) {
    this.members = members;
  }

  /** The member of today with one of these names in registries: by ROR, or else by PIC. */
  @Nullable Entity of(List<Identifier> identifiers) {
    return named(identifiers, Scheme.ROR)
        .flatMap(members::byRor)
        .or(() -> named(identifiers, Scheme.PIC).flatMap(members::byPic))
        .orElse(null);
  }

  private static Optional<String> named(List<Identifier> identifiers, Scheme scheme) {
    return identifiers.stream()
        .filter(identifier -> identifier.scheme() == scheme)
        .map(Identifier::value)
        .findFirst();
  }

  @Override
  public String of(String path) {
    return "";
  }

  @Override
  public long generation() {
    return changes.get();
  }

  @Override
  public String name() {
    return "discovery.members";
  }

  @Override
  public void follow(List<Entry> entries) {
    if (entries.stream().anyMatch(entry -> entry.kind().startsWith("membership."))) {
      changes.incrementAndGet();
    }
  }

  @Override
  public void forget() {
    changes.incrementAndGet();
  }
}
