package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.plain.PlainTexts;
import eu.metacluster.discovery.search.GridSearch;
import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Companions;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.journal.Entry;
import eu.metacluster.journal.Journal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what a record's page shows, with a number of queries that does not grow with the page.
 */
@Component
class RecordPages {

  private static final int PARTNERS = 150;
  private static final int PROJECTS = 25;
  private static final int COMPANIONS = 10;
  private static final int HISTORY = 60;
  private static final int RELATED = 60;

  private final Records records;
  private final Companions companions;
  private final Journal journal;
  private final GridSearch search;
  private final MemberMark member;
  private final PlainTexts plain;

  RecordPages(
      Records records,
      Companions companions,
      Journal journal,
      GridSearch search,
      MemberMark member,
      PlainTexts plain) {
    this.plain = plain;
    this.records = records;
    this.companions = companions;
    this.journal = journal;
    this.search = search;
    this.member = member;
  }

  /**
   * The page of the public record at this address, which may have moved; empty when there is none
   * to see. One connection and no transaction: each query sees what was committed before it, as it
   * would within one, and two ways to the database are spared.
   *
   * @param whole whether all partners are wanted, however many there are
   */
  @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
  Optional<RecordView> page(RecordKind kind, String handle, boolean whole) {
    return records
        .find(kind, handle)
        .filter(record -> record.state().isPublic())
        .map(record -> page(record, whole));
  }

  private RecordView page(GridRecord record, boolean whole) {
    List<ClaimView> claims = records.claims(record.id());
    List<PartnerView> all = partners(record);
    List<PartnerView> partners = all.stream().filter(p -> shown(record, p)).toList();
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    Map<Long, ClaimView> sources = new HashMap<>();
    claims.forEach(claim -> sources.put(claim.source(), claim));
    Facts facts = new Facts(claims);
    List<Entry> past = journal.history(record.id(), HISTORY);
    Set<UUID> merged = Happenings.others(past);
    Happenings happenings =
        new Happenings(past, sources, merged.isEmpty() ? Map.of() : records.all(merged));
    Optional<Entry> authorised = happenings.authorisation();
    Companions.Circle circle =
        organisation
            ? companions.around(record.id(), COMPANIONS)
            : new Companions.Circle(List.of(), countries(partners));
    int first = Math.min(organisation ? PROJECTS : PARTNERS, partners.size());
    int shown = whole ? partners.size() : first;
    return new RecordView(
        record,
        facts.of(Field.SUMMARY).filter(fact -> !fact.values().isEmpty()).orElse(null),
        facts.groups(),
        partners.subList(0, shown),
        partners.size() - shown,
        totals(partners),
        related(record, all),
        circle.most(),
        circle.countries(),
        drawing(record, partners, circle.countries()),
        happenings.told(),
        authorised.map(Entry::at).orElse(null),
        authorised.map(entry -> entry.json().path("through").asString("decision")).orElse(null),
        sources,
        funded(record),
        organisation ? member.of(record.id()) : null,
        facts.of(Field.SUMMARY).isEmpty() ? null : plain.shown(record.id()).orElse(null),
        plain.on());
  }

  private @Nullable Funded funded(GridRecord record) {
    return switch (record.kind()) {
      case CALL, PROGRAMME -> Funded.of(search, record.kind(), records.identifiers(record.id()));
      default -> null;
    };
  }

  private List<PartnerView> partners(GridRecord record) {
    return switch (record.kind()) {
      case PROJECT, INITIATIVE -> records.partners(record.id());
      case ORGANISATION -> records.projectsOf(record.id(), true);
      default -> List.of();
    };
  }

  /** Organisations of a project stand in its table; bodies and events of it are related records. */
  private static boolean shown(GridRecord record, PartnerView partner) {
    return record.kind() == RecordKind.ORGANISATION
        || partner.other().kind() == RecordKind.ORGANISATION;
  }

  private static List<Companions.Country> countries(List<PartnerView> partners) {
    Map<String, Set<UUID>> found = new LinkedHashMap<>();
    partners.forEach(
        partner -> {
          if (partner.country() != null) {
            found
                .computeIfAbsent(partner.country(), c -> new LinkedHashSet<>())
                .add(partner.other().id());
          }
        });
    return found.entrySet().stream()
        .map(e -> new Companions.Country(e.getKey(), e.getValue().size()))
        .sorted((a, b) -> Long.compare(b.organisations(), a.organisations()))
        .toList();
  }

  private static RecordView.Totals totals(List<PartnerView> partners) {
    BigDecimal contribution = sum(partners, PartnerView::contribution);
    return new RecordView.Totals(
        partners.size(),
        partners.stream().map(PartnerView::country).filter(Objects::nonNull).distinct().count(),
        contribution,
        sum(partners, PartnerView::net),
        contribution.signum() > 0);
  }

  private static BigDecimal sum(
      List<PartnerView> partners, Function<PartnerView, @Nullable BigDecimal> amount) {
    return partners.stream()
        .map(amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<GridRecord> related(GridRecord record, List<PartnerView> partners) {
    List<Identifier> named = new ArrayList<>();
    record.calls().forEach(call -> named.add(Identifier.of(Scheme.TOPIC, call)));
    record.programmes().forEach(part -> named.add(Identifier.of(Scheme.PROGRAMME, part)));
    if (record.framework() != null) {
      named.add(Identifier.of(Scheme.PROGRAMME, record.framework()));
    }
    List<GridRecord> related = named.isEmpty() ? List.of() : records.allNamed(named);
    return Stream.concat(
            related.stream(),
            partners.stream().filter(p -> !shown(record, p)).map(PartnerView::other))
        .filter(other -> other.state().isPublic() && !other.id().equals(record.id()))
        .distinct()
        .limit(RELATED)
        .toList();
  }

  private static Drawing drawing(
      GridRecord record, List<PartnerView> partners, List<Companions.Country> countries) {
    Map<String, @Nullable BigDecimal> values =
        countries.stream()
            .collect(
                Collectors.toMap(
                    Companions.Country::iso,
                    country -> BigDecimal.valueOf(country.organisations()),
                    (a, b) -> a,
                    LinkedHashMap::new));
    List<Drawing.Spot> spots = new ArrayList<>();
    if (record.kind() == RecordKind.ORGANISATION) {
      spot(record, true, spots);
    } else {
      partners.forEach(
          partner -> spot(partner.other(), partner.role().equals("coordinator"), spots));
    }
    return Drawing.of(values, false).withSpots(spots);
  }

  private static void spot(GridRecord at, boolean strong, List<Drawing.Spot> spots) {
    Double latitude = at.latitude();
    Double longitude = at.longitude();
    if (latitude != null && longitude != null) {
      String country = at.country() == null ? "" : at.country();
      spots.add(new Drawing.Spot(latitude, longitude, at.title(), country, strong));
    }
  }
}
