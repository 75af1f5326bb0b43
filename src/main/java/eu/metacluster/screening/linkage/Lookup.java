package eu.metacluster.screening.linkage;

import eu.metacluster.shared.CountryCodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the organisations that one mention may mean and compares it with each. */
final class Lookup {

  private static final int PER_PART = 12;
  private static final int FROM_TEXT = 15;
  private static final int MOST = 40;
  private static final int LONGEST = 2_000;
  private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Register register;
  private final NameIndex index;
  private final Mention mention;
  private final List<List<String>> parts = new ArrayList<>();
  private final List<String> text;
  private final Map<String, List<NameIndex.Meant>> meanings = new HashMap<>();
  private final Map<Integer, Candidate> candidates = new HashMap<>();
  private final String country;
  private final Set<String> plain;

  Lookup(Register register, Mention said) {
    this.register = register;
    this.index = register.index();
    this.mention = said.free() ? Mention.line(Joints.parted(cut(said.text()), index)) : said;
    List<String> written = mention.free() ? mention.parts() : names(mention);
    for (String part : written) {
      add(OrganisationWords.of(part));
    }
    if (mention.free()) {
      for (int i = 0; i + 1 < written.size() && i < 10; i++) {
        add(OrganisationWords.of(written.get(i) + " " + written.get(i + 1)));
      }
    }
    text =
        OrganisationWords.of(
            mention.free() ? mention.text() : mention.text() + " " + mention.shortName());
    String given = CountryCodes.iso(mention.country());
    country = mention.free() ? Countries.in(mention.text()) : given;
    plain =
        new HashSet<>(
            Folding.words(mention.free() ? mention.text() : mention.text() + " " + mention.city()));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static List<String> names(Mention mention) {
    List<String> names = new ArrayList<>(List.of(mention.text()));
    if (mention.shortName().length() > 2) {
      names.add(mention.shortName());
    }
    String bare = mention.text().replaceAll("\\([^)]*\\)", " ");
    if (!bare.equals(mention.text()) && !bare.isBlank()) {
      names.add(bare);
    }
    int dash = mention.text().indexOf(" - ");
    if (dash > 5) {
      names.add(mention.text().substring(0, dash));
    }
    return names;
  }

  private void add(List<String> part) {
    if (!part.isEmpty() && !parts.contains(part)) {
      parts.add(part);
    }
  }

  /** The candidates with all their features, the best name first. */
  List<Candidate> candidates() {
    for (int part = 0; part < parts.size(); part++) {
      take(byName(parts.get(part), false), PER_PART);
    }
    take(byName(text, true), FROM_TEXT);
    for (String word : acronyms()) {
      register.withAcronym(word).stream().limit(20).forEach(this::candidate);
    }
    String domain = WebDomain.of(mention.website());
    register.withDomain(domain).stream().limit(8).forEach(this::candidate);
    Residue residue = new Residue(register, text, this);
    for (Candidate candidate : candidates.values()) {
      compare(candidate);
      residue.compare(candidate);
    }
    List<Candidate> best = new ArrayList<>(candidates.values());
    best.sort(Comparator.comparingDouble((Candidate c) -> -c.score).thenComparingInt(c -> c.place));
    List<Candidate> kept = best.subList(0, Math.min(MOST, best.size()));
    new Beside(register, kept).compare();
    return kept;
  }

  private Candidate candidate(int place) {
    return candidates.computeIfAbsent(place, Candidate::new);
  }

  private List<String> acronyms() {
    Set<String> found = new HashSet<>();
    if (!mention.shortName().isBlank()) {
      found.add(mention.shortName());
    }
    NOT_WORDS
        .splitAsStream(mention.text())
        .filter(word -> word.length() >= 2 && word.length() <= 12)
        .filter(word -> capitals(word) || (mention.free() && parts.size() == 1))
        .forEach(found::add);
    return List.copyOf(found);
  }

  private static boolean capitals(String word) {
    return word.chars().filter(Character::isUpperCase).count() * 2 >= word.length();
  }

  private void take(Map<Integer, Double> scores, int count) {
    Map<Integer, Double> best = new HashMap<>();
    scores.forEach((name, score) -> best.merge(index.owner(name), score, Math::max));
    best.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Integer, Double> e) -> -e.getValue())
                .thenComparingInt(Map.Entry::getKey))
        .limit(count)
        .forEach(entry -> candidate(entry.getKey()));
  }

  List<NameIndex.Meant> meant(String word) {
    return meanings.computeIfAbsent(word, index::meant);
  }

  /** Scores of names: by share of both, or by how much of the name is in the text. */
  private Map<Integer, Double> byName(List<String> part, boolean within) {
    Map<Integer, Double> common = new HashMap<>();
    double mass = 0;
    boolean rare =
        part.stream().flatMap(w -> meant(w).stream()).anyMatch(m -> !index.common(m.word()));
    for (String word : new HashSet<>(part)) {
      double weight = index.strange();
      for (NameIndex.Meant meant : meant(word)) {
        weight = index.weight(meant.word());
        if (!index.common(meant.word()) || !rare) {
          for (int name : index.namesWith(meant.word())) {
            common.merge(name, meant.alike() * index.weight(meant.word()), Double::sum);
          }
        }
      }
      mass += weight;
    }
    double whole = mass;
    common.replaceAll(
        (name, sum) ->
            within ? sum * sum / index.mass(name) : sum / Math.sqrt(whole * index.mass(name)));
    return common;
  }

  private void compare(Candidate candidate) {
    candidate.set(Features.NAME, 0);
    for (int name = register.firstName(candidate.place);
        name < register.firstName(candidate.place + 1);
        name++) {
      for (int part = 0; part < parts.size(); part++) {
        compare(candidate, name, part);
      }
    }
    places(candidate);
    kinds(candidate);
    candidate.set(Features.PARTS, parts.size());
    candidate.set(Features.WORDS, text.size());
  }

  private void compare(Candidate candidate, int name, int part) {
    double[] common = common(parts.get(part), index.name(name));
    double share = common[1] == 0 ? 0 : common[0] / Math.sqrt(common[1] * common[2]);
    double[] inText = common(text, index.name(name));
    double within = inText[2] == 0 ? 0 : inText[0] / inText[2];
    candidate.set(
        Features.TEXT_COVERED,
        Math.max(
            candidate.get(Features.TEXT_COVERED),
            within < 0.85 ? 0 : inText[0] / Math.max(inText[1], 1e-9)));
    double score = share + 0.3 * within;
    if (score > candidate.score) {
      candidate.score = score;
      candidate.name = name;
      candidate.part = part;
      candidate.set(Features.NAME, share);
      candidate.set(Features.NAME_IN_TEXT, within);
      candidate.set(Features.PART_IN_NAME, common[0] / Math.max(common[1], 1e-9));
      candidate.set(
          Features.WHOLE, inText[1] == 0 ? 0 : inText[0] / Math.sqrt(inText[1] * inText[2]));
      candidate.set(Features.MASS, common[0]);
      candidate.set(Features.UNMATCHED, common[2] - common[0]);
      wording(candidate);
    }
  }

  /** How the best name and the part of the mention that it is like are written. */
  private void wording(Candidate candidate) {
    List<String> part = parts.get(candidate.part);
    String name = index.text(candidate.name);
    boolean same = List.of(name.split(" ")).equals(part);
    double nearly = candidate.get(Features.NAME) > 0.999 ? 0.5 : 0;
    candidate.set(Features.EXACT, same ? 1 : nearly);
    candidate.set(Features.GRAMS, grams(String.join(" ", part), name));
    candidate.set(Features.PART, (double) candidate.part / parts.size());
    boolean first = candidate.name == register.firstName(candidate.place);
    candidate.set(Features.FIRST_NAME, first ? 1 : 0);
    boolean university = part.contains("university");
    candidate.set(Features.PART_UNIVERSITY, university ? 1 : 0);
    boolean other = !university && text.contains("university");
    candidate.set(Features.OTHER_UNIVERSITY, other ? 1 : 0);
    boolean department = part.stream().anyMatch(DEPARTMENTS::contains);
    candidate.set(Features.PART_DEPARTMENT, department ? 1 : 0);
  }

  private static final Set<String> DEPARTMENTS =
      Set.of(
          "department",
          "faculty",
          "school",
          "division",
          "institute",
          "center",
          "laboratory",
          "section",
          "unit",
          "group",
          "lab");

  /** Weight in common, of the text and of the name. */
  private double[] common(List<String> part, int[] name) {
    double common = 0;
    double mass = 0;
    double whole = 0;
    boolean[] taken = new boolean[name.length];
    for (int word : name) {
      whole += index.weight(word);
    }
    for (String word : part) {
      double weight = index.strange();
      double best = 0;
      int place = -1;
      for (NameIndex.Meant meant : meant(word)) {
        weight = Math.min(weight, index.weight(meant.word()));
        for (int i = 0; i < name.length; i++) {
          if (!taken[i]
              && name[i] == meant.word()
              && meant.alike() * index.weight(meant.word()) > best) {
            best = meant.alike() * index.weight(meant.word());
            place = i;
          }
        }
      }
      if (place >= 0) {
        taken[place] = true;
        common += best;
      }
      mass += weight;
    }
    return new double[] {common, mass, whole};
  }

  private static double grams(String one, String other) {
    int[] a = all(one);
    int[] b = all(other);
    int i = 0;
    int j = 0;
    int same = 0;
    while (i < a.length && j < b.length) {
      int order = Integer.compare(a[i], b[j]);
      same += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return a.length + b.length == 0 ? 0 : 2.0 * same / (a.length + b.length);
  }

  private static int[] all(String text) {
    return Arrays.stream(Grams.of(text)).sorted().toArray();
  }

  private void places(Candidate candidate) {
    Organisation one = register.at(candidate.place);
    candidate.set(
        Features.COUNTRY,
        country.isEmpty() || one.country().isEmpty()
            ? Double.NaN
            : country.equals(one.country()) ? 1 : 0);
    city(candidate, one);
    String domain = WebDomain.of(mention.website());
    String its = WebDomain.of(one.website());
    candidate.set(
        Features.DOMAIN,
        domain.isEmpty() || its.isEmpty() ? Double.NaN : domain.equals(its) ? 1 : 0);
    candidate.set(Features.ACTIVE, one.active() ? 1 : 0);
  }

  private void city(Candidate candidate, Organisation one) {
    List<String> city = Folding.words(one.city());
    boolean there = !city.isEmpty() && plain.containsAll(city);
    if (mention.free()) {
      candidate.set(Features.CITY, there ? 1 : 0);
    } else {
      List<String> given = Folding.words(mention.city());
      double alike =
          city.isEmpty() || given.isEmpty()
              ? Double.NaN
              : grams(String.join(" ", city), String.join(" ", given));
      candidate.set(Features.CITY, there && !Double.isNaN(alike) ? Math.max(alike, 0.9) : alike);
    }
    boolean named =
        candidate.name >= 0
            && !city.isEmpty()
            && List.of(index.text(candidate.name).split(" "))
                .containsAll(OrganisationWords.of(one.city()));
    candidate.set(Features.CITY_IN_NAME, named ? 1 : 0);
  }

  private void kinds(Candidate candidate) {
    Organisation one = register.at(candidate.place);
    candidate.set(Features.EDUCATION, one.types().contains("education") ? 1 : 0);
    candidate.set(Features.HEALTH, one.types().contains("healthcare") ? 1 : 0);
    candidate.set(Features.FACILITY, one.types().contains("facility") ? 1 : 0);
    candidate.set(Features.COMPANY, one.types().contains("company") ? 1 : 0);
    int owners = 0;
    Set<String> written = new HashSet<>();
    acronyms().forEach(word -> written.add(Register.acronym(word)));
    for (String acronym : one.acronyms()) {
      if (written.contains(Register.acronym(acronym))) {
        owners = Math.max(owners, register.withAcronym(acronym).size());
      }
    }
    boolean alone = written.size() == 1 && owners > 0 && text.size() == 1 && mention.free();
    candidate.set(Features.ACRONYM_ALONE, alone ? 1 : 0);
    candidate.set(Features.ACRONYM, owners > 0 ? 1 : 0);
    candidate.set(Features.ACRONYM_OWNERS, owners);
  }
}
