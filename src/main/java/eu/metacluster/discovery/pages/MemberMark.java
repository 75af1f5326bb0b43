package eu.metacluster.discovery.pages;

import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import eu.metacluster.membership.Entity;
import eu.metacluster.membership.Members;
import eu.metacluster.platform.web.PageHead;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says on the page of an organisation that it is a member. Pages that visitors saw are not kept
 * beyond a change of who belongs.
 */
@Component
class MemberMark implements PageHead, Follower {

  /** Nanoseconds after which it is looked again who has which number, also on other nodes. */
  private static final long LOOK_EVERY = 600_000_000_000L;

  private final Members members;
  private final Records records;
  private final RecordTexts texts;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Known known;

  MemberMark(Members members, Records records, RecordTexts texts) {
    this.members = members;
    this.records = records;
    this.texts = texts;
  }

  private record Known(long changes, LocalDate day, long lookedAt, Map<UUID, Entity> members) {}

  /** The member of today that this organisation is: by ROR, or else by PIC. */
  @Nullable Entity of(UUID organisation) {
    Known now = known;
    LocalDate today = members.today();
    if (now == null
        || now.changes() != changes.get()
        || !now.day().equals(today)
        || System.nanoTime() - now.lookedAt() > LOOK_EVERY) {
      now = new Known(changes.get(), today, System.nanoTime(), onTheGrid(members.on(today)));
      known = now;
    }
    return now.members().get(organisation);
  }

  private Map<UUID, Entity> onTheGrid(List<Entity> all) {
    Map<Identifier, Entity> named = new HashMap<>();
    for (Entity one : all) {
      name(named, Scheme.PIC, one.pic(), one);
      name(named, Scheme.ROR, one.ror(), one);
    }
    List<UUID> ids =
        records.allNamed(named.keySet()).stream()
            .map(record -> Objects.requireNonNullElse(record.mergedInto(), record.id()))
            .distinct()
            .toList();
    Map<UUID, Entity> found = new HashMap<>();
    texts
        .identifiers(ids)
        .forEach(
            (id, own) ->
                own.stream()
                    .filter(named::containsKey)
                    .min(Comparator.comparing(one -> one.scheme() != Scheme.ROR))
                    .ifPresent(one -> found.put(id, named.get(one))));
    return found;
  }

  private static void name(
      Map<Identifier, Entity> named, Scheme scheme, @Nullable String value, Entity entity) {
    if (value != null && !value.isBlank()) {
      named.put(Identifier.of(scheme, value), entity);
    }
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
