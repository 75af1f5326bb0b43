package eu.metacluster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps the tables of docs/performance.md; what stands outside its markers is left alone. */
final class Report {

  private static final String BEGIN = "<!-- bench:begin -->";
  private static final String END = "<!-- bench:end -->";
  private static final String HEAD =
      """
      | figure | product | peer or limit in the same run | held against the bounds | floor | aim | |
      |---|---|---|---|---|---|---|
      """;

  private final Path document;

  Report(Path document) {
    this.document = document;
  }

  /**
   * Puts these figures and notes in the place of those with the same names and keeps the others.
   *
   * @param notes by their first words, each a sentence about how a figure came about
   */
  void write(List<Figure> figures, Map<String, String> notes) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(document + " has no " + BEGIN + " … " + END);
    }
    Map<String, String> rows = new LinkedHashMap<>();
    Map<String, String> lines = new LinkedHashMap<>();
    for (String line : text.substring(begin, end).split("\n", -1)) {
      if (line.startsWith("| ") && !line.startsWith("| figure")) {
        rows.put(line.substring(2, line.indexOf(" | ")), line);
      } else if (line.startsWith("- ")) {
        lines.put(line.substring(2, line.indexOf(": ")), line);
      }
    }
    figures.forEach(figure -> rows.put(figure.key(), figure.row()));
    notes.forEach((name, note) -> lines.put(name, "- " + name + ": " + note));
    List<String> out = new ArrayList<>(List.of(BEGIN, machine(), "", HEAD.strip()));
    out.addAll(rows.values());
    out.add("");
    out.addAll(lines.values());
    Files.writeString(
        document, text.substring(0, begin) + String.join("\n", out) + "\n" + text.substring(end));
  }

  private static String machine() {
    long memory =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return String.format(
        Locale.ROOT,
        "Last measured on %s: %d cores, %d GB of memory, %s %s, JDK %s; load average at the end %.1f, other work included.",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        Math.round(memory / 1e9),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
