package eu.metacluster.platform;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What followed a tool's name: {@code --name value} pairs, each at most once. */
public final class Arguments {

  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  static Arguments of(List<String> words) throws UnusableInputException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        throw new UnusableInputException(
            "\"" + word + "\" stands alone; a value follows a --name.");
      }
      int sign = word.indexOf('=');
      String name = sign < 0 ? word.substring(2) : word.substring(2, sign);
      if (sign < 0 && (i + 1 == words.size() || words.get(i + 1).startsWith("--"))) {
        throw new UnusableInputException("--" + name + " has no value.");
      }
      String value = sign < 0 ? words.get(++i) : word.substring(sign + 1);
      if (values.put(name, value) != null) {
        throw new UnusableInputException("--" + name + " is given twice.");
      }
    }
    return new Arguments(values);
  }

  /**
   * Refuses names that the tool does not know, so that a slip of the pen is not silently ignored.
   */
  public Arguments allowing(String... names) throws UnusableInputException {
    List<String> unknown = new ArrayList<>(values.keySet());
    unknown.removeAll(List.of(names));
    if (!unknown.isEmpty()) {
      throw new UnusableInputException("--" + unknown.getFirst() + " is not known here.");
    }
    return this;
  }

  /** The value given, null when there is none. */
  public @Nullable String text(String name) {
    return values.get(name);
  }

  /** A whole number of at least {@code least}, or {@code otherwise} when none is given. */
  public int number(String name, int least, int otherwise) throws UnusableInputException {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, as for a number that is too small
    }
    throw new UnusableInputException(
        "--" + name + " must be a whole number of at least " + least + ", not \"" + value + "\".");
  }

  /** A file that must be given and be readable. */
  public Path file(String name) throws UnusableInputException {
    Path file = fileIfGiven(name);
    if (file == null) {
      throw new UnusableInputException("--" + name + " is missing.");
    }
    return file;
  }

  /** A file that must be readable when it is given; null when it is not. */
  public @Nullable Path fileIfGiven(String name) throws UnusableInputException {
    Path file = path(name);
    if (file != null && !Files.isReadable(file)) {
      throw new UnusableInputException("--" + name + ": there is no file " + file + " to read.");
    }
    if (file != null && Files.isDirectory(file)) {
      throw new UnusableInputException("--" + name + ": " + file + " is a folder, not a file.");
    }
    return file;
  }

  /** A folder that must be given and be there. */
  public Path folder(String name) throws UnusableInputException {
    Path folder = path(name);
    if (folder == null) {
      throw new UnusableInputException("--" + name + " is missing.");
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableInputException("--" + name + ": there is no folder " + folder + ".");
    }
    return folder;
  }

  /** A file to be written in a folder that is there; null when none is given. */
  public @Nullable Path output(String name) throws UnusableInputException {
    Path file = path(name);
    if (file == null) {
      return null;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new UnusableInputException("--" + name + ": " + file + " cannot be written.");
    }
    return file;
  }

  private @Nullable Path path(String name) throws UnusableInputException {
    String value = values.get(name);
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new UnusableInputException("--" + name + ": " + e.getMessage() + ".", e);
    }
  }
}
