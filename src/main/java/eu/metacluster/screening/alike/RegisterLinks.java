package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.screening.linkage.Agreement;
import eu.metacluster.screening.linkage.Link;
import eu.metacluster.screening.linkage.LookAlikes;
import eu.metacluster.screening.linkage.Mention;
import eu.metacluster.screening.linkage.Organisation;
import eu.metacluster.screening.linkage.OrganisationLink;
import eu.metacluster.screening.linkage.Organisations;
import eu.metacluster.shared.CountryCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks up the organisations that no register has numbered among those that bear a ROR: by all
 * names of the register's entry, its short forms, place and website, with the weights that were
 * fitted for it. Who is in the register already is not looked up.
 */
@Component
class RegisterLinks {

  /** Fewer are no register: the weights were fitted for a name among many. */
  private static final int LEAST = 100;

  private static final int AT_ONCE = 1000;

  private static final Set<Field> FIELDS =
      Set.of(
          Field.TITLE,
          Field.ALIAS,
          Field.SHORT_NAME,
          Field.SORT,
          Field.STATUS,
          Field.COUNTRY,
          Field.CITY,
          Field.URL);

  /** The field of the comparison that a reason of the register's belongs to. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "name", Field.TITLE.key(),
          "acronym", Field.TITLE.key(),
          "country", Field.COUNTRY.key(),
          "city", Field.CITY.key(),
          "website", Field.URL.key(),
          "text", LookAlikes.WORDS,
          "rivals", LookAlikes.RIVALS);

  private final RecordTexts texts;

  RegisterLinks(RecordTexts texts) {
    this.texts = texts;
  }

  /**
   * A register and those to be looked up in it.
   *
   * @param places of those to be looked up, where they stand among the rows
   */
  record Question(List<Organisation> register, List<Mention> mentions, List<Integer> places) {

    /** The links found, on the cores of the pool that runs this. */
    List<Link> answer() {
      if (register.size() < LEAST || mentions.isEmpty()) {
        return List.of();
      }
      List<Optional<OrganisationLink>> found = new Organisations(register).link(mentions);
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < found.size(); i++) {
        int place = places.get(i);
        found.get(i).ifPresent(link -> links.add(link(place, link)));
      }
      return links;
    }
  }

  /** Reads what is to be asked; says nothing of rows that are no organisations. */
  Question question(ComparedRows.Rows rows) {
    Question question = new Question(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int from = 0; from < rows.records().size(); from += AT_ONCE) {
      int to = Math.min(rows.records().size(), from + AT_ONCE);
      List<UUID> ids =
          rows.records().subList(from, to).stream().map(ComparedRows.Slim::id).toList();
      Map<UUID, Map<Field, List<String>>> stated = texts.stated(ids, FIELDS);
      Set<UUID> registered = registered(ids);
      for (int i = from; i < to; i++) {
        UUID id = ids.get(i - from);
        Map<Field, List<String>> facts = stated.getOrDefault(id, Map.of());
        if (registered.contains(id)) {
          question.register().add(entry(i, facts));
        } else if (facts.containsKey(Field.TITLE)) {
          question.mentions().add(mention(facts));
          question.places().add(i);
        }
      }
    }
    return question;
  }

  private Set<UUID> registered(List<UUID> organisations) {
    Set<UUID> registered = new HashSet<>();
    texts
        .identifiers(organisations)
        .forEach(
            (id, own) -> {
              if (own.stream().anyMatch(one -> one.scheme() == Scheme.ROR)) {
                registered.add(id);
              }
            });
    return registered;
  }

  private static Organisation entry(int place, Map<Field, List<String>> facts) {
    List<String> names = new ArrayList<>(facts.getOrDefault(Field.TITLE, List.of("")));
    List<String> others = new ArrayList<>(names.subList(1, names.size()));
    others.addAll(facts.getOrDefault(Field.ALIAS, List.of()));
    return new Organisation(
        String.valueOf(place),
        names.getFirst(),
        others,
        facts.getOrDefault(Field.SHORT_NAME, List.of()),
        facts.getOrDefault(Field.SORT, List.of()),
        !facts.getOrDefault(Field.STATUS, List.of()).contains("withdrawn"),
        CountryCodes.iso(first(facts, Field.COUNTRY)),
        first(facts, Field.CITY),
        first(facts, Field.URL),
        List.of());
  }

  private static Mention mention(Map<Field, List<String>> facts) {
    return Mention.participant(
        first(facts, Field.TITLE),
        first(facts, Field.SHORT_NAME),
        first(facts, Field.COUNTRY),
        first(facts, Field.CITY),
        first(facts, Field.URL));
  }

  private static String first(Map<Field, List<String>> facts, Field field) {
    return facts.getOrDefault(field, List.of("")).getFirst();
  }

  private static Link link(int place, OrganisationLink found) {
    Map<String, Agreement> reasons = new LinkedHashMap<>();
    for (Agreement reason : found.reasons()) {
      String column = COLUMNS.get(reason.column());
      if (column != null) {
        reasons.merge(
            column, new Agreement(column, reason.likeness(), reason.weight()), RegisterLinks::both);
      }
    }
    return new Link(
        place,
        Integer.parseInt(found.organisation().id()),
        found.probability(),
        List.copyOf(reasons.values()));
  }

  private static Agreement both(Agreement one, Agreement other) {
    double likeness =
        Double.isNaN(one.likeness())
            ? other.likeness()
            : Double.isNaN(other.likeness())
                ? one.likeness()
                : Math.max(one.likeness(), other.likeness());
    return new Agreement(one.column(), likeness, one.weight() + other.weight());
  }
}
