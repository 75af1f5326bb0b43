package eu.metacluster.screening.scope;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fitted model: scores a text and names the sentences that decided it. Immutable and safe for
 * any number of threads; a score depends on the text and the file alone.
 *
 * <p>Being core is asked on the condition of being in scope at all, and the two probabilities are
 * multiplied: what makes a cancer project a precision-medicine one is another question than whether
 * it is about cancer.
 */
public final class ScopeModel {

  /** Where facets and evidence begin to be worth a person's time. */
  static final double FACET_FLOOR = 0.05;

  private static final String RESOURCE = "scope-model.bin";

  private final Vocabulary vocabulary;
  private final FeatureSpace space;
  private final List<Head> heads;
  private final Tissues tissues;
  private final List<String> tissueNames;
  private final Map<Head.Kind, Calibration> calibrations;
  private final Head any;
  private final Head core;
  private final EvidenceFinder evidence;
  private final long fingerprint;

  ScopeModel(
      Vocabulary vocabulary,
      List<Head> heads,
      Tissues tissues,
      Map<Head.Kind, Calibration> calibrations,
      long fingerprint) {
    this.fingerprint = fingerprint;
    this.vocabulary = vocabulary;
    this.space = new FeatureSpace(vocabulary);
    this.heads = List.copyOf(heads);
    this.tissues = tissues;
    this.tissueNames = vocabulary.lexicon().tissueNames();
    this.calibrations = Map.copyOf(calibrations);
    this.any = heads.get(0);
    this.core = heads.get(1);
    this.evidence = new EvidenceFinder(vocabulary, space, any, core);
  }

  /** The model that ships with the software. */
  public static ScopeModel load() {
    try (InputStream in = ScopeModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new ScopeModelException(
            "MC-1551", "The scope model is missing from the installation; install it again.");
      }
      return load(in);
    } catch (IOException e) {
      throw new ScopeModelException(
          "MC-1554",
          "The scope model could not be read (" + e.getMessage() + "); install it again.");
    }
  }

  /**
   * A model that was trained elsewhere.
   *
   * @throws ScopeModelException if the file is not there, cannot be read or used
   */
  public static ScopeModel load(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ScopeModelException(
          "MC-1551", "There is no scope model at " + path + "; correct the path.");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      return load(in);
    } catch (IOException e) {
      throw new ScopeModelException(
          "MC-1554", "The scope model at " + path + " could not be read; copy it again.");
    }
  }

  /**
   * Reads a model written by {@link ScopeTraining}. The stream is read to its end and stays open.
   *
   * @throws ScopeModelException if it is no scope model, of another version, or damaged
   */
  public static ScopeModel load(InputStream in) throws IOException {
    return ModelFile.read(in);
  }

  /** Scores a text of any length, language and content; an empty one is out of scope. */
  public ScopeScore score(ScopeText text) {
    Reading reading = Reading.of(text, vocabulary);
    SparseRow row = space.row(reading);
    double inScope = calibration(Head.Kind.ANY).probability(any.margin(row));
    double isCore = inScope * calibration(Head.Kind.CORE).probability(core.margin(row));
    ScopeScore.Scope scope = scope(inScope, isCore);
    if (inScope < FACET_FLOOR) {
      return new ScopeScore(scope, isCore, inScope, Map.of(), Map.of(), Map.of(), List.of());
    }
    TissueFeatures named = new TissueFeatures(TissueMentions.of(reading, vocabulary));
    return new ScopeScore(
        scope,
        isCore,
        inScope,
        facets(Head.Kind.PILLAR, row),
        facets(Head.Kind.TECHNOLOGY, row),
        tissues.proposals(named, tissueNames),
        evidence.find(text, reading, row));
  }

  /** Tells one model file from another; 0 for a model that was never a file. */
  public String fingerprint() {
    return Long.toHexString(fingerprint);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  List<Head> heads() {
    return heads;
  }

  Tissues tissues() {
    return tissues;
  }

  Calibration calibration(Head.Kind kind) {
    return calibrations.getOrDefault(kind, new Calibration(1, 0, 1));
  }

  private ScopeScore.Scope scope(double inScope, double isCore) {
    if (isCore >= calibration(Head.Kind.CORE).threshold()) {
      return ScopeScore.Scope.CORE;
    }
    return inScope >= calibration(Head.Kind.ANY).threshold()
        ? ScopeScore.Scope.BORDERLINE
        : ScopeScore.Scope.OUT;
  }

  private Map<String, Double> facets(Head.Kind kind, SparseRow row) {
    Map<String, Double> proposed = new HashMap<>();
    Calibration calibration = calibration(kind);
    for (Head head : heads) {
      if (head.kind() == kind) {
        double probability = calibration.probability(head.margin(row));
        if (probability >= calibration.threshold()) {
          proposed.put(head.name(), probability);
        }
      }
    }
    return proposed;
  }
}
