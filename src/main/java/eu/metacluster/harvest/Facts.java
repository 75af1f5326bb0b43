package eu.metacluster.harvest;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Finding.Partner;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is stated about one thing: each value of a field once, in the order seen. */
public final class Facts {

  private final List<Fact> facts = new ArrayList<>(24);
  private final Set<Identifier> identifiers = new LinkedHashSet<>(4);

  /** Notes the value unless it is empty or already there. */
  public void add(Field field, String value) {
    add(field, value, null);
  }

  /** Notes the value unless it is empty or already there, with the place where it stands. */
  public void add(Field field, String value, @Nullable Locator at) {
    if (!value.isEmpty() && !states(field, value)) {
      facts.add(Fact.readAt(at, field, value));
    }
  }

  /** Notes a day. */
  public void add(Field field, @Nullable LocalDate day) {
    if (day != null) {
      add(field, day.toString());
    }
  }

  /** Notes an amount as a plain decimal; euro, unless the field says otherwise. */
  public void add(Field field, @Nullable BigDecimal amount) {
    if (amount != null) {
      add(field, amount.toPlainString());
    }
  }

  /** Notes facts that were read elsewhere. */
  public void addAll(List<Fact> more) {
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

  /** Notes the words from which a value was read, when the value alone does not show it. */
  public void quote(Field field, String value, String evidence) {
    if (!value.isEmpty() && !states(field, value)) {
      facts.add(Fact.readFrom(evidence, field, value));
    }
  }

  /** Notes a name that a registry gave to the thing, in its canonical writing. */
  public void identify(Identifier.Scheme scheme, String value) {
    if (!value.isEmpty()) {
      identifiers.add(Identifier.of(scheme, value));
    }
  }

  /** What was noted, in the order seen. */
  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  /** The identifiers noted, in the order seen. */
  public List<Identifier> identifiers() {
    return List.copyOf(identifiers);
  }

  /** Whether nothing was noted of this field. */
  public boolean lacks(Field field) {
    for (Fact fact : facts) {
      if (fact.field() == field) {
        return false;
      }
    }
    return true;
  }

  /**
   * Seals what was noted as the source's whole statement about the thing.
   *
   * @param key the source's own name for it, stable between runs
   * @param at where it was read
   */
  public Finding sealed(RecordKind kind, String key, Locator at) {
    return sealed(kind, key, List.of(), at);
  }

  /** Seals a project with those who take part in it. */
  public Finding sealed(RecordKind kind, String key, List<Partner> partners, Locator at) {
    return Digest.sealed(kind, key, this, partners, at);
  }
}
