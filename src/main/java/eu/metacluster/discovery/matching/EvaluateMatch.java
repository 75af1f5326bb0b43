package eu.metacluster.discovery.matching;

import eu.metacluster.platform.Arguments;
import eu.metacluster.platform.Tool;
import eu.metacluster.platform.UnusableInputException;
import eu.metacluster.platform.model.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** {@code evaluate match}: holds matching against experts, partners and calls that are known. */
public final class EvaluateMatch implements Tool {

  @Override
  public String name() {
    return "evaluate match";
  }

  @Override
  public String usage() {
    return "--set folder [--out scores.csv]";
  }

  @Override
  public void run(Arguments arguments) throws UnusableInputException {
    arguments.allowing("set", "out");
    Path folder = arguments.folder("set");
    Path out = arguments.output("out");
    List<MatchTask> tasks = tasks(folder);
    Map<String, Object> figures = new LinkedHashMap<>();
    try (Embedder embedder = Embedder.shipped()) {
      for (MatchTask task : tasks) {
        long begin = System.nanoTime();
        MatchTask.Outcome outcome = task.measure(new Meanings(embedder));
        System.err.printf("%s in %.0f s%n", task.name(), (System.nanoTime() - begin) / 1e9);
        write(outcome, task, out, tasks.size() > 1);
        if (tasks.size() == 1) {
          figures.put("set", task.name());
          figures.putAll(outcome.figures());
        } else {
          figures.put(task.name(), outcome.figures());
        }
      }
    }
    System.out.println(JsonMapper.builder().build().writeValueAsString(figures));
  }

  /** The set in this folder, or the sets in the folders below it. */
  private static List<MatchTask> tasks(Path folder) throws UnusableInputException {
    MatchTask own = task(folder);
    if (own != null) {
      return List.of(own);
    }
    List<Path> folders = new ArrayList<>();
    try (var inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
      inside.forEach(folders::add);
    } catch (IOException e) {
      throw new UnusableInputException(folder + " cannot be read: " + e.getMessage() + ".", e);
    }
    folders.sort(null);
    List<MatchTask> tasks = new ArrayList<>();
    for (Path one : folders) {
      MatchTask task = task(one);
      if (task != null) {
        tasks.add(task);
      }
    }
    if (tasks.isEmpty()) {
      throw new UnusableInputException(
          folder
              + " is no set for matching: that has a file judgements (experts), relevant (partners)"
              + " or topics (calls).");
    }
    return tasks;
  }

  private static @Nullable MatchTask task(Path folder) throws UnusableInputException {
    SetFolder set = new SetFolder(folder);
    if (set.has("judgements")) {
      return new ExpertTask(set);
    }
    if (set.has("relevant")) {
      return new PartnerTask(set);
    }
    return set.has("topics") ? new CallTask(set) : null;
  }

  private static void write(
      MatchTask.Outcome outcome, MatchTask task, @Nullable Path out, boolean several)
      throws UnusableInputException {
    if (out == null) {
      return;
    }
    Path file = several ? beside(out, task.name()) : out;
    List<String> lines = new ArrayList<>();
    lines.add(outcome.columns());
    lines.addAll(outcome.scores());
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UnusableInputException(file + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private static Path beside(Path out, String name) {
    String file = out.getFileName().toString();
    int dot = file.lastIndexOf('.');
    String own =
        dot < 0 ? file + "-" + name : file.substring(0, dot) + "-" + name + file.substring(dot);
    return out.resolveSibling(own);
  }
}
