package eu.metacluster.screening.alike;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.Origin;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.grid.Records;
import eu.metacluster.grid.Sources;
import eu.metacluster.screening.Committee;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations and projects that have nothing to do with each other, and some that look alike. */
@TestComponent
class Neighbourhood {

  private static final String[] SYLLABLES = {
    "ka", "lo", "mi", "ren", "tas", "vol", "du", "pe", "sor", "ni", "gal", "bru", "fen", "hu", "zet"
  };
  private static final List<String> CITIES =
      List.of("Brno", "Zorvandel", "Larisa", "Kalomiren", "Sofia", "Bremen", "Lund", "Porto");
  private static final Finding.Locator AT = new Finding.Locator(0, 0, 0);

  private final Committee committee;
  private final Sources sources;
  private final Records records;
  private final LinkageState state;
  private final ComparedRows rows;
  private final RegisterLinks registerLinks;
  private final SuggestionRows found;
  private final JdbcClient jdbc;
  private final Random random = new Random(11);
  private boolean settled;

  Neighbourhood(
      Committee committee,
      Sources sources,
      Records records,
      LinkageState state,
      ComparedRows rows,
      RegisterLinks registerLinks,
      SuggestionRows found,
      JdbcClient jdbc) {
    this.committee = committee;
    this.sources = sources;
    this.records = records;
    this.state = state;
    this.rows = rows;
    this.registerLinks = registerLinks;
    this.found = found;
    this.jdbc = jdbc;
  }

  /** Strangers, once for all tests of this context. */
  void settle() {
    if (settled) {
      return;
    }
    settled = true;
    committee.propose(
        committee.origin(),
        IntStream.range(0, 150)
            .mapToObj(i -> stranger(CITIES.get(i % CITIES.size())))
            .toArray(Finding[]::new));
    committee.propose(
        committee.origin(),
        IntStream.range(0, 150)
            .mapToObj(
                i -> Committee.project(Committee.number(), words(1), words(7), words(30) + "."))
            .toArray(Finding[]::new));
  }

  private Finding stranger(String city) {
    return organisation(Committee.number(), words(3), city, "EL", words(1));
  }

  String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ");
      for (int syllable = 0; syllable < 3; syllable++) {
        words.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return words.toString();
  }

  static Finding organisation(String pic, String name, String city, String country, String site) {
    List<Finding.Fact> facts =
        List.of(
            Finding.Fact.of(Field.TITLE, name),
            Finding.Fact.of(Field.CITY, city),
            Finding.Fact.of(Field.COUNTRY, country),
            Finding.Fact.of(Field.URL, "https://www." + site + ".example"));
    return new Finding(
        RecordKind.ORGANISATION,
        pic,
        List.of(Identifier.of(Scheme.PIC, pic)),
        facts,
        List.of(),
        AT,
        facts.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Takes an organisation in; says its number. */
  String organisation(String name, String city, String site) {
    String pic = Committee.number();
    committee.propose(committee.origin(), organisation(pic, name, city, "EL", site));
    return pic;
  }

  /** Entries of a register. */
  void register(int entries) {
    for (int i = 0; i < entries; i++) {
      registered(words(3), words(2));
    }
  }

  /** An entry of a register in Greece, with another name. */
  UUID registered(String name, String alias) {
    String ror = "0" + Committee.number();
    List<Finding.Fact> facts =
        List.of(
            Finding.Fact.of(Field.TITLE, name),
            Finding.Fact.of(Field.ALIAS, alias),
            Finding.Fact.of(Field.CITY, "Quintaver"),
            Finding.Fact.of(Field.COUNTRY, "EL"));
    Identifier own = Identifier.of(Scheme.ROR, ror);
    committee.propose(
        origin("Register"),
        new Finding(
            RecordKind.ORGANISATION,
            ror,
            List.of(own),
            facts,
            List.of(),
            AT,
            facts.toString().getBytes(StandardCharsets.UTF_8)));
    return records.find(own).orElseThrow().id();
  }

  /** A source says that a meeting is held; says its id. */
  UUID meeting(String source, String title, String begins, String city, String organiser) {
    String key = Committee.number();
    Identifier own = Identifier.of(Scheme.STARTER, "meeting-" + key);
    List<Finding.Fact> facts =
        List.of(
            Finding.Fact.of(Field.TITLE, title),
            Finding.Fact.of(Field.STARTS_AT, begins),
            Finding.Fact.of(Field.VENUE, "Hall of " + city),
            Finding.Fact.of(Field.CITY, city),
            Finding.Fact.of(Field.COUNTRY, "EL"),
            Finding.Fact.of(Field.ORGANISER, organiser));
    committee.propose(
        origin(source),
        new Finding(
            RecordKind.EVENT,
            key,
            List.of(own),
            facts,
            List.of(),
            AT,
            facts.toString().getBytes(StandardCharsets.UTF_8)));
    return records.find(own).orElseThrow().id();
  }

  /** Meetings that have nothing to do with each other. */
  void meetings(int count) {
    for (int i = 0; i < count; i++) {
      meeting(
          "Calendar",
          words(5),
          "2026-%02d-%02dT09:00:00+02:00".formatted(1 + i % 12, 1 + i % 28),
          CITIES.get(i % CITIES.size()),
          words(2));
    }
  }

  /** Has the project stated again under another title, all else as it is. */
  void retitle(String grant, String title) {
    UUID id = id(Scheme.GRANT, grant);
    String text = rows.values(Compared.PROJECT, List.of(id)).getOrDefault(id, List.of()).get(2);
    String acronym = String.valueOf(committee.record(grant).acronym());
    committee.propose(origin("Right"), Committee.project(grant, acronym, title, text));
  }

  UUID id(Scheme scheme, String value) {
    return records.find(Identifier.of(scheme, value)).orElseThrow().id();
  }

  private Origin origin(String source) {
    return new Origin(
        sources.register(source, 100, null, null),
        Math.abs(random.nextLong() >> 20),
        Instant.now());
  }

  /** Two projects of the same words, a typo and a source apart, each with a case of its own. */
  List<String> twins() {
    String title = words(7);
    String text = words(30);
    String acronym = words(1);
    String one = Committee.number();
    String other = Committee.number();
    committee.propose(origin("Left"), Committee.project(one, acronym, title, text));
    committee.propose(
        origin("Right"), Committee.project(other, acronym, title.replaceFirst("a", "e"), text));
    return List.of(one, other);
  }

  /** Links what changed, now. */
  int link() throws InterruptedException {
    committee.settle();
    return new LookAlikeTask(state, rows, registerLinks, found, 0, 200_000).run(() -> false);
  }

  /** The stored suggestion about these two, whatever was answered; null when there is none. */
  @Nullable Suggestion between(UUID one, UUID other) {
    return jdbc.sql(
            "select "
                + Suggestion.COLUMNS
                + """
                 from screening.suggestion s
                where s.one in (:one, :other) and s.other in (:one, :other)""")
        .param("one", one)
        .param("other", other)
        .query(Suggestion::read)
        .optional()
        .orElse(null);
  }

  /** The suggestion about two projects by their grants. */
  @Nullable Suggestion between(List<String> grants) {
    return between(id(Scheme.GRANT, grants.getFirst()), id(Scheme.GRANT, grants.getLast()));
  }
}
