package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.scope.ScopeTraining;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** {@code train-scope}: fits the model that ranks the queue, and cross-validates it. */
public final class TrainScope implements Tool {

  @Override
  public String name() {
    return "train-scope";
  }

  @Override
  public String usage() {
    return "--projects project.csv.gz --labels labels.jsonl --out scope-model.bin";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("projects", "labels", "out");
    Path projects = arguments.file("projects");
    Path labels = arguments.file("labels");
    Path out = arguments.output("out");
    if (out == null) {
      throw new UnusableInputException("--out is missing.");
    }
    try {
      var figures = ScopeTraining.train(projects, labels, out, System.err);
      System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
    } catch (IOException e) {
      throw new UnusableInputException(
          "The model could not be trained: " + e.getMessage() + ".", e);
    }
  }
}
