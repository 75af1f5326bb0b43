package eu.metacluster.grid;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Everything a participation states, as one comparable and readable line. */
final class PartnerFacts {

  private PartnerFacts() {}

  static String of(Finding.Partner partner) {
    return line(
        partner.role(),
        partner.contribution(),
        partner.net(),
        partner.totalCost(),
        partner.country(),
        partner.nuts(),
        partner.from(),
        partner.to(),
        partner.ended(),
        partner.position());
  }

  static String of(ResultSet row) throws SQLException {
    return line(
        row.getString("role"),
        row.getBigDecimal("contribution"),
        row.getBigDecimal("net_contribution"),
        row.getBigDecimal("total_cost"),
        row.getString("country"),
        row.getString("nuts"),
        row.getString("from_date"),
        row.getString("to_date"),
        row.getBoolean("ended"),
        row.getInt("position"));
  }

  private static String line(
      String role,
      @Nullable BigDecimal contribution,
      @Nullable BigDecimal net,
      @Nullable BigDecimal cost,
      @Nullable String country,
      @Nullable String nuts,
      @Nullable Object from,
      @Nullable Object to,
      boolean ended,
      int position) {
    return String.join(
        " | ",
        role,
        money(contribution),
        money(net),
        money(cost),
        text(country),
        text(nuts),
        text(from),
        text(to),
        ended ? "left" : "",
        Integer.toString(position));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String money(@Nullable BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }
}
