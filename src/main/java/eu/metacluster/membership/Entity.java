package eu.metacluster.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that applied to the partnership, on some day.
 *
 * @param name its name on that day
 * @param ror its identifier in the Research Organization Registry, if it has one
 * @param pic its Participant Identification Code of the European Commission, if it has one
 * @param reason why it was declined
 * @param standing as what it belonged to the partnership on that day, {@code null} when it did not
 * @param suspended whether its rights rested on that day
 */
public record Entity(
    UUID id,
    String handle,
    String name,
    EntityType type,
    String country,
    String website,
    @Nullable String ror,
    @Nullable String pic,
    String about,
    State state,
    @Nullable String reason,
    @Nullable Standing standing,
    boolean suspended) {

  /** Where an application stands. */
  public enum State {
    APPLIED,
    ACCEPTED,
    DECLINED
  }

  static Entity of(ResultSet row, int number) throws SQLException {
    String standing = row.getString("standing");
    return new Entity(
        row.getObject("id", UUID.class),
        row.getString("handle"),
        row.getString("name"),
        EntityType.valueOf(row.getString("type")),
        row.getString("country"),
        row.getString("website"),
        row.getString("ror"),
        row.getString("pic"),
        row.getString("about"),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        standing == null ? null : Standing.valueOf(standing),
        row.getBoolean("suspended"));
  }

  /** Whether it belonged to the partnership on the day. */
  public boolean belongs() {
    return standing != null;
  }
}
