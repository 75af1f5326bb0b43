package eu.metacluster.screening.evaluation;

import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Table;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.screening.scope.ScopeModel;
import eu.metacluster.screening.scope.ScopeScore;
import eu.metacluster.screening.scope.ScopeText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate scope}: holds the shipped model against labelled projects. */
public final class EvaluateScope implements Tool {

  /** Texts that are scored before the clock starts: the first second of a JVM says little. */
  private static final int WARM_UP = 5_000;

  @Override
  public String name() {
    return "evaluate scope";
  }

  @Override
  public String usage() {
    return "--projects project.csv[.gz] --labels labels.jsonl [--out scores.csv]";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("projects", "labels", "out");
    Path projects = arguments.file("projects");
    List<Label> labels = Label.read(arguments.file("labels"));
    Path out = arguments.output("out");
    Map<String, ScopeText> texts = texts(projects);
    System.err.printf("%,d projects, %,d labels%n", texts.size(), labels.size());
    List<Label> known = known(labels, texts.keySet());
    ScopeModel model = ScopeModel.load();
    texts.values().parallelStream().limit(WARM_UP).forEach(model::score);
    Map<String, ScopeScore> scores = new ConcurrentHashMap<>();
    long begin = System.nanoTime();
    texts.entrySet().parallelStream()
        .forEach(one -> scores.put(one.getKey(), model.score(one.getValue())));
    double seconds = Math.max(1e-9, (System.nanoTime() - begin) / 1e9);
    System.err.printf("scored in %.1f s%n", seconds);
    Map<String, Object> figures = new ScopeFigures(known, scores).all();
    figures.put("records_per_second", Math.round(scores.size() / seconds));
    if (out != null) {
      ScopeScores.write(out, List.copyOf(texts.keySet()), scores);
    }
    System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
  }

  private static List<Label> known(List<Label> labels, Set<String> ids)
      throws UnusableInputException {
    List<Label> known = labels.stream().filter(label -> ids.contains(label.id())).toList();
    if (known.isEmpty()) {
      throw new UnusableInputException("No label names a project of the file.");
    }
    if (known.size() < labels.size()) {
      System.err.printf(
          "%,d labels name no project of the file and are left out.%n",
          labels.size() - known.size());
    }
    return known;
  }

  private static Map<String, ScopeText> texts(Path file) throws UnusableInputException {
    Table table = Table.read(file);
    List<String> id = table.column("id");
    List<String> title = table.column("title");
    List<String> acronym = table.columnIfThere("acronym");
    List<String> objective = table.column("objective");
    List<String> keywords = table.columnIfThere("keywords");
    Map<String, ScopeText> texts = new LinkedHashMap<>();
    for (int i = 0; i < id.size(); i++) {
      texts.put(
          id.get(i),
          new ScopeText(title.get(i), acronym.get(i), objective.get(i), keywords.get(i)));
    }
    return texts;
  }
}
