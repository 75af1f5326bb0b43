package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.harvest.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a project's partner of one row; equal texts are kept once. */
final class Participations {

  private static final Set<String> ROLES =
      Set.of("coordinator", "participant", "associatedPartner", "thirdParty");

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Identifier> pics = new HashMap<>();

  /**
   * @param country ISO code, empty when unknown
   * @param position used when the row itself gives no order
   */
  Partner partner(String pic, Values values, String country, int position) {
    return new Partner(
        pics.computeIfAbsent(pic, p -> Identifier.of(Scheme.PIC, p)),
        role(values),
        values.amount("ecContribution"),
        values.amount("netEcContribution"),
        values.knownAmount("totalCost"),
        shared(country),
        shared(Organisations.nuts(values)),
        null,
        null,
        values.text("endOfParticipation").equals("true"),
        order(values, position),
        values.place().at());
  }

  private String role(Values values) {
    String role = values.text("role");
    if (ROLES.contains(role)) {
      return texts.computeIfAbsent(role, r -> r);
    }
    values.problem("role", role, Reason.UNKNOWN_ROLE);
    return "participant";
  }

  private static int order(Values values, int position) {
    String order = values.text("order");
    if (order.isEmpty()
        || order.length() > 6
        || !order.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return position;
    }
    return Integer.parseInt(order);
  }

  private @Nullable String shared(String text) {
    return text.isEmpty() ? null : texts.computeIfAbsent(text, t -> t);
  }
}
