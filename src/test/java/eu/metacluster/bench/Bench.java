package eu.metacluster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entry point of {@code ./metacluster bench [NAME…]}. */
final class Bench {

  private static final List<String> ALL =
      List.of(
          "import-csv",
          "import-xml",
          "embeddings",
          "sources",
          "open-data",
          "mail",
          "scope",
          "learning",
          "linkage",
          "scale",
          "oai",
          "memory",
          "start",
          "pages");

  /** What is measured only when it is named, because it takes some ten minutes. */
  private static final List<String> LONG = List.of("million", "search");

  private final List<Figure> figures = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private final Path folder;

  private Bench(Path folder) {
    this.folder = folder;
  }

  /** Measures what the arguments name, or everything, and writes docs/performance.md. */
  public static void main(String[] args) throws Exception {
    List<String> wanted = args.length == 0 ? ALL : Arrays.asList(args);
    if (!Stream.concat(ALL.stream(), LONG.stream()).toList().containsAll(wanted)) {
      System.err.println(
          "Usage: ./metacluster bench [%s | %s] …"
              .formatted(String.join(" | ", ALL), String.join(" | ", LONG)));
      System.exit(2);
    }
    if (Export.find("cordis/horizon").isEmpty()) {
      System.err.println(
          "The figures are about the real CORDIS export, and there is no shared/data/cordis beside the project: nothing was measured.");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("metacluster-bench");
    try {
      Bench bench = new Bench(folder);
      try {
        bench.measure(wanted);
      } finally {
        bench.tell();
      }
    } finally {
      remove(folder);
    }
  }

  /** Whatever ended it, what was measured until then is written down. */
  private void tell() throws IOException {
    new Report(Path.of(System.getProperty("bench.document"))).write(figures, notes);
    figures.forEach(figure -> System.out.println(figure.row()));
  }

  private void measure(List<String> wanted) throws IOException, InterruptedException {
    if (wanted.contains("import-csv")) {
      System.err.println("Import from CSV beside COPY …");
      Imports.csv(Files.createDirectories(folder.resolve("csv")), figures, notes);
    }
    if (wanted.contains("import-xml")) {
      System.err.println("Import from XML beside unpacking and StAX …");
      Imports.xml(Files.createDirectories(folder.resolve("xml")), figures, notes);
    }
    if (wanted.contains("embeddings")) {
      System.err.println("Embeddings beside the bare runtime …");
      Embeddings.rate(Files.createDirectories(folder.resolve("texts")), figures, notes);
    }
    if (wanted.contains("sources")) {
      System.err.println("Sources over the network beside bare clients …");
      Fetching.sources(Files.createDirectories(folder.resolve("sources")), figures, notes);
    }
    if (wanted.contains("open-data")) {
      System.err.println("Open data beside COPY …");
      OpenRoads.measure(Files.createDirectories(folder.resolve("open-data")), figures, notes);
    }
    if (wanted.contains("mail")) {
      System.err.println("Mails in, answers and digests out …");
      Mails.measure(Files.createDirectories(folder.resolve("mail")), figures, notes);
    }
    screening(wanted);
    if (wanted.contains("search")) {
      System.err.println("Searching in many records beside Lucene and OpenSearch …");
      Searching.measure(Files.createDirectories(folder.resolve("search")), figures, notes);
    }
    if (wanted.contains("oai")) {
      System.err.println("Harvesting by OAI-PMH beside COPY …");
      OpenData.oai(Files.createDirectories(folder.resolve("oai")), figures, notes);
    }
    if (wanted.stream().anyMatch(List.of("memory", "start", "pages")::contains)) {
      Path data = stocked();
      if (wanted.contains("start")) {
        System.err.println("Start …");
        Serving.start(data, figures, notes);
      }
      if (wanted.contains("pages")) {
        System.err.println("Pages …");
        Serving.pages(data, folder, figures, notes);
      }
    }
  }

  private void screening(List<String> wanted) throws IOException {
    if (wanted.contains("scope")) {
      System.err.println("The scope model …");
      Screening.scope(figures, notes);
    }
    if (wanted.contains("learning")) {
      System.err.println("The learner …");
      Screening.learning(Files.createDirectories(folder.resolve("learning")), figures, notes);
    }
    if (wanted.contains("linkage")) {
      System.err.println("Linkage beside JedAI …");
      Screening.linkage(figures, notes);
    }
    if (wanted.contains("scale")) {
      System.err.println("Linkage of 100,000 rows …");
      Screening.scale(
          Files.createDirectories(folder.resolve("scale")), "100000", 90, figures, notes);
    }
    if (wanted.contains("million")) {
      System.err.println("Linkage of 1,000,000 rows …");
      Screening.scale(
          Files.createDirectories(folder.resolve("million")), "1000000", 1200, figures, notes);
    }
  }

  /** A folder with everything imported and published: a new one, or the one that is named. */
  private Path stocked() throws IOException {
    String named = System.getenv("METACLUSTER_BENCH_DATA");
    if (named != null) {
      return Path.of(named);
    }
    Path data = Files.createDirectories(folder.resolve("data"));
    System.err.println("Memory after the import; then everything is published …");
    Serving.memory(data, figures, notes);
    return data;
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
