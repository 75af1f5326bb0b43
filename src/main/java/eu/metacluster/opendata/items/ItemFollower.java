package eu.metacluster.opendata.items;

import eu.metacluster.grid.RecordState;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Follower;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps the items in step with the journal: each entry about a record has its item, as the record
 * is now, written anew, and those that name it when its name or its being public changed.
 */
@Component
class ItemFollower implements Follower {

  private final ItemWriter writer;
  private final List<ItemView> views;

  ItemFollower(ItemWriter writer, List<ItemView> views) {
    this.writer = writer;
    this.views = views;
  }

  @Override
  public String name() {
    return "opendata.items";
  }

  @Override
  public void follow(List<Entry> entries) {
    Map<UUID, Long> subjects = new LinkedHashMap<>();
    Set<UUID> oncePublic = new HashSet<>();
    long terms = 0;
    for (Entry entry : entries) {
      UUID subject = entry.subject();
      if (entry.kind().startsWith("grid.record-") && subject != null) {
        subjects.put(subject, entry.seq());
        if (madePublic(entry)) {
          oncePublic.add(subject);
        }
      } else if (concernsSources(entry)) {
        terms = entry.seq();
      }
    }
    if (subjects.isEmpty() && terms == 0) {
      return;
    }
    ItemWriter.Batch batch = writer.batch(oncePublic);
    if (terms > 0) {
      for (UUID record : batch.takeInTerms()) {
        subjects.merge(record, terms, Math::max);
      }
    }
    batch.write(subjects);
    views.forEach(ItemView::catchUp);
  }

  private static boolean madePublic(Entry entry) {
    if (!entry.kind().equals("grid.record-moved")) {
      return false;
    }
    String to = entry.json().path("to").asString("");
    return Arrays.stream(RecordState.values())
        .anyMatch(state -> state.isPublic() && state.word().equals(to));
  }

  private static boolean concernsSources(Entry entry) {
    return entry.kind().startsWith("harvest.source-") || entry.kind().startsWith("grid.source-");
  }

  /**
   * The rows stay, because positions that were given out and deletions must outlive a rebuilding;
   * what is wrong in them is recognised and written anew.
   */
  @Override
  public void forget() {
    writer.distrust();
  }
}
