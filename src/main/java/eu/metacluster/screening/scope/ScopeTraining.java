package eu.metacluster.screening.scope;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fits the scope model to labelled projects. The same files give the same model, byte for byte; the
 * figures come from texts whose labels took no part in their score.
 */
public final class ScopeTraining {

  private final PrintStream progress;
  private final Map<String, ScopeText> texts;
  private final Sample sample;

  ScopeTraining(Path projects, Path labels, PrintStream progress) throws IOException {
    this.progress = progress;
    this.texts = TrainingFiles.texts(projects);
    List<LabelledProject> labelled = TrainingFiles.labels(labels);
    progress.printf("%d texts, %d labels%n", texts.size(), labelled.size());
    this.sample = new Sample(texts, labelled, concepts());
    progress.printf("%d terms, %d features%n", sample.vocabulary().size(), sample.features());
  }

  /**
   * Fits the model to all labels, writes it, and measures it on held-out labels.
   *
   * @param projects project texts, semicolon CSV, gzip
   * @param labels one JSON object a line
   * @param out the model file to write
   * @return cross-validated figures by name
   */
  public static Map<String, Double> train(
      Path projects, Path labels, Path out, PrintStream progress) throws IOException {
    ScopeTraining training = new ScopeTraining(projects, labels, progress);
    try (OutputStream file = Files.newOutputStream(out)) {
      ModelFile.write(training.fit(), file);
    }
    progress.printf("%s, %d bytes%n", out, Files.size(out));
    return training.crossValidate();
  }

  /** The model fitted to all labels. */
  ScopeModel fit() {
    progress.println("fitting to all labels");
    return new ScopeFit(sample).fit(IntStream.range(0, sample.size()).toArray());
  }

  /** Figures by name, from texts whose labels took no part in their score. */
  Map<String, Double> crossValidate() {
    progress.println("cross-validating");
    return CrossValidation.figures(sample, texts);
  }

  private static Concepts concepts() throws IOException {
    try (InputStream in = ScopeTraining.class.getResourceAsStream("concepts.tsv")) {
      if (in == null) {
        throw new ScopeModelException(
            "MC-1551",
            "The lexicon concepts.tsv is missing from the installation; install it again.");
      }
      return Concepts.read(in);
    }
  }
}
