package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product as it is started by its command: how soon it answers, and how many. */
final class Serving {

  private static final Pattern RECORD = Pattern.compile("href=\"(/projects/[^\"#?/]+)\"");
  private static final int PORT = Integer.getInteger("bench.port", 8160);
  static final String BASE = "http://localhost:" + PORT;
  private static final List<String> LOAD_JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

  /** Without the option each answer of the JDK's server waits 40 ms for an acknowledgement. */
  private static final List<String> BARE_JVM =
      List.of("-Xmx256m", "-Dsun.net.httpserver.nodelay=true");

  private static final int RECORDS = 200;
  private static final int SELDOM = 10_000;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  private Serving() {}

  /**
   * Starts the product on a stocked folder; the process answers pages when this returns.
   *
   * @param properties of the product, as its command takes them
   */
  static Process product(Path data, List<Double> seconds, String... properties)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(System.getProperty("bench.script"), "run", "--data", data.toString()));
    command.addAll(List.of("--port", Integer.toString(PORT)));
    command.addAll(List.of(properties));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!answers("/")) {
      if (System.nanoTime() > end || !process.isAlive()) {
        process.destroy();
        throw new IOException("the product did not start");
      }
      Thread.sleep(25);
    }
    seconds.add((System.nanoTime() - begin) / 1e9);
    return process;
  }

  static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static boolean answers(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
              .send(
                  HttpRequest.newBuilder(URI.create(BASE + path)).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static void start(Path data, List<Figure> figures, Map<String, String> notes)
      throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      stop(product(data, seconds));
      System.err.println("  start " + seconds.getLast());
    }
    List<Double> counted = seconds.subList(1, seconds.size()).stream().sorted().toList();
    double median = counted.get(counted.size() / 2);
    figures.add(Figure.atMost("start", number(median) + " s", "", median, " s", 15, 4));
    notes.put(
        "start",
        "from the command to the first answered page, on the folder of the whole import, with the AOT cache.");
  }

  static void memory(Path data, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    List<Jvm.Said> said = Jvm.run(Jvm.likeTheProduct(StockRun.class, data), 30);
    double pss = Jvm.median(said, "pss");
    figures.add(
        Figure.atMost(
            "memory after import",
            number(pss) + " MB PSS, " + number(Jvm.median(said, "rss")) + " MB RSS",
            "",
            pss,
            " MB",
            900,
            450));
    notes.put(
        "memory after import",
        "JVM and all PostgreSQL processes together, 75 s after the import in the same JVM; PSS counts each shared page once, RSS in every process that maps it.");
  }

  static void pages(Path data, Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException, InterruptedException {
    Process product = product(data, new ArrayList<>());
    try {
      List<String> all = records();
      Path records = Files.write(folder.resolve("records"), all.subList(0, RECORDS));
      Files.write(folder.resolve("seldom"), all);
      Map<String, Path> pages = new LinkedHashMap<>();
      pages.put("home", Files.writeString(folder.resolve("home"), BASE + "/\n"));
      pages.put("list with facets", Files.writeString(folder.resolve("list"), lists()));
      pages.put("record page", records);
      pages.put("record page, seldom the same", folder.resolve("seldom"));
      pages.put("bare", bareAddresses(records, folder.resolve("bare")));
      Map<String, List<Jvm.Said>> said = loads(pages, records);
      for (String page :
          List.of("home", "list with facets", "record page", "record page, seldom the same")) {
        double p99 = Jvm.median(of(said, page), "p99");
        figures.add(
            Figure.atMost(
                page + ", p99",
                number(Jvm.median(of(said, page), "p50"))
                    + " ms median, "
                    + number(p99)
                    + " ms p99",
                "",
                p99,
                " ms",
                60,
                60));
      }
      double bare = Jvm.median(of(said, "bare"), "rate");
      for (String page : List.of("record page", "record page, seldom the same")) {
        double rate = Jvm.median(of(said, page), "rate");
        figures.add(
            Figure.atLeast(
                page + ", rate",
                number(rate) + " /s",
                number(bare) + " /s HttpServer",
                100 * rate / bare,
                " %",
                5,
                12));
      }
      notes.put(
          "pages",
          "20 users without a pause between their requests, load generator and product on the same cores; "
              + RECORDS
              + " different records, which visitors' shelf of rendered pages soon holds, and "
              + SELDOM
              + " of which it holds few, so that nearly every page is made anew; HttpServer on virtual threads answers the same bytes of the former.");
    } finally {
      stop(product);
    }
  }

  private static Map<String, List<Jvm.Said>> loads(Map<String, Path> pages, Path records)
      throws IOException {
    Process bare = Jvm.start(Jvm.command(BARE_JVM, BareServer.class, records, PORT + 1));
    Map<String, List<Jvm.Said>> said = new LinkedHashMap<>();
    try (BufferedReader ready = Jvm.reader(bare)) {
      ready.readLine();
      for (int round = 0; round <= ROUNDS; round++) {
        for (Map.Entry<String, Path> page : pages.entrySet()) {
          System.err.println(page.getKey() + (round == 0 ? ", warm-up" : ", round " + round));
          List<Jvm.Said> one =
              Jvm.run(Jvm.command(LOAD_JVM, LoadRun.class, page.getValue(), 3, 8), 2);
          if (round > 0) {
            said.computeIfAbsent(page.getKey(), key -> new ArrayList<>()).addAll(one);
          }
        }
      }
    } finally {
      bare.destroy();
    }
    return said;
  }

  private static List<Jvm.Said> of(Map<String, List<Jvm.Said>> said, String page) {
    return said.getOrDefault(page, List.of());
  }

  private static String lists() {
    return String.join(
        "\n",
        BASE + "/grid",
        BASE + "/grid?kind=project&country=ES",
        BASE + "/grid?q=liquid+biopsy",
        BASE + "/grid?kind=project&year=2023&page=3",
        BASE + "/grid?q=cancer&country=DE",
        "");
  }

  private static Path bareAddresses(Path records, Path file) throws IOException {
    return Files.writeString(
        file, Files.readString(records).replace(BASE, "http://localhost:" + (PORT + 1)));
  }

  /** Addresses of record pages, as the list names them. */
  private static List<String> records() throws IOException, InterruptedException {
    Set<String> found = new LinkedHashSet<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int page = 1; found.size() < SELDOM && page < SELDOM / 10; page++) {
        URI address = URI.create(BASE + "/grid?kind=project&page=" + page);
        HttpRequest request = HttpRequest.newBuilder(address).build();
        Matcher links =
            RECORD.matcher(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        while (links.find() && found.size() < SELDOM) {
          found.add(BASE + links.group(1));
        }
      }
    }
    if (found.size() < SELDOM) {
      throw new IOException("the list names only " + found.size() + " records");
    }
    return List.copyOf(found);
  }
}
