package eu.metacluster.screening.linkage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links mentions of organisations to the entries of a register, or to none when unsure. Names are
 * compared in any script with aliases, acronyms, short and translated forms of generic words;
 * country, city, web domain, parents and rivals weigh in with fitted weights. Safe for many
 * threads.
 */
public final class Organisations {

  private static final String WEIGHTS = "organisation-weights.bin";

  private final Register register;
  private final OrganisationWeights weights;

  /** Prepares a register; the weights are the shipped ones. */
  public Organisations(List<Organisation> entries) {
    this(new Register(entries), shipped());
  }

  Organisations(Register register, OrganisationWeights weights) {
    this.register = register;
    this.weights = weights;
  }

  private static OrganisationWeights shipped() {
    try (InputStream in = Organisations.class.getResourceAsStream(WEIGHTS)) {
      if (in == null) {
        throw new IllegalStateException(WEIGHTS + " is missing");
      }
      return OrganisationWeights.read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entry that the mention means; empty when none is likely enough. */
  public Optional<OrganisationLink> link(Mention mention) {
    return link(mention, new Lookup(register, mention).candidates());
  }

  Optional<OrganisationLink> link(Mention mention, List<Candidate> candidates) {
    Trees trees = weights.of(mention);
    return candidates.stream()
        .map(candidate -> link(candidate, trees))
        .max(Comparator.comparingDouble(OrganisationLink::probability))
        .filter(link -> link.probability() >= weights.least(mention));
  }

  private OrganisationLink link(Candidate candidate, Trees trees) {
    double[] shares = new double[Features.count()];
    double probability = Model.probability(trees.odds(candidate.features, shares));
    Map<String, Agreement> reasons = new LinkedHashMap<>();
    for (Features feature : Features.values()) {
      double weight = shares[feature.ordinal()] / Math.log(2);
      double likeness = feature.speaks() ? candidate.get(feature) : Double.NaN;
      reasons.merge(
          feature.column(),
          new Agreement(feature.column(), likeness, weight),
          (one, more) ->
              new Agreement(
                  one.column(),
                  Double.isNaN(one.likeness()) ? more.likeness() : one.likeness(),
                  one.weight() + more.weight()));
    }
    List<Agreement> heaviest = new ArrayList<>(reasons.values());
    heaviest.sort(Comparator.comparingDouble((Agreement one) -> -Math.abs(one.weight())));
    return new OrganisationLink(register.at(candidate.place), probability, heaviest);
  }

  /** Links many mentions on all cores, in their order. */
  public List<Optional<OrganisationLink>> link(List<Mention> mentions) {
    return mentions.parallelStream().map(this::link).toList();
  }

  /** Writes the weights; names are not among them. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
    weights.write(data);
    data.flush();
  }
}
