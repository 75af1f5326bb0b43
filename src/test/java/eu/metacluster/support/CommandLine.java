package eu.metacluster.support;

import eu.metacluster.platform.Tool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a tool as from the command line and keeps what it printed. */
public final class CommandLine {

  private CommandLine() {}

  /** What came of it: the exit code, standard output, standard error. */
  public record Outcome(int code, String printed, String said) {

    /** The last line of standard output. */
    public JsonNode figures() {
      String text = printed.strip();
      return JsonMapper.builder().build().readTree(text.substring(text.lastIndexOf('\n') + 1));
    }
  }

  /** Runs the tool that these words name. */
  public static Outcome run(List<String> words) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Integer code = Tool.call(words);
      return new Outcome(
          code == null ? -1 : code,
          printed.toString(StandardCharsets.UTF_8),
          said.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
