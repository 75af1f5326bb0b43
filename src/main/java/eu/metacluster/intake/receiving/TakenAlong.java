package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.RecordKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a source says of a project's partners, as the grid takes it in beside what was typed. */
final class TakenAlong {

  private TakenAlong() {}

  static List<Finding.Partner> partners(Submission given, Finding.Locator at) {
    List<Finding.Partner> partners = new ArrayList<>();
    for (Filled.Partner one : given.partners()) {
      partners.add(
          new Finding.Partner(
              one.organisation(),
              one.role(),
              one.contribution().isEmpty() ? null : new BigDecimal(one.contribution()),
              null,
              null,
              orNull(one.country()),
              null,
              null,
              null,
              false,
              partners.size() + 1,
              at));
    }
    return partners;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The organisation itself, under its own name in the registry: others may name it, too. */
  static Finding organisation(
      Submission given, Filled.Partner partner, Finding.Locator at, byte[] digest) {
    Filled filled = Objects.requireNonNull(given.filled());
    String words = filled.words();
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.readFrom(words, Field.TITLE, partner.name()));
    if (!partner.country().isEmpty()) {
      facts.add(Finding.Fact.readFrom(words, Field.COUNTRY, partner.country()));
    }
    return new Finding(
        RecordKind.ORGANISATION,
        partner.organisation().scheme() + ":" + partner.organisation().value(),
        List.of(partner.organisation()),
        facts,
        List.of(),
        at,
        digest);
  }
}
