package eu.metacluster.intake.receiving;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a correction says of single partners, as claims: participations, and denials of them. */
final class PartnerClaims {

  private final Submission given;
  private final Records records;
  private final Finding.Locator at;

  PartnerClaims(Submission given, Records records, Finding.Locator at) {
    this.given = given;
    this.records = records;
    this.at = at;
  }

  /** That an organisation takes no part, or none in the role that is shown. */
  List<Finding.Fact> denials() {
    List<Finding.Fact> denials = new ArrayList<>();
    for (PartnerWord word : given.partnerWords()) {
      if (word.organisation() != null) {
        denials.add(
            Finding.Fact.readFrom(
                word.name(), Field.NOT, Field.denial(word.organisation(), word.was())));
      }
    }
    return denials;
  }

  /** The missing partners that the grid does not know by number or by name. */
  List<Finding> strangers(Function<String, byte[]> digest) {
    return given.partnerWords().stream()
        .filter(PartnerWord::missing)
        .filter(this::unknown)
        .map(word -> stranger(word, digest))
        .toList();
  }

  private boolean unknown(PartnerWord word) {
    Identifier identifier = word.identifier().orElse(null);
    return identifier == null
        ? named(word) == null
        : !word.plainName().isEmpty() && records.find(identifier).isEmpty();
  }

  private Finding stranger(PartnerWord word, Function<String, byte[]> digest) {
    return new Finding(
        RecordKind.ORGANISATION,
        key(word),
        word.identifier().stream().toList(),
        List.of(Finding.Fact.of(Field.TITLE, word.plainName())),
        List.of(),
        at,
        digest.apply(word.name()));
  }

  /**
   * Who takes part, as the correction says; one with another role keeps its amounts and dates.
   *
   * @param source by which strangers were taken in before
   */
  List<Finding.Partner> partners(long source) {
    List<PartnerView> shown =
        given.target() == null || given.partnerWords().isEmpty()
            ? List.of()
            : records.partners(given.target());
    List<Finding.Partner> partners = new ArrayList<>();
    for (PartnerWord word : given.partnerWords()) {
      if (word.missing()) {
        partners.add(plain(organisation(word, source), word, shown.size() + partners.size() + 1));
      } else if (!word.wrong()) {
        partners.add(changed(word, shown));
      }
    }
    return partners;
  }

  private Finding.Partner plain(Identifier organisation, PartnerWord word, int position) {
    String country = records.find(organisation).map(GridRecord::country).orElse(null);
    return new Finding.Partner(
        organisation,
        word.role(),
        null,
        null,
        null,
        country,
        null,
        null,
        null,
        false,
        position,
        at);
  }

  private Finding.Partner changed(PartnerWord word, List<PartnerView> shown) {
    Identifier organisation = record(Objects.requireNonNull(word.organisation()).toString());
    return shown.stream()
        .filter(one -> one.other().id().equals(word.organisation()))
        .filter(one -> one.role().equals(word.was()))
        .findFirst()
        .map(one -> as(organisation, word.role(), one))
        .orElseGet(() -> plain(organisation, word, shown.size() + 1));
  }

  private Finding.Partner as(Identifier organisation, String role, PartnerView one) {
    return new Finding.Partner(
        organisation,
        role,
        one.contribution(),
        one.net(),
        one.totalCost(),
        one.country(),
        one.nuts(),
        one.from(),
        one.to(),
        one.ended(),
        one.position(),
        at);
  }

  private Identifier organisation(PartnerWord word, long source) {
    if (word.identifier().isPresent()) {
      return word.identifier().get();
    }
    GridRecord known = named(word);
    return record(
        known != null
            ? known.id().toString()
            : records.stated(source, RecordKind.ORGANISATION, key(word)).orElseThrow().toString());
  }

  private @Nullable GridRecord named(PartnerWord word) {
    return records.named(RecordKind.ORGANISATION, word.plainName()).orElse(null);
  }

  private String key(PartnerWord word) {
    return word.identifier()
        .map(identifier -> identifier.scheme() + ":" + identifier.value())
        .orElseGet(() -> given.id() + " " + word.plainName());
  }

  private static Identifier record(String id) {
    return Identifier.of(Scheme.RECORD, id);
  }
}
