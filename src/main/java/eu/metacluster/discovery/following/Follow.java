package eu.metacluster.discovery.following;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody follows.
 *
 * @param record a record or an organisation, null for a search
 * @param question the query of the list's address, null for a record
 * @param name what it was called when it was chosen
 * @param told what was last told of it
 */
public record Follow(
    UUID id,
    @Nullable UUID record,
    @Nullable String question,
    String name,
    Set<Matter> matters,
    Standing told,
    Instant since) {

  static Follow of(ResultSet row, int number) throws SQLException {
    Array words = row.getArray("matters");
    Set<Matter> matters = EnumSet.noneOf(Matter.class);
    for (String word : (String[]) words.getArray()) {
      matters.add(Matter.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return new Follow(
        row.getObject("id", UUID.class),
        row.getObject("record", UUID.class),
        row.getString("question"),
        row.getString("name"),
        matters,
        Standing.parse(row.getString("told")),
        row.getTimestamp("created_at").toInstant());
  }

  /** What may matter of it. */
  public List<Matter> possible() {
    return question != null
        ? Matter.OF_SEARCHES
        : told.organisation() ? Matter.OF_ORGANISATIONS : Matter.OF_RECORDS;
  }
}
