package eu.metacluster.harvest.sedia;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Prose;
import eu.metacluster.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What one form states about one topic, made clean; further rows of the same topic add to it. */
final class Topic {

  private static final String PORTAL =
      "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/";
  private static final int DAY = 10;
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}\\w*(?:-\\w+)+|RIA|IA|CSA");

  private final String code;
  private final boolean nested;
  private final String key;
  private final Locator at;
  private final Facts facts = new Facts();
  private final Set<String> keywords = new LinkedHashSet<>();
  private final Set<String> deadlines = new TreeSet<>();
  private final Set<String> actions = new LinkedHashSet<>();

  /**
   * A topic by its names.
   *
   * @param code the topic code; for a call that a funded project makes, that of the project's topic
   * @param reference the portal's own name of the row, by which such calls are told apart
   */
  Topic(String code, String reference, Locator at) {
    this.code = Prose.name(code);
    this.at = at;
    nested = reference.contains("COMPETITIVE_CALL");
    key = nested ? Prose.name(reference.replaceFirst("[a-z]{2}$", "")) : this.code;
  }

  /** Its key; empty when it has no name at all. */
  String key() {
    return key;
  }

  boolean titled() {
    return !facts.lacks(Field.TITLE);
  }

  void title(String text) {
    once(Field.TITLE, Prose.line(text));
  }

  /** The code alone, where nothing more is stated. */
  void nameless() {
    facts.add(Field.SHORT_NAME, code);
  }

  void call(String identifier, String title) {
    once(Field.MASTER_CALL, Prose.name(identifier));
    detail("Call", title);
  }

  void framework(String number, String stated) {
    once(Field.FRAMEWORK, Frameworks.name(number, Prose.line(stated)));
  }

  void programme(String code) {
    facts.add(Field.PROGRAMME, Prose.name(code));
  }

  /** By the portal's number or its word. */
  void status(String text) {
    String status =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "31094501", "forthcoming", "upcoming" -> "forthcoming";
          case "31094502", "open" -> "open";
          case "31094503", "closed" -> "closed";
          default -> "";
        };
    once(Field.STATUS, status);
  }

  void opens(@Nullable LocalDate day) {
    if (day != null) {
      once(Field.START_DATE, day.toString());
    }
  }

  /** A deadline or one of its cut-offs. */
  void deadline(@Nullable String time) {
    if (time != null) {
      deadlines.add(time);
    }
  }

  void deadlineModel(String text) {
    detail("Deadline model", text);
  }

  /** A type of action, with its code in front where the form gives it. */
  void action(String text) {
    String clean = Prose.line(text);
    String code = clean.replaceFirst(" .*", "");
    boolean coded = CODE.matcher(code).matches() && code.length() < clean.length();
    if (coded) {
      actions.add(code);
    }
    detail("Type of action", coded ? clean.substring(code.length()).strip() : clean);
  }

  /** What is given out. */
  void budget(BigDecimal amount, @Nullable Integer year, String evidence) {
    if (amount.signum() > 0) {
      String money = new Money(amount, Money.EURO, year).toString();
      facts.quote(Field.BUDGET, money, Prose.line(evidence));
    }
  }

  /** What one project may get. */
  void contribution(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    if (most != null && most.signum() > 0) {
      boolean range = least != null && least.signum() > 0 && least.compareTo(most) < 0;
      String low = range && least != null ? least.toPlainString() + " to " : "";
      detail("Contribution per project", low + most.toPlainString() + " EUR");
    }
  }

  void expectedGrants(@Nullable BigDecimal number) {
    if (number != null && number.signum() > 0) {
      detail("Expected grants", number.toPlainString());
    }
  }

  void summary(String text) {
    once(Field.SUMMARY, Prose.text(text));
  }

  void conditions(String text) {
    once(Field.CONDITIONS, Prose.text(text));
  }

  void keyword(String text) {
    String word = Prose.name(text);
    if (!word.isEmpty() && !word.equalsIgnoreCase(code)) {
      keywords.add(word);
    }
  }

  void address(String text) {
    facts.add(Field.URL, Names.address(text));
  }

  /** The page that the portal shows for a topic code. */
  void portalPage() {
    if (!nested && code.matches("[\\w.-]+")) {
      facts.add(Field.URL, PORTAL + code.toLowerCase(Locale.ROOT));
    }
  }

  void detail(String label, String text) {
    String value = Prose.line(text);
    if (!value.isEmpty()) {
      facts.add(Field.DETAIL, Prose.line(label + ": " + value));
    }
  }

  private void once(Field field, String value) {
    if (facts.lacks(field)) {
      facts.add(field, value);
    }
  }

  /** Takes what another row states of the same topic; what is one alone stays as it is. */
  void join(Topic other) {
    other.facts.facts().stream()
        .filter(fact -> fact.field().many() || facts.lacks(fact.field()))
        .forEach(
            fact -> {
              String evidence = fact.evidence();
              if (evidence == null) {
                facts.add(fact.field(), fact.value());
              } else {
                facts.quote(fact.field(), fact.value(), evidence);
              }
            });
    keywords.addAll(other.keywords);
    deadlines.addAll(other.deadlines);
    actions.addAll(other.actions);
  }

  Finding sealed() {
    keywords.removeIf(word -> facts.facts().stream().anyMatch(f -> isCall(f, word)));
    facts.add(Field.KEYWORDS, String.join(", ", keywords));
    deadlines.stream()
        .filter(time -> time.length() > DAY || alone(time))
        .forEach(time -> facts.add(Field.DEADLINE, time));
    if (actions.size() == 1) {
      actions.forEach(action -> facts.add(Field.SCHEME, action));
    }
    if (nested) {
      facts.add(Field.CALL, code);
    } else {
      facts.identify(Scheme.TOPIC, code);
    }
    return facts.sealed(RecordKind.CALL, key, at);
  }

  private static boolean isCall(Finding.Fact fact, String word) {
    return fact.field() == Field.MASTER_CALL && fact.value().equalsIgnoreCase(word);
  }

  /** Whether the day is not stated with its hour as well. */
  private boolean alone(String day) {
    return deadlines.stream().noneMatch(t -> t.length() > DAY && t.startsWith(day));
  }
}
