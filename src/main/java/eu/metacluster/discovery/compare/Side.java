package eu.metacluster.discovery.compare;

import eu.metacluster.discovery.pages.Facts;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.platform.web.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One record of a comparison.
 *
 * @param partners organisations of a project, or public projects of an organisation
 */
record Side(GridRecord record, Facts facts, List<PartnerView> partners) {

  static Side of(Records records, GridRecord record) {
    List<PartnerView> partners =
        switch (record.kind()) {
          case PROJECT, INITIATIVE ->
              records.partners(record.id()).stream()
                  .filter(partner -> partner.other().kind() == RecordKind.ORGANISATION)
                  .toList();
          case ORGANISATION -> records.projectsOf(record.id(), true);
          default -> List.of();
        };
    return new Side(record, new Facts(records.claims(record.id())), partners);
  }

  /** The records it is linked with that everybody may see. */
  List<GridRecord> others() {
    return partners.stream()
        .map(PartnerView::other)
        .filter(other -> other.state().isPublic())
        .toList();
  }

  /** Its own values, and of an organisation those of its projects. */
  List<String> subjects(Function<GridRecord, List<String>> values) {
    Stream<GridRecord> projects =
        record.kind() == RecordKind.ORGANISATION ? others().stream() : Stream.empty();
    return Stream.concat(Stream.of(record), projects)
        .map(values)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  /** What is counted of each, as far as it says something of these. */
  static List<Comparison.Figure> figures(List<Side> sides, Page page) {
    return Stream.of(
            figure("partners", sides, side -> side.partners(RecordKind.PROJECT, page)),
            figure("countries", sides, side -> side.countries(page)),
            figure("projects", sides, side -> side.partners(RecordKind.ORGANISATION, page)),
            figure("received", sides, side -> side.received(page)))
        .filter(figure -> figure.values().stream().anyMatch(value -> !value.isEmpty()))
        .toList();
  }

  private static Comparison.Figure figure(
      String key, List<Side> sides, Function<Side, String> value) {
    return new Comparison.Figure(key, sides.stream().map(value).toList());
  }

  private String partners(RecordKind kind, Page page) {
    return record.kind() == kind ? page.number(partners.size()) : "";
  }

  private String countries(Page page) {
    return record.kind() == RecordKind.PROJECT
        ? page.number(
            partners.stream().map(PartnerView::country).filter(Objects::nonNull).distinct().count())
        : "";
  }

  private String received(Page page) {
    BigDecimal sum =
        partners.stream()
            .map(PartnerView::contribution)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return record.kind() == RecordKind.ORGANISATION && sum.signum() > 0 ? page.moneyExact(sum) : "";
  }
}
