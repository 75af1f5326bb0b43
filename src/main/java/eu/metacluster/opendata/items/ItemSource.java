package eu.metacluster.opendata.items;

import eu.metacluster.grid.Sources;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A source as items name it.
 *
 * @param licence SPDX identifier, null when unknown
 * @param attribution the line its licence asks for
 * @param precedence the smaller number wins a conflict
 */
public record ItemSource(
    long id,
    String name,
    @Nullable String licence,
    @Nullable String attribution,
    int precedence,
    boolean redistributable) {

  static ItemSource of(Sources.Terms terms) {
    return new ItemSource(
        terms.id(),
        terms.name(),
        terms.licence(),
        terms.attribution(),
        terms.precedence(),
        terms.redistributable());
  }

  static ItemSource read(ResultSet row, int number) throws SQLException {
    return new ItemSource(
        row.getLong("id"),
        row.getString("name"),
        row.getString("licence"),
        row.getString("attribution"),
        row.getInt("precedence"),
        row.getBoolean("redistributable"));
  }
}
