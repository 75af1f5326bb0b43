package eu.metacluster.discovery.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.metacluster.discovery.matching.Match;
import eu.metacluster.discovery.matching.Matcher;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the page of a record shows as similar, kept until the index moves on. */
@Component
class Similar {

  private static final int MOST = 5;
  private static final int REMEMBERED = 2_000;

  private final Matcher matcher;
  private final GridSearch search;
  private final Cache<Key, List<Match>> known =
      Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  Similar(Matcher matcher, GridSearch search) {
    this.matcher = matcher;
    this.search = search;
  }

  private record Key(UUID record, long generation) {}

  /** Records of the same kind; of an organisation those with similar projects. */
  List<Match> to(GridRecord record) {
    return known.get(new Key(record.id(), search.generation()), key -> found(record));
  }

  private List<Match> found(GridRecord record) {
    return record.kind() == RecordKind.ORGANISATION
        ? matcher.organisations(matcher.of(record), MOST)
        : matcher.records(matcher.of(record), record.kind(), MOST);
  }
}
