package eu.metacluster.platform;

import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Something that {@code ./metacluster NAME …} does on files alone, with neither database nor
 * server: fitting and measuring. A tool is named in {@code META-INF/services} and has a public
 * constructor without parameters.
 */
public interface Tool {

  /** What is written after {@code ./metacluster}: one word, or two with a blank between. */
  String name();

  /** One line that shows how it is called, without its name. */
  String usage();

  /**
   * Does the work. Progress goes to standard error; the last line on standard output is one JSON
   * object.
   *
   * @param arguments what followed the name
   * @throws UnusableInputException when an argument or a file cannot be used
   */
  void run(Arguments arguments) throws UnusableInputException;

  /**
   * Runs the tool that these words name.
   *
   * @return the exit code, 0 when it ran and 2 when its input cannot be used; null when no tool has
   *     that name
   */
  static @Nullable Integer call(List<String> words) {
    List<Tool> tools =
        ServiceLoader.load(Tool.class).stream().map(ServiceLoader.Provider::get).toList();
    for (Tool tool : tools) {
      List<String> name = List.of(tool.name().split(" "));
      if (words.size() >= name.size() && words.subList(0, name.size()).equals(name)) {
        return call(tool, words.subList(name.size(), words.size()));
      }
    }
    List<Tool> family =
        tools.stream().filter(tool -> tool.name().startsWith(words.getFirst() + " ")).toList();
    if (family.isEmpty()) {
      return null;
    }
    System.err.println("Say what to " + words.getFirst() + ":");
    family.forEach(tool -> System.err.println("  " + line(tool)));
    return 2;
  }

  private static int call(Tool tool, List<String> words) {
    try {
      tool.run(Arguments.of(words));
      return 0;
    } catch (UnusableInputException e) {
      System.err.println(e.getMessage());
      System.err.println("It is called like this: " + line(tool));
      return 2;
    }
  }

  private static String line(Tool tool) {
    return "./metacluster " + tool.name() + " " + tool.usage();
  }
}
