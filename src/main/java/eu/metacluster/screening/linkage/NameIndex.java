package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every name of every organisation by its words, and words by their n-grams for misspelt ones. */
final class NameIndex {

  private static final int COMMON = 6_000;
  private static final int LIKE = 4;

  private final Words words = new Words();
  private final List<int[]> names = new ArrayList<>();
  private final List<Integer> owners = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private int[][] namesOfWord = new int[0][];
  private final Map<Integer, int[]> wordsOfGram = new HashMap<>();
  private float[] weights = new float[0];
  private double[] masses = new double[0];

  void add(int owner, String name) {
    List<String> text = OrganisationWords.of(name);
    if (text.isEmpty()) {
      return;
    }
    int[] numbersOfName = new int[text.size()];
    for (int i = 0; i < numbersOfName.length; i++) {
      String word = text.get(i);
      numbersOfName[i] = words.number(word, names.size());
      numbers.put(word, numbersOfName[i]);
    }
    names.add(numbersOfName);
    owners.add(owner);
  }

  /** To be called once all names are in. */
  void finish() {
    weights = new float[words.size()];
    int[][] lists = new int[words.size()][];
    int[] lengths = new int[words.size()];
    for (int word = 0; word < lists.length; word++) {
      lists[word] = new int[words.rows(word)];
      double rarity = Math.log(1 + (double) names.size() / words.rows(word));
      weights[word] = (float) (OrganisationWords.generic(words.word(word)) ? rarity * 0.6 : rarity);
    }
    masses = new double[names.size()];
    for (int name = 0; name < names.size(); name++) {
      for (int word : names.get(name)) {
        masses[name] += weights[word];
        if (lengths[word] == 0 || lists[word][lengths[word] - 1] != name) {
          lists[word][lengths[word]++] = name;
        }
      }
    }
    namesOfWord = lists;
    spell();
  }

  private void spell() {
    Map<Integer, List<Integer>> lists = new HashMap<>();
    for (int word = 0; word < words.size(); word++) {
      if (words.word(word).length() >= 4) {
        for (int gram : Grams.of(words.word(word))) {
          lists.computeIfAbsent(gram, g -> new ArrayList<>()).add(word);
        }
      }
    }
    lists.forEach((gram, list) -> wordsOfGram.put(gram, list.stream().mapToInt(w -> w).toArray()));
  }

  /** A word of the index that a word stands for, and how surely. */
  record Meant(int word, double alike) {}

  /** The word itself, or those spelt much like it. */
  List<Meant> meant(String word) {
    Integer known = numbers.get(word);
    if (known != null) {
      return List.of(new Meant(known, 1));
    }
    if (word.length() < 4) {
      return List.of();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    int[] grams = Grams.of(word);
    for (int gram : grams) {
      for (int other : wordsOfGram.getOrDefault(gram, new int[0])) {
        counts.merge(other, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() * 5 >= grams.length)
        .map(entry -> new Meant(entry.getKey(), Spelling.alike(word, words.word(entry.getKey()))))
        .filter(meant -> meant.alike() >= 0.75)
        .sorted((a, b) -> Double.compare(b.alike(), a.alike()))
        .limit(LIKE)
        .toList();
  }

  /** Whether a name has this word, as it is spelt. */
  boolean knows(String word) {
    return numbers.containsKey(word);
  }

  /** Weight of a word that no name has. */
  double strange() {
    return Math.log(1 + names.size());
  }

  double weight(int word) {
    return weights[word];
  }

  int[] namesWith(int word) {
    return namesOfWord[word];
  }

  boolean common(int word) {
    return namesOfWord[word].length > COMMON;
  }

  double mass(int name) {
    return masses[name];
  }

  int[] name(int name) {
    return names.get(name);
  }

  int owner(int name) {
    return owners.get(name);
  }

  int size() {
    return names.size();
  }

  String text(int name) {
    return String.join(" ", Arrays.stream(names.get(name)).mapToObj(words::word).toList());
  }
}
