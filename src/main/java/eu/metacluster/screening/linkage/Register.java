package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A register of organisations, made ready for looking up. Safe for many threads. */
final class Register {

  private final List<Organisation> organisations;
  private final NameIndex index = new NameIndex();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, List<Integer>> byAcronym = new HashMap<>();
  private final Map<String, List<Integer>> byDomain = new HashMap<>();
  private final List<Set<Integer>> parents = new ArrayList<>();
  private final int[] firstName;
  private final Set<String> cities = new HashSet<>();

  Register(List<Organisation> organisations) {
    this.organisations = List.copyOf(organisations);
    firstName = new int[organisations.size() + 1];
    for (int i = 0; i < organisations.size(); i++) {
      Organisation one = organisations.get(i);
      places.put(one.id(), i);
      firstName[i] = index.size();
      index.add(i, Countries.bare(one.name(), one.country()));
      one.otherNames().forEach(name -> index.add(i(one), Countries.bare(name, one.country())));
      cities.add(String.join(" ", OrganisationWords.of(one.city())));
      int place = i;
      one.acronyms().forEach(acronym -> note(byAcronym, acronym(acronym), place));
      note(byDomain, WebDomain.of(one.website()), i);
    }
    firstName[organisations.size()] = index.size();
    index.finish();
    for (Organisation one : organisations) {
      Set<Integer> above = new HashSet<>();
      one.parents().forEach(id -> above.add(places.getOrDefault(id, -1)));
      parents.add(above);
    }
  }

  private int i(Organisation one) {
    return places.getOrDefault(one.id(), 0);
  }

  private static void note(Map<String, List<Integer>> lists, String key, int place) {
    if (!key.isEmpty()) {
      lists.computeIfAbsent(key, k -> new ArrayList<>()).add(place);
    }
  }

  static String acronym(String text) {
    return String.join("", Folding.words(text)).toLowerCase(Locale.ROOT);
  }

  NameIndex index() {
    return index;
  }

  Organisation at(int place) {
    return organisations.get(place);
  }

  /** Whether some organisation is in a city so called, in words that name. */
  boolean city(String words) {
    return cities.contains(words);
  }

  int size() {
    return organisations.size();
  }

  List<Integer> withAcronym(String acronym) {
    return byAcronym.getOrDefault(acronym(acronym), List.of());
  }

  List<Integer> withDomain(String domain) {
    return byDomain.getOrDefault(domain, List.of());
  }

  /** Whether the second is a parent of the first. */
  boolean within(int child, int parent) {
    return parents.get(child).contains(parent);
  }

  int firstName(int place) {
    return firstName[place];
  }
}
