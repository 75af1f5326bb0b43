package eu.metacluster.harvest.trials;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.wire.CountryNames;
import eu.metacluster.harvest.wire.Dates;
import eu.metacluster.harvest.wire.Prose;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What one form states about one trial, made clean. */
final class Trial {

  private static final Pattern NCT = Pattern.compile("NCT\\d{8}");
  private static final Pattern EUDRACT = Pattern.compile("20\\d{2}-[0-4]\\d{5}-\\d{2}");
  private static final Pattern EU_CT = Pattern.compile("20\\d{2}-5\\d{5}-\\d{2}(?:-\\d{2})?");
  private static final String PAGE = "https://clinicaltrials.gov/study/";
  private static final String INDIVIDUAL = "INDIV";
  private static final int KEYWORDS = 2000;

  private final Facts facts = new Facts();
  private final Set<String> phases = new TreeSet<>();
  private final Set<String> countries = new TreeSet<>();
  private final Set<String> unknownCountries = new TreeSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();
  private String nct = "";

  void nct(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (nct.isEmpty() && NCT.matcher(upper).matches()) {
      nct = upper;
      facts.identify(Scheme.NCT, nct);
      facts.add(Field.URL, PAGE + nct);
    }
  }

  /** The key; empty when the form has no such number. */
  String key() {
    return nct;
  }

  /** A number of another registry or of the sponsor; those of the Union's registers name it. */
  void otherNumber(String text) {
    String number = text.strip();
    if (EUDRACT.matcher(number).matches()) {
      facts.identify(Scheme.EUDRACT, number);
    } else if (EU_CT.matcher(number).matches()) {
      facts.identify(Scheme.EU_CT, number);
    }
  }

  void title(String text) {
    String title = Prose.line(text);
    boolean first = !titled();
    if (first || !facts.facts().stream().anyMatch(f -> f.value().equals(title))) {
      facts.add(first ? Field.TITLE : Field.ALIAS, title);
    }
  }

  boolean titled() {
    return !facts.lacks(Field.TITLE);
  }

  void acronym(String text) {
    facts.add(Field.ACRONYM, Prose.line(text));
  }

  void summary(String text) {
    facts.add(Field.SUMMARY, Prose.text(text));
  }

  /** The words of the register in lower case, whichever of its forms wrote them. */
  void status(String text) {
    String words = Prose.line(text).replace('_', ' ').toLowerCase(Locale.ROOT);
    facts.add(
        Field.STATUS, words.equals("active not recruiting") ? "active, not recruiting" : words);
  }

  void starts(String text) {
    facts.add(Field.START_DATE, Dates.english(text));
  }

  void ends(String text) {
    facts.add(Field.END_DATE, Dates.english(text));
  }

  void primaryCompletion(String text) {
    detail("Primary completion", Dates.english(text));
  }

  /** Any writing of a phase or of two: {@code PHASE1}, {@code Phase 1/Phase 2}, {@code II_III}. */
  void phase(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    for (String part : upper.split("[/,_ ]*(?:/|_(?=[IV])|, )[ ]*", -1)) {
      String number = part.replaceAll("PHASE|[^IV0-9]", "");
      String early = part.startsWith("EARLY") ? "Early Phase " : "Phase ";
      switch (part.startsWith("EARLY") ? "1" : number) {
        case "I", "1" -> phases.add(early + "1");
        case "II", "2" -> phases.add("Phase 2");
        case "III", "3" -> phases.add("Phase 3");
        case "IV", "4" -> phases.add("Phase 4");
        case "0" -> phases.add("Phase 0");
        default -> {}
      }
    }
  }

  void condition(String text) {
    facts.add(Field.CONDITION, Prose.line(text));
  }

  void intervention(String text) {
    facts.add(Field.INTERVENTION, Prose.line(text));
  }

  void biomarker(String name, String evidence) {
    facts.quote(Field.BIOMARKER, Prose.line(name), Prose.line(evidence));
  }

  void keyword(String text) {
    String word = Prose.name(text);
    if (!word.isEmpty()) {
      keywords.add(word);
    }
  }

  void enrolment(String text) {
    if (text.matches("\\d{1,9}")) {
      facts.add(Field.ENROLMENT, String.valueOf(Long.parseLong(text)));
    }
  }

  /** Who answers for the trial; a person is not named. */
  void sponsor(String name, String sort) {
    if (!sort.equals(INDIVIDUAL)) {
      facts.add(Field.SPONSOR, Prose.line(name));
    }
  }

  void collaborator(String name, String sort) {
    if (!sort.equals(INDIVIDUAL)) {
      detail("Collaborator", name);
    }
  }

  void country(String name) {
    if (!name.isBlank()) {
      String iso = CountryNames.iso(name);
      (iso.isEmpty() ? unknownCountries : countries).add(iso.isEmpty() ? Prose.name(name) : iso);
    }
  }

  /** Names of countries that nobody knows. */
  Set<String> unknownCountries() {
    return unknownCountries;
  }

  void detail(String label, String text) {
    String value = Prose.line(text);
    if (!value.isEmpty()) {
      facts.add(Field.DETAIL, Prose.line(label + ": " + value));
    }
  }

  /** A detail whose value is one of the register's words, such as {@code DIAGNOSTIC}. */
  void word(String label, String text) {
    detail(label, text.replace('_', ' ').toLowerCase(Locale.ROOT));
  }

  Finding sealed(Locator at) {
    facts.add(Field.SORT, "clinical trial");
    facts.add(Field.PHASE, String.join("/", phases));
    countries.forEach(country -> facts.add(Field.SITE_COUNTRY, country));
    String words = String.join(", ", keywords);
    facts.add(Field.KEYWORDS, words.length() > KEYWORDS ? words.substring(0, KEYWORDS) : words);
    return facts.sealed(RecordKind.PROJECT, nct, at);
  }
}
