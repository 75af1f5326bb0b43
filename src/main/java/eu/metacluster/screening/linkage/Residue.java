package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is left of a mention when a candidate, its place and its country are taken away, and what is
 * left of the candidate's name. Between two institutes that share all but a city, or a grant and
 * its ministry, the rest says more than what is shared.
 */
final class Residue {

  private static final int LONGEST_PLACE = 3;

  private static final Set<String> OF_GRANTS =
      Set.of(
          "program",
          "programme",
          "programa",
          "project",
          "projects",
          "plan",
          "fund",
          "funds",
          "funding",
          "grant",
          "grants",
          "scholarship",
          "fellowship",
          "initiative",
          "award",
          "talent",
          "talents");

  private final Register register;
  private final NameIndex index;
  private final List<String> text;
  private final List<int[]> meanings = new ArrayList<>();
  private final double[] weights;
  private final List<Place> places = new ArrayList<>();

  /** A city of the register that the text names. */
  private record Place(int begin, int end, String city) {}

  Residue(Register register, List<String> text, Lookup lookup) {
    this.register = register;
    this.index = register.index();
    this.text = text;
    weights = new double[text.size()];
    for (int i = 0; i < weights.length; i++) {
      List<NameIndex.Meant> meant = lookup.meant(text.get(i));
      meanings.add(meant.stream().mapToInt(NameIndex.Meant::word).toArray());
      weights[i] =
          meant.stream().mapToDouble(m -> index.weight(m.word())).min().orElse(index.strange());
    }
    for (int begin = 0; begin < text.size(); begin++) {
      for (int end = Math.min(text.size(), begin + LONGEST_PLACE); end > begin; end--) {
        String city = String.join(" ", text.subList(begin, end));
        if (register.city(city)) {
          places.add(new Place(begin, end, city));
          break;
        }
      }
    }
  }

  /** Sets what is left between the text and the candidate's best name. */
  void compare(Candidate candidate) {
    if (candidate.name < 0) {
      return;
    }
    int[] name = index.name(candidate.name);
    BitSet named = new BitSet();
    double found = 0;
    double missing = 0;
    double loudestFound = 0;
    for (int word : name) {
      boolean there = false;
      for (int i = 0; i < weights.length; i++) {
        if (means(i, word)) {
          named.set(i);
          there = true;
        }
      }
      found += there ? index.weight(word) : 0;
      missing = there ? missing : Math.max(missing, index.weight(word));
      loudestFound = there ? Math.max(loudestFound, index.weight(word)) : loudestFound;
    }
    candidate.set(Features.LOUDEST_FOUND, loudestFound);
    candidate.set(Features.LOUDEST_MISSING, missing);
    candidate.set(Features.FOUND, found);
    rest(candidate, named);
  }

  private void rest(Candidate candidate, BitSet named) {
    Organisation one = register.at(candidate.place);
    String city = String.join(" ", OrganisationWords.of(one.city()));
    Set<String> known = new HashSet<>(OrganisationWords.of(one.city()));
    known.addAll(OrganisationWords.of(Countries.name(one.country())));
    one.acronyms().forEach(acronym -> known.addAll(OrganisationWords.of(acronym)));
    double all = 0;
    double left = 0;
    double strange = 0;
    double loudest = 0;
    boolean grant = false;
    for (int i = 0; i < weights.length; i++) {
      all += weights[i];
      if (named.get(i) || known.contains(text.get(i))) {
        continue;
      }
      grant |= OF_GRANTS.contains(text.get(i));
      left += weights[i];
      loudest = Math.max(loudest, weights[i]);
      strange += meanings.get(i).length == 0 ? 1 : 0;
    }
    candidate.set(Features.LEFT, left);
    candidate.set(Features.SHARE_LEFT, all == 0 ? 0 : left / all);
    candidate.set(Features.LOUDEST_LEFT, loudest);
    candidate.set(Features.STRANGE_LEFT, strange);
    candidate.set(Features.GRANT, grant ? 1 : 0);
    long elsewhere =
        places.stream()
            .filter(place -> !place.city().equals(city))
            .filter(place -> named.nextClearBit(place.begin()) < place.end())
            .count();
    candidate.set(Features.ELSEWHERE, elsewhere);
  }

  private boolean means(int i, int word) {
    for (int one : meanings.get(i)) {
      if (one == word) {
        return true;
      }
    }
    return false;
  }
}
