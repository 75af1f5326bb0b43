package eu.metacluster.intake.mailbox;

import eu.metacluster.grid.Field;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail says about a thing, each fact with the words that it was read from. It reads little
 * and plainly: a person decides, and sees the mail's own words beside it.
 *
 * @param facts by field
 * @param evidence the line that a fact was read from, by field
 */
record MailFacts(Map<Field, String> facts, Map<Field, String> evidence) {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 6_000;
  private static final int LONGEST_LINE = 400;
  private static final Pattern SUBJECT =
      Pattern.compile("(?i)^\\s*((re|fw|fwd|tr|aw|wg|réf)\\s*:\\s*)+");
  private static final Pattern TITLE =
      Pattern.compile(
          "(?im)^\\s*(?:project title|title|titre(?: du projet)?)\\s*[:–-]\\s*(\\S.{5,300})$");
  private static final Pattern ACRONYM =
      Pattern.compile("(?im)^\\s*(?:acronym|acronyme)\\s*[:–-]\\s*(\\S{2,40})\\s*$");
  private static final Pattern GRANT =
      Pattern.compile(
          "(?i)(?:grant(?: agreement)?(?: (?:number|no\\.?|n°|nr\\.?))?|convention(?: de subvention)?"
              + "(?: n°)?|subvention(?: n°)?)\\s*[:#]?\\s*(\\d{6,9})\\b");
  private static final Pattern DOI =
      Pattern.compile("\\b(10\\.\\d{4,9}/[^\\s\"<>]{2,120}[^\\s\"<>.,;)])");
  private static final Pattern URL =
      Pattern.compile("\\b(https?://[^\\s<>\"()]{4,300}[^\\s<>\"().,;])");

  /** Reads the facts of a mail. */
  static MailFacts of(String subject, ReadMail mail) {
    MailFacts read = new MailFacts(new EnumMap<>(Field.class), new EnumMap<>(Field.class));
    String document = String.join("\n\n", mail.documents());
    String all = mail.body() + "\n\n" + document;
    read.first(Field.GRANT, GRANT, all);
    read.first(Field.DOI, DOI, all);
    read.first(Field.URL, URL, all.replaceAll("https?://(dx\\.)?doi\\.org/\\S+", ""));
    read.first(Field.ACRONYM, ACRONYM, all);
    read.first(Field.TITLE, TITLE, all);
    String about = SUBJECT.matcher(subject).replaceFirst("").strip();
    if (!read.facts.containsKey(Field.TITLE)) {
      read.put(Field.TITLE, cut(about.isEmpty() ? line(all) : about, LONGEST_TITLE), subject);
    }
    String longest = document.length() > mail.body().length() ? document : mail.body();
    if (!longest.isBlank()) {
      read.put(Field.SUMMARY, cut(longest, LONGEST_SUMMARY), cut(line(longest), LONGEST_LINE));
    }
    return read;
  }

  private void first(Field field, Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (found.find()) {
      put(field, found.group(1).strip(), lineAround(text, found.start(1)));
    }
  }

  private void put(Field field, String value, String words) {
    facts.put(field, value.isBlank() ? "…" : value);
    evidence.put(field, words.isBlank() ? value : words);
  }

  private static String lineAround(String text, int at) {
    int begin = text.lastIndexOf('\n', at) + 1;
    int end = text.indexOf('\n', at);
    return cut(text.substring(begin, end < 0 ? text.length() : end).strip(), LONGEST_LINE);
  }

  private static String line(String text) {
    return text.strip().lines().findFirst().orElse("");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
