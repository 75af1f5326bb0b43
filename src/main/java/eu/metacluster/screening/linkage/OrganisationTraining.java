package eu.metacluster.screening.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Fits the weights for linking organisations to mentions whose entry is known. */
public final class OrganisationTraining {

  private final Register register;
  private final List<Mention> mentions;
  private final List<List<String>> truth;
  private final List<List<Candidate>> candidates;

  /**
   * Looks the mentions up.
   *
   * @param truth for each mention the identifiers of the entries that are right, none when nothing
   *     is to be found
   */
  public OrganisationTraining(
      List<Organisation> entries, List<Mention> mentions, List<List<String>> truth) {
    this.register = new Register(entries);
    this.mentions = List.copyOf(mentions);
    this.truth = List.copyOf(truth);
    candidates =
        mentions.parallelStream().map(one -> new Lookup(register, one).candidates()).toList();
  }

  /** Weights fitted to all mentions. */
  public Organisations all() {
    return fit(i -> true);
  }

  /** For each mention the link that weights make which are fitted without its share of all. */
  public List<Optional<OrganisationLink>> unseen(int shares) {
    List<Optional<OrganisationLink>> links = new ArrayList<>();
    mentions.forEach(one -> links.add(Optional.empty()));
    for (int share = 0; share < shares; share++) {
      int held = share;
      Organisations fitted = fit(i -> i % shares != held);
      for (int i = share; i < mentions.size(); i += shares) {
        links.set(i, fitted.link(mentions.get(i), candidates.get(i)));
      }
    }
    return links;
  }

  private Organisations fit(IntPredicate used) {
    return new Organisations(register, new OrganisationWeights(fit(used, false), fit(used, true)));
  }

  private Trees fit(IntPredicate used, boolean free) {
    List<double[]> rows = new ArrayList<>();
    List<Boolean> match = new ArrayList<>();
    IntStream.range(0, mentions.size())
        .filter(i -> used.test(i) && mentions.get(i).free() == free)
        .forEach(
            i -> {
              for (Candidate candidate : candidates.get(i)) {
                rows.add(candidate.features);
                match.add(truth.get(i).contains(register.at(candidate.place).id()));
              }
            });
    boolean[] right = new boolean[match.size()];
    for (int i = 0; i < right.length; i++) {
      right[i] = match.get(i);
    }
    return TreeFitting.fit(rows.toArray(double[][]::new), right);
  }
}
