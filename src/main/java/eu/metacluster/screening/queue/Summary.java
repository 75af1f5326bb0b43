package eu.metacluster.screening.queue;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordDocument;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who, where and when of a record, for one line.
 *
 * @param coordinator name of the coordinating partner, or of the first; null when there is none
 * @param country where that partner takes part from
 * @param partners how many take part
 * @param countries from how many countries
 */
public record Summary(
    GridRecord record,
    @Nullable String coordinator,
    @Nullable String country,
    int partners,
    int countries) {

  /** The facts of a record that help to place it. */
  public static Summary of(RecordDocument document) {
    List<RecordDocument.PartnerLine> partners = document.partners();
    RecordDocument.@Nullable PartnerLine first =
        partners.stream()
            .filter(partner -> partner.role().equals("coordinator"))
            .findFirst()
            .orElse(partners.isEmpty() ? null : partners.getFirst());
    return new Summary(
        document.record(),
        first == null ? null : first.name(),
        first == null ? null : first.country(),
        partners.size(),
        (int)
            partners.stream()
                .map(RecordDocument.PartnerLine::country)
                .filter(Objects::nonNull)
                .distinct()
                .count());
  }
}
