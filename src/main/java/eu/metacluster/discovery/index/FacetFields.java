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
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes down by what a record can be narrowed. */
final class FacetFields {

  /** What the index keeps of {@link Facet#FRESHNESS}: the month of the last check, or this. */
  static final String NEVER = "never";

  private static final String[] WORDS =
      Arrays.stream(Facet.values()).map(Facet::word).toArray(String[]::new);

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

  void write(List<String> countries) {
    one(Facet.KIND, record.kind().word());
    one(Facet.STATE, record.state().word());
    all(Facet.COUNTRY, countries.isEmpty() ? List.of(Facet.NOWHERE) : countries);
    all(Facet.REGION, regions());
    subjects();
    money();
    time();
    people();
    all(Facet.SOURCE, source.sources());
  }

  private void subjects() {
    all(Facet.PILLAR, gathered(GridRecord::pillars));
    all(Facet.TECHNOLOGY, gathered(GridRecord::technologies));
    all(Facet.CANCER, gathered(GridRecord::cancers));
    all(Facet.TISSUE, Tissues.of(source));
    stated(Field.SCOPE).stream().limit(1).forEach(scope -> one(Facet.SCOPE, scope));
  }

  private void money() {
    all(Facet.PROGRAMME, gathered(GridRecord::programmes));
    all(Facet.FRAMEWORK, gathered(r -> r.framework() == null ? List.of() : List.of(r.framework())));
    all(Facet.FUNDER, stated(Field.FUNDER));
    all(Facet.CALL, record.calls());
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
    Set<String> roles = new HashSet<>();
    for (PartnerLine line : lines) {
      if (line.state().isPublic() && roles.add(line.role())) {
        one(Facet.ROLE, line.role());
      }
    }
    if (!organisation) {
      partners.forEach(line -> one(Facet.ORGANISATION, line.handle()));
    }
  }

  private List<String> stated(Field field) {
    return source.facts().getOrDefault(field, List.of());
  }

  private Set<String> regions() {
    Set<String> regions = new LinkedHashSet<>();
    region(source.region(), regions);
    partners.forEach(partner -> region(partner.nuts(), regions));
    return regions;
  }

  /** Adds a region and those that it lies in. */
  private static void region(@Nullable String code, Set<String> regions) {
    if (code != null && !regions.contains(code) && NUTS.matcher(code).matches()) {
      for (int end = LEVEL_1; end <= code.length(); end++) {
        regions.add(code.substring(0, end));
      }
    }
  }

  private static @Nullable String year(@Nullable LocalDate day) {
    return day == null ? null : String.valueOf(day.getYear());
  }

  /** Of an organisation also what its public projects say. */
  private List<String> gathered(Function<GridRecord, List<String>> values) {
    return gathered(record, projects, values);
  }

  /** What a record and these projects say, each value once. */
  static List<String> gathered(
      GridRecord record, List<GridRecord> projects, Function<GridRecord, List<String>> values) {
    if (projects.isEmpty()) {
      return values.apply(record).stream().distinct().toList();
    }
    Set<String> gathered = new LinkedHashSet<>(values.apply(record));
    projects.forEach(project -> gathered.addAll(values.apply(project)));
    return List.copyOf(gathered);
  }

  private void all(Facet facet, Collection<String> values) {
    values.forEach(value -> one(facet, value));
  }

  private void one(Facet facet, @Nullable String value) {
    if (value != null && !value.isBlank() && value.length() <= LONGEST) {
      String path = FacetsConfig.pathToString(new String[] {WORDS[facet.ordinal()], value});
      document.add(new KeywordField(FacetFilter.FIELD, new BytesRef(path), Store.NO));
    }
  }
}
