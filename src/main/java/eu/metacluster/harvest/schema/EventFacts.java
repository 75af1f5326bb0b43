package eu.metacluster.harvest.schema;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Problem;
import eu.metacluster.harvest.Reason;
import eu.metacluster.harvest.values.Links;
import eu.metacluster.harvest.values.Moments;
import eu.metacluster.harvest.values.Prose;
import eu.metacluster.harvest.values.Tongue;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Events, courses and training material, as findings. */
public final class EventFacts {

  private static final Set<String> PERSON = Set.of("Person");
  private static final Set<String> COURSE = Set.of("Course");
  private static final Set<String> MATERIAL = Set.of("LearningResource", "TrainingMaterial");
  private static final Set<String> TRAINING =
      Set.of("Course", "CourseInstance", "LearningResource", "TrainingMaterial");
  private static final Set<String> NO_EVENT =
      Set.of("PublicationEvent", "BroadcastEvent", "DeliveryEvent");
  private static final int KEYWORDS = 50;

  private final URI page;
  private final Locator at;
  private final Consumer<Problem> problems;
  private boolean alone;

  /**
   * @param page where the things stand
   * @param at their place in the snapshot
   */
  public EventFacts(URI page, Locator at, Consumer<Problem> problems) {
    this.page = page;
    this.at = at;
    this.problems = problems;
  }

  /** Whether a thing is an event, a course or training material. */
  static boolean isOne(Thing thing) {
    return thing.is(TRAINING) || isEvent(thing);
  }

  private static boolean isEvent(Thing thing) {
    return thing.types().stream()
        .anyMatch(
            t ->
                (t.endsWith("Event") && !NO_EVENT.contains(t))
                    || t.equals("Hackathon")
                    || t.equals("Festival"));
  }

  /**
   * What is stated about those things that are such, each once: one finding, or one for each date
   * of a course.
   */
  public List<Finding> of(List<Thing> things) {
    List<Thing> ours = things.stream().filter(EventFacts::isOne).toList();
    alone = ours.size() == 1;
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Thing thing : ours) {
      for (Finding finding : findings(thing)) {
        if (findings.putIfAbsent(finding.kind() + finding.key(), finding) != null) {
          problems.accept(new Problem(page.toString(), 0, null, finding.key(), Reason.DUPLICATE));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private List<Finding> findings(Thing thing) {
    List<Thing> dates = thing.is(COURSE) ? thing.things("hasCourseInstance") : List.of();
    List<Finding> findings = new ArrayList<>();
    if (dates.isEmpty()) {
      add(thing, null, findings);
    }
    dates.forEach(date -> add(date, thing, findings));
    return findings;
  }

  private void add(Thing thing, @Nullable Thing course, List<Finding> findings) {
    Facts facts = new Facts();
    facts.add(Field.TITLE, Prose.line(thing.word("name", "headline")));
    if (facts.lacks(Field.TITLE) && course != null) {
      facts.add(Field.TITLE, Prose.line(course.word("name")));
    }
    if (facts.lacks(Field.TITLE)) {
      problems.accept(new Problem(page.toString(), 0, "name", thing.id(), Reason.NO_ID));
      return;
    }
    facts.add(Field.SUMMARY, Prose.text(thing.word("description", "abstract")));
    moment(Field.STARTS_AT, thing.word("startDate"), facts);
    moment(Field.ENDS_AT, thing.word("endDate"), facts);
    Place.take(thing, facts);
    attendance(thing, facts);
    status(thing, facts);
    words(thing, facts);
    if (course != null) {
      missing(course, facts);
    }
    boolean training = thing.is(TRAINING) && !isEvent(thing);
    if (training) {
      facts.add(Field.SORT, thing.is(MATERIAL) ? "training material" : "course");
    }
    String link = link(thing);
    facts.add(Field.URL, link.isEmpty() ? page.toString() : link);
    facts.identify(Identifier.Scheme.URL, link);
    RecordKind kind = training || course != null ? RecordKind.TRAINING : RecordKind.EVENT;
    findings.add(facts.sealed(kind, key(thing, link, facts), at));
  }

  /** What a date of a course leaves to the course. */
  private void missing(Thing course, Facts facts) {
    if (facts.lacks(Field.SUMMARY)) {
      facts.add(Field.SUMMARY, Prose.text(course.word("description", "abstract")));
    }
    if (facts.lacks(Field.ORGANISER)) {
      organisers(course, facts);
    }
  }

  private void moment(Field field, String raw, Facts facts) {
    String moment = raw.isEmpty() ? "" : Moments.read(raw, null);
    if (moment == null) {
      problems.accept(new Problem(page.toString(), 0, field.key(), raw, Reason.BAD_DATE));
    } else {
      facts.add(field, moment);
    }
  }

  private static void attendance(Thing thing, Facts facts) {
    String mode = String.join(" ", thing.words("eventAttendanceMode")).toLowerCase(Locale.ROOT);
    mode += String.join(" ", thing.words("courseMode")).toLowerCase(Locale.ROOT);
    boolean there =
        mode.contains("offline") || mode.contains("onsite") || mode.contains("in-person");
    boolean online = mode.replace("offline", "").contains("online") || Place.virtual(thing);
    if (mode.contains("mixed")
        || mode.contains("blended")
        || (online && (there || Place.real(thing)))) {
      facts.add(Field.ATTENDANCE, "mixed");
    } else if (online) {
      facts.add(Field.ATTENDANCE, "online");
    } else if (there) {
      facts.add(Field.ATTENDANCE, "in person");
    }
  }

  private static void status(Thing thing, Facts facts) {
    switch (Thing.bare(thing.word("eventStatus"))) {
      case "EventCancelled" -> facts.add(Field.STATUS, "cancelled");
      case "EventPostponed" -> facts.add(Field.STATUS, "postponed");
      case "EventRescheduled" -> facts.add(Field.STATUS, "rescheduled");
      case "EventMovedOnline" -> facts.add(Field.ATTENDANCE, "online");
      default -> {}
    }
  }

  private static void words(Thing thing, Facts facts) {
    organisers(thing, facts);
    facts.add(Field.KEYWORDS, keywords(thing));
    facts.add(Field.LICENCE, Prose.line(thing.word("license")));
    String published = Moments.partial(thing.word("datePublished"));
    facts.add(Field.PUBLISHED_ON, published == null ? "" : published);
    String text = thing.word("name") + ' ' + thing.word("description");
    facts.add(Field.LANGUAGE, Tongue.of(text, thing.word("inLanguage")));
  }

  private static void organisers(Thing thing, Facts facts) {
    for (String property : List.of("organizer", "provider", "funder")) {
      thing.texts(property).forEach(name -> organiser(name, facts));
      thing.things(property).stream()
          .filter(one -> !one.is(PERSON))
          .forEach(one -> organiser(one.word("name", "legalName"), facts));
    }
  }

  private static void organiser(String name, Facts facts) {
    facts.add(Field.ORGANISER, name.startsWith("http") ? "" : Prose.line(name));
  }

  static String keywords(Thing thing) {
    Set<String> words = new LinkedHashSet<>();
    for (String list : thing.words("keywords")) {
      for (String word : Prose.line(list).split("[,;]", -1)) {
        String line = Prose.line(word);
        if (!line.isEmpty() && words.size() < KEYWORDS) {
          words.add(line);
        }
      }
    }
    return String.join(", ", words);
  }

  private String link(Thing thing) {
    String link = thing.texts("url").isEmpty() ? "" : thing.texts("url").getFirst();
    String id = thing.id().startsWith("http") ? thing.id() : "";
    return Links.text(link.isEmpty() ? id : link, page);
  }

  /**
   * An id of its own, or its address. Dates of one series often share an address that is not the
   * page's, so the day belongs to the key then.
   */
  private String key(Thing thing, String link, Facts facts) {
    if (!thing.id().isEmpty()) {
      return Prose.cut(thing.id(), Prose.NAME);
    }
    if (link.equals(page.toString()) || (link.isEmpty() && alone)) {
      return Prose.cut(page.toString(), Prose.NAME);
    }
    String name = link.isEmpty() ? page + " " + thing.word("name") : link;
    String day =
        facts.facts().stream()
            .filter(fact -> fact.field() == Field.STARTS_AT)
            .map(fact -> ' ' + fact.value().substring(0, 10))
            .findFirst()
            .orElse("");
    return Prose.cut(name, Prose.NAME - day.length()) + day;
  }
}
