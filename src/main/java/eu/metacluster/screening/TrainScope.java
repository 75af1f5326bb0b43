package eu.metacluster.screening;

import eu.metacluster.platform.Command;
import eu.metacluster.screening.scope.ScopeTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./metacluster train-scope}: fits the model that ranks the queue, and measures it. */
@Component
class TrainScope implements Command {

  private static final List<String> OPTIONS = List.of("--projects", "--labels", "--out");

  @Override
  public String name() {
    return "train-scope";
  }

  @Override
  public int run(List<String> arguments) {
    Map<String, Path> options = options(arguments);
    Path projects = options.get("--projects");
    Path labels = options.get("--labels");
    Path out = options.get("--out");
    if (projects == null || labels == null || out == null || options.size() > OPTIONS.size()) {
      System.err.println(
          "Give all three: ./metacluster train-scope --projects project.csv.gz"
              + " --labels labels.jsonl --out scope-model.bin");
      return 2;
    }
    try {
      Map<String, Double> figures = ScopeTraining.train(projects, labels, out, System.err);
      System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
      return 0;
    } catch (IOException e) {
      System.err.println("The model could not be trained: " + e);
      return 2;
    }
  }

  private static Map<String, Path> options(List<String> arguments) {
    Map<String, Path> options = new HashMap<>();
    for (int i = 0; i + 1 < arguments.size(); i += 2) {
      options.put(arguments.get(i), Path.of(arguments.get(i + 1)));
    }
    return options;
  }
}
