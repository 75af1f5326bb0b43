package eu.metacluster.discovery.following;

import eu.metacluster.discovery.search.GridQuery;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be followed.
 *
 * @param record null for a search
 * @param question the query of a list's address, null for a record
 * @param name what it is called, empty for a search of everything
 * @param path its page
 */
public record Wanted(
    @Nullable UUID record,
    @Nullable String question,
    String name,
    String path,
    List<Matter> possible,
    Standing now) {

  private static final int LONGEST_NAME = 200;

  static Wanted of(GridRecord record, Standing now) {
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    return new Wanted(
        record.id(),
        null,
        cut(Digest.title(record)),
        record.path(),
        organisation ? Matter.OF_ORGANISATIONS : Matter.OF_RECORDS,
        now);
  }

  static Wanted of(GridQuery query, String name, Standing now) {
    String path = query.at(1).address("/grid");
    int sign = path.indexOf('?');
    return new Wanted(
        null, sign < 0 ? "" : path.substring(sign + 1), cut(name), path, Matter.OF_SEARCHES, now);
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }
}
