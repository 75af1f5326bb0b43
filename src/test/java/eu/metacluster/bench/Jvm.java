package eu.metacluster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Starts the processes of a measurement; each says its figures in lines of three words. */
final class Jvm {

  private Jvm() {}

  /** What a process said: a round or a name, the figure's name, the figure. */
  record Said(String of, String name, double value) {}

  /** A command with the product's own JVM settings. */
  static List<String> likeTheProduct(Class<?> main, Object... arguments) {
    List<String> options =
        Arrays.stream(System.getProperty("bench.jvm", "").split(" ", -1))
            .filter(option -> !option.isBlank())
            .toList();
    return command(options, main, arguments);
  }

  /** A command with settings of its own. */
  static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /** Runs to the end, at most these minutes, and gives what was said. */
  static List<Said> run(List<String> command, int minutes) throws IOException {
    Process process = start(command);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
                  process.destroyForcibly();
                }
              } catch (InterruptedException e) {
                process.destroyForcibly();
              }
            });
    List<Said> said = new ArrayList<>();
    try (BufferedReader lines = reader(process)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        heard(line, said);
      }
      if (process.waitFor() != 0) {
        throw new IOException("a measurement ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    return said;
  }

  static Process start(List<String> command) throws IOException {
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void heard(String line, List<Said> said) {
    String[] words = line.split(" ", -1);
    if (words.length == 3 && words[2].matches("[0-9.]+(E-?[0-9]+)?")) {
      said.add(new Said(words[0], words[1], Double.parseDouble(words[2])));
      System.err.println("  " + line);
    }
  }

  /** Runs a tool to its end and gives one number of the JSON object that is its last line. */
  static double last(List<String> command, String name) throws IOException {
    Process process = start(command);
    String last = "{}";
    try (BufferedReader lines = reader(process)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line;
      }
    }
    return JsonMapper.shared().readTree(last).path(name).asDouble();
  }

  /** The middle of what was said under this name; rounds called 0 are warm-ups and left out. */
  static double median(List<Said> said, String name) {
    double[] values =
        said.stream()
            .filter(one -> one.name().equals(name) && !one.of().equals("0"))
            .mapToDouble(Said::value)
            .sorted()
            .toArray();
    if (values.length == 0) {
      throw new IllegalStateException("nothing was said about " + name);
    }
    return values.length % 2 == 1
        ? values[values.length / 2]
        : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
  }

  /** The greatest, warm-ups included. */
  static double most(List<Said> said, String name) {
    return said.stream()
        .filter(one -> one.name().equals(name))
        .mapToDouble(Said::value)
        .max()
        .orElseThrow();
  }
}
