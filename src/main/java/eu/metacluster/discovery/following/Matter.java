package eu.metacluster.discovery.following;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A change that may matter to who follows. */
public enum Matter {
  /** Something new answers a search, or an organisation takes part in a new project. */
  NEW,
  /** The state of the project or call, and whether the committee still stands by the record. */
  STATUS,
  DATES,
  PARTNERS,
  FUNDING,
  TITLE;

  /** What matters of a record. */
  static final List<Matter> OF_RECORDS = List.of(STATUS, DATES, PARTNERS, FUNDING, TITLE);

  /** What matters of an organisation. */
  static final List<Matter> OF_ORGANISATIONS = List.of(NEW, STATUS, TITLE);

  /** What matters of a search. */
  static final List<Matter> OF_SEARCHES = List.of(NEW);

  /** The word in forms, tables and keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those of the possible ones that were chosen; all of them when none was. */
  static Set<Matter> chosen(List<Matter> possible, Collection<String> words) {
    Set<Matter> chosen = EnumSet.noneOf(Matter.class);
    Arrays.stream(values())
        .filter(one -> possible.contains(one) && words.contains(one.word()))
        .forEach(chosen::add);
    return chosen.isEmpty() ? EnumSet.copyOf(possible) : chosen;
  }
}
