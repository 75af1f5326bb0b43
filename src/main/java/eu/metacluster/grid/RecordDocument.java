package eu.metacluster.grid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a search index needs of one record.
 *
 * @param region NUTS code of where it is: as it is stated, else what the name of its city stands
 *     for among things whose region is stated; null when neither says
 * @param partners current participations: organisations of a project, or projects of an
 *     organisation
 * @param identifiers all identifiers of the record
 * @param names aliases and short names
 * @param subjects subject classes
 * @param sources names of the sources that state something about it now
 * @param facts what is stated of the {@link #FACTS}, the shown value first; fields of which nothing
 *     is stated are absent
 */
public record RecordDocument(
    GridRecord record,
    RecordText text,
    @Nullable String region,
    List<PartnerLine> partners,
    List<Identifier> identifiers,
    List<String> names,
    List<String> subjects,
    List<String> sources,
    Map<Field, List<String>> facts) {

  /** Fields that a record's row does not hold and lists are narrowed by. */
  public static final List<Field> FACTS = List.of(Field.FUNDER, Field.SCOPE);

  /**
   * One partner as the index needs it: of a project the organisation, of an organisation the
   * project, with the state of that other record.
   */
  public record PartnerLine(
      UUID other,
      RecordKind kind,
      String name,
      String handle,
      String role,
      @Nullable String country,
      @Nullable String nuts,
      @Nullable Double latitude,
      @Nullable Double longitude,
      @Nullable BigDecimal contribution,
      boolean ended,
      RecordState state) {

    /** The same line about the other record as it is told elsewhere. */
    PartnerLine as(GridRecord told) {
      return new PartnerLine(
          other,
          kind,
          kind == RecordKind.PROJECT ? told.label() : told.title(),
          handle,
          role,
          country,
          nuts,
          told.latitude(),
          told.longitude(),
          contribution,
          ended,
          state);
    }
  }
}
