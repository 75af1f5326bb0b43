package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Band;
import eu.metacluster.discovery.search.Facet;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.jspecify.annotations.Nullable;

/** Writes down by what a record can be narrowed. */
final class FacetFields {

  /** What the index keeps of {@link Facet#FRESHNESS}: the month of the last check, or this. */
  static final String NEVER = "never";

  private static final int LONGEST = 200;
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");
  private static final int LEVEL_1 = 3;

  private final Document document;
  private final RecordDocument source;
  private final GridRecord record;
  private final List<GridRecord> projects;
  private final List<PartnerLine> partners;

  /**
   * @param projects the public projects of an organisation
   * @param partners the organisations of a project
   */
  FacetFields(
      Document document,
      RecordDocument source,
      List<GridRecord> projects,
      List<PartnerLine> partners) {
    this.document = document;
    this.source = source;
    this.record = source.record();
    this.projects = projects;
    this.partners = partners;
  }

  void write(Stream<String> countries) {
    one(Facet.KIND, record.kind().word());
    one(Facet.STATE, record.state().word());
    List<String> places = countries.toList();
    all(Facet.COUNTRY, (places.isEmpty() ? List.of(Facet.NOWHERE) : places).stream());
    all(Facet.REGION, regions());
    subjects();
    money();
    time();
    people();
    all(Facet.SOURCE, source.sources().stream());
  }

  private void subjects() {
    all(Facet.PILLAR, gathered(GridRecord::pillars));
    all(Facet.TECHNOLOGY, gathered(GridRecord::technologies));
    all(Facet.CANCER, gathered(GridRecord::cancers));
    all(Facet.TISSUE, Tissues.of(source).stream());
    all(Facet.SCOPE, stated(Field.SCOPE).limit(1));
  }

  private void money() {
    all(Facet.PROGRAMME, gathered(GridRecord::programmes));
    all(Facet.FRAMEWORK, gathered(r -> r.framework() == null ? List.of() : List.of(r.framework())));
    all(Facet.FUNDER, stated(Field.FUNDER));
    all(Facet.CALL, record.calls().stream());
    one(Facet.SCHEME, record.scheme());
    BigDecimal euros = record.contribution();
    one(Facet.BUDGET, euros == null || euros.signum() <= 0 ? Band.UNSTATED : Band.of(euros).word());
  }

  private void time() {
    one(Facet.YEAR, year(record.startDate()));
    one(Facet.END, year(record.endDate()));
    one(Facet.STATUS, record.status());
    LocalDate checked = record.checkedOn();
    one(Facet.FRESHNESS, checked == null ? NEVER : YearMonth.from(checked).toString());
  }

  private void people() {
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    one(Facet.TYPE, record.activity());
    List<PartnerLine> lines = organisation ? source.partners() : partners;
    all(
        Facet.ROLE,
        lines.stream().filter(line -> line.state().isPublic()).map(PartnerLine::role).distinct());
    if (!organisation) {
      all(Facet.ORGANISATION, partners.stream().map(PartnerLine::handle).distinct());
    }
  }

  private Stream<String> stated(Field field) {
    return source.facts().getOrDefault(field, List.of()).stream();
  }

  private Stream<String> regions() {
    return Stream.concat(
            Stream.ofNullable(source.region()), partners.stream().map(PartnerLine::nuts))
        .filter(Objects::nonNull)
        .filter(code -> NUTS.matcher(code).matches())
        .flatMap(
            code ->
                IntStream.rangeClosed(LEVEL_1, code.length()).mapToObj(n -> code.substring(0, n)))
        .distinct();
  }

  private static @Nullable String year(@Nullable LocalDate day) {
    return day == null ? null : String.valueOf(day.getYear());
  }

  /** Of an organisation also what its public projects say. */
  private Stream<String> gathered(Function<GridRecord, List<String>> values) {
    return Stream.concat(Stream.of(record), projects.stream())
        .map(values)
        .flatMap(Collection::stream)
        .distinct();
  }

  private void all(Facet facet, Stream<String> values) {
    values.forEach(value -> one(facet, value));
  }

  private void one(Facet facet, @Nullable String value) {
    if (value != null && !value.isBlank() && value.length() <= LONGEST) {
      document.add(new SortedSetDocValuesFacetField(facet.word(), value));
    }
  }
}
