package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is stated about one thing: each value of a field once, in the order seen. */
final class Facts {

  private final List<Fact> facts = new ArrayList<>(24);
  private final Set<Identifier> identifiers = new LinkedHashSet<>(4);

  void add(Field field, String value) {
    add(field, value, null);
  }

  /** Notes the value unless it is empty or already there. */
  void add(Field field, String value, @Nullable Locator at) {
    if (!value.isEmpty() && !states(field, value)) {
      facts.add(Fact.readAt(at, field, value));
    }
  }

  void add(Field field, @Nullable LocalDate day) {
    if (day != null) {
      add(field, day.toString());
    }
  }

  void add(Field field, @Nullable BigDecimal amount) {
    if (amount != null) {
      add(field, amount.toPlainString());
    }
  }

  void addAll(List<Fact> more) {
    for (Fact fact : more) {
      add(fact.field(), fact.value(), fact.at());
    }
  }

  private boolean states(Field field, String value) {
    for (Fact fact : facts) {
      if (fact.field() == field && fact.value().equals(value)) {
        return true;
      }
    }
    return false;
  }

  void identify(Identifier.Scheme scheme, String value) {
    if (!value.isEmpty()) {
      identifiers.add(Identifier.of(scheme, value));
    }
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  List<Identifier> identifiers() {
    return List.copyOf(identifiers);
  }
}
