package eu.metacluster.discovery.pages;

import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sorts the claims about a record into the facts of its page. */
public final class Facts {

  /** Headings of the page and the fields under each, in reading order. */
  private enum Heading {
    NAMES(Field.TITLE, Field.ACRONYM, Field.SHORT_NAME, Field.ALIAS),
    TIME(
        Field.STATUS,
        Field.START_DATE,
        Field.END_DATE,
        Field.DURATION,
        Field.SIGNED_ON,
        Field.TERMINATED_ON,
        Field.DEADLINE,
        Field.STARTS_AT,
        Field.ENDS_AT,
        Field.PUBLISHED_ON),
    MONEY(
        Field.CONTRIBUTION,
        Field.BUDGET,
        Field.TOTAL_COST,
        Field.FUNDER,
        Field.FRAMEWORK,
        Field.PROGRAMME,
        Field.SCHEME,
        Field.CALL,
        Field.MASTER_CALL,
        Field.FUNDED_BY,
        Field.SPONSOR,
        Field.CONDITIONS),
    ABOUT(
        Field.SORT,
        Field.SCOPE,
        Field.PILLAR,
        Field.TECHNOLOGY,
        Field.CANCER,
        Field.KEYWORDS,
        Field.SUBJECT,
        Field.ACTIVITY,
        Field.SME,
        Field.BODY_TYPE,
        Field.PART_OF,
        Field.CONDITION,
        Field.BIOMARKER,
        Field.INTERVENTION,
        Field.PHASE,
        Field.ENROLMENT,
        Field.AUTHOR,
        Field.CONTAINER,
        Field.PUBLISHER,
        Field.LICENCE,
        Field.LANGUAGE,
        Field.ORGANISER,
        Field.ATTENDANCE,
        Field.DETAIL),
    PLACE(
        Field.VENUE,
        Field.STREET,
        Field.POSTCODE,
        Field.CITY,
        Field.COUNTRY,
        Field.NUTS,
        Field.SITE_COUNTRY),
    NUMBERS(Field.GRANT, Field.RCN, Field.DOI, Field.PIC, Field.ROR, Field.VAT, Field.URL);

    private final List<Field> fields;

    Heading(Field... fields) {
      this.fields = List.of(fields);
    }
  }

  private final Map<Field, List<ClaimView>> claims;

  /** Of the claims about one record. */
  public Facts(List<ClaimView> claims) {
    this.claims =
        claims.stream()
            .collect(
                Collectors.groupingBy(
                    ClaimView::field, () -> new EnumMap<>(Field.class), Collectors.toList()));
  }

  /** The fact of one field, when something states it now or did. */
  public Optional<Fact> of(Field field) {
    List<ClaimView> about = claims.get(field);
    return about == null ? Optional.empty() : Optional.of(Fact.of(field, about));
  }

  /** The headings and the fields under each, in reading order. */
  public static Map<String, List<Field>> headings() {
    Map<String, List<Field>> headings = new LinkedHashMap<>();
    for (Heading heading : Heading.values()) {
      headings.put(heading.name().toLowerCase(Locale.ROOT), heading.fields);
    }
    return headings;
  }

  /** All facts under their headings, without the summary. */
  List<RecordView.Group> groups() {
    List<RecordView.Group> groups = new ArrayList<>();
    for (Heading heading : Heading.values()) {
      List<Fact> facts =
          heading.fields.stream()
              .flatMap(field -> of(field).stream())
              .filter(fact -> !fact.values().isEmpty() || !fact.ended().isEmpty())
              .toList();
      if (!facts.isEmpty()) {
        groups.add(new RecordView.Group(heading.name().toLowerCase(Locale.ROOT), facts));
      }
    }
    return groups;
  }
}
