package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import eu.metacluster.discovery.index.BareLucene;
import eu.metacluster.discovery.index.OpenSearchPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Searching in many records, beside a bare program and a server that do the same. */
final class Searching implements AutoCloseable {

  private static final int RECORDS = Integer.getInteger("bench.records", 1_000_000);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  /** As the product's own, with room for the real records that others are made of. */
  private static final List<String> FILLING =
      List.of(
          "-Xmx1200m",
          "-XX:+UseSerialGC",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final int WARM_UP = 400;
  private static final int QUESTIONS = 100;
  private static final int DEEP = 1_000;

  /** So long the model may take until it is there. */
  private static final int READY_SECONDS = 120;

  /** Between two looks whether it is: vectors are made while no visitor asked for two seconds. */
  private static final int LOOK_SECONDS = 5;

  /** Vectors are made soon after the start instead of after two quiet minutes. */
  private static final String VECTORS_SOON = "--metacluster.model.quiet-seconds=5";

  /** What a page says when the meaning of the words ranked as well. */
  private static final String BY_MEANING = "Ranked by the words and by what they mean";

  private static final List<String> ASKING =
      List.of(
          "which projects study %s",
          "what is known about %s",
          "how can research improve %s",
          "who works on %s",
          "where is research about %s done",
          "what are the problems of %s",
          "which partners know about %s");

  /** Others, asked before anything is measured. */
  private static final List<String> WARMING =
      List.of(
          "is there anything about %s",
          "what has been done for %s", "has anybody looked at %s", "who can help with %s");

  /** Lines on a page of the product. */
  private static final int HITS = 25;

  private final List<Figure> figures;
  private final Map<String, String> notes;
  private final List<String> words;
  private final Peer bare;
  private final Peer server;
  private final PageClient pages = new PageClient();
  private double hits;
  private double asked;
  private int used;

  private Searching(
      Path folder, List<String> words, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    this.words = words;
    this.figures = figures;
    this.notes = notes;
    bare =
        new Peer(
            Jvm.command(
                List.of("-Xmx1g"), BareLucene.class, folder.resolve("bare"), RECORDS, HITS));
    server = new Peer(Jvm.command(List.of("-Xmx640m"), OpenSearchPeer.class, RECORDS, HITS));
  }

  static void measure(Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path file = folder.resolve("words");
    Path titles = folder.resolve("titles");
    filling(
        Jvm.run(Jvm.command(FILLING, SearchFill.class, data, RECORDS, file, titles), 40),
        figures,
        notes);
    try (Searching searching = new Searching(folder, Files.readAllLines(file), figures, notes)) {
      double filledBare = searching.bare.filled();
      double filledServer = searching.server.filled();
      List<Double> started = new ArrayList<>();
      Process product = Serving.product(data, started, VECTORS_SOON);
      try {
        searching.pages.of("/map");
        searching.queries();
        searching.leaf();
        searching.questions(Files.readAllLines(titles));
        searching.suggest();
        searching.map();
        searching.memory(product, data);
      } finally {
        Serving.stop(product);
      }
      notes.put(
          "search",
          searching.note(filledBare, filledServer)
              + " The first page of the product was there "
              + number(started.getFirst())
              + " s after the command.");
    }
  }

  private static void filling(
      List<Jvm.Said> said, List<Figure> figures, Map<String, String> notes) {
    double rate = Jvm.median(said, "rate");
    figures.add(
        Figure.atLeast(
            "search, indexing",
            number(rate) + " records/s",
            "",
            rate,
            " records/s",
            10_000,
            10_000));
    double findable = Jvm.median(said, "findable");
    double worst = Jvm.most(said, "findable");
    figures.add(
        Figure.atMost(
            "search, decision to findable",
            number(findable) + " ms median, " + number(worst) + " ms at most",
            "",
            worst,
            " ms",
            1_000,
            1_000));
    notes.put(
        "search, indexing",
        "documents made and written as the follower of the journal does, from records in memory, while the product answered "
            + number(Jvm.median(said, "pages"))
            + " searches, the slowest in "
            + number(Jvm.most(said, "worst"))
            + " ms. Decision: projects published one by one in this index, until the search finds each.");
  }

  private String note(double filledBare, double filledServer) {
    return String.format(Locale.ROOT, "%,d", RECORDS)
        + " records made of the real export by a seeded recombination of titles, sentences and partners, as many organisations for each project as there. Words that nobody asked for before, "
        + number(hits / asked)
        + " hits on average, so that nothing is remembered; the product sends its finished page of 25 lines with all its facets over HTTP, bare Lucene counts eight and reads the same lines in its own process and index, the node of OpenSearch (2 GB of heap) counts eight and sends the lines as JSON over HTTP; all three in turn. Filling took bare Lucene "
        + number(filledBare)
        + " s and OpenSearch "
        + number(filledServer)
        + " s, at the same time.";
  }

  /** A word that nobody asked for yet, alone. */
  private String next() {
    return words.get(used++);
  }

  private void queries() throws IOException, InterruptedException {
    List<Timings> own = new ArrayList<>();
    List<Timings> library = new ArrayList<>();
    List<Timings> node = new ArrayList<>();
    for (int round = 0; round <= ROUNDS; round++) {
      List<List<Double>> taken = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < (round == 0 ? WARM_UP : QUESTIONS); i++) {
        String word = round == 0 ? words.get(i) + " " + words.get(i + 1) : next();
        taken.get(0).add(pages.of("/grid?q=" + word.replace(' ', '+')));
        Peer.Said said = bare.ask(word);
        taken.get(1).add(said.millis());
        taken.get(2).add(server.ask(word).millis());
        hits += round == 0 ? 0 : said.number();
        asked += round == 0 ? 0 : 1;
      }
      if (round > 0) {
        own.add(Timings.of(taken.get(0)));
        library.add(Timings.of(taken.get(1)));
        node.add(Timings.of(taken.get(2)));
      }
      System.err.printf(
          "  round %d: product %s, bare %s, OpenSearch %s%n",
          round, Timings.of(taken.get(0)), Timings.of(taken.get(1)), Timings.of(taken.get(2)));
    }
    beside("bare Lucene", own, library, 1.5, 2);
    beside("OpenSearch", own, node, 1, 1);
  }

  private void beside(
      String peer, List<Timings> own, List<Timings> others, double p50, double p99) {
    double usual = Timings.median(own, Timings::p50);
    double usualPeer = Timings.median(others, Timings::p50);
    figures.add(
        Figure.atMost(
            "search beside " + peer + ", p50",
            number(usual) + " ms",
            number(usualPeer) + " ms " + peer,
            usual / usualPeer,
            " ×",
            p50,
            p50));
    double slow = Timings.median(own, Timings::p99);
    double slowPeer = Timings.median(others, Timings::p99);
    figures.add(
        Figure.atMost(
            "search beside " + peer + ", p99",
            number(slow) + " ms",
            number(slowPeer) + " ms " + peer,
            slow / slowPeer,
            " ×",
            p99,
            p99));
  }

  /** The first and the thousandth page, in turn, of questions that nobody asked before. */
  private void leaf() throws IOException, InterruptedException {
    List<Double> first = new ArrayList<>();
    List<Double> deep = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      first.add(pages.of("/grid?q=" + next()));
      deep.add(pages.of("/grid?q=" + next() + "&page=" + DEEP));
    }
    double page = Timings.of(deep).p50();
    double usual = Timings.of(first).p50();
    figures.add(
        Figure.atMost(
            "search, page 1,000",
            number(page) + " ms",
            number(usual) + " ms page 1",
            page / usual,
            " ×",
            1.5,
            1.1));
  }

  /** Questions in plain words, in turn with single words that nobody asked for yet. */
  private void questions(List<String> titles) throws IOException, InterruptedException {
    List<String> asked =
        ASKING.stream()
            .flatMap(way -> titles.stream().map(title -> way.formatted(longest(title))))
            .map(question -> "/grid?q=" + question.replace(' ', '+'))
            .toList();
    if (asked.isEmpty() || !ready(asked.getFirst())) {
      System.err.println("  no question was ranked by its meaning: not measured");
      return;
    }
    for (String title : titles) { // what questions alone need is compiled, as what words need is
      for (String way : WARMING) {
        pages.of("/grid?q=" + way.formatted(longest(title)).replace(' ', '+'));
      }
    }
    List<Double> meant = new ArrayList<>();
    List<Double> worded = new ArrayList<>();
    int ranked = 0;
    for (String question : asked.subList(1, asked.size())) {
      PageClient.Answer answer = pages.answer(question);
      double words = pages.of("/grid?q=" + next());
      if (answer.says(BY_MEANING)) {
        ranked++;
        meant.add(answer.millis());
        worded.add(words);
      }
    }
    double usual = Timings.of(meant).p50();
    double usualWords = Timings.of(worded).p50();
    figures.add(
        Figure.atMost(
            "question in plain words, p50",
            number(usual) + " ms",
            number(usualWords) + " ms text query",
            Math.max(0, usual - usualWords),
            " ms more",
            15,
            15));
    notes.put(
        "question in plain words",
        ranked
            + " questions about real projects that were published in this index and whose vectors the product made itself ("
            + titles.size()
            + "; there is none of the made records), in turn with text queries of one word as above. Other questions about them were asked before.");
  }

  /** The three longest words of a title. */
  private static String longest(String title) {
    return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^a-z]+", -1))
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .limit(3)
        .collect(Collectors.joining(" "));
  }

  /** Waits until the product has the vectors and the model, which it fetches when it is asked. */
  private boolean ready(String path) throws IOException, InterruptedException {
    for (int second = 0; second < READY_SECONDS; second += LOOK_SECONDS) {
      if (pages.answer(path + "+" + second).says(BY_MEANING)) {
        return true;
      }
      Thread.sleep(LOOK_SECONDS * 1_000L);
    }
    return false;
  }

  private void suggest() throws IOException, InterruptedException {
    typed(words.subList(0, QUESTIONS)); // the first meet code that is not compiled yet
    Timings all = Timings.of(typed(words.subList(used, used + 2 * QUESTIONS)));
    used += 2 * QUESTIONS;
    figures.add(
        Figure.atMost(
            "suggestions, p99",
            number(all.p50()) + " ms median, " + number(all.p99()) + " ms p99",
            "",
            all.p99(),
            " ms",
            10,
            10));
  }

  /** Types some words letter by letter. */
  private List<Double> typed(List<String> some) throws IOException, InterruptedException {
    List<Double> taken = new ArrayList<>();
    for (String word : some) {
      for (int letters = 2; letters <= Math.min(word.length(), 7); letters++) {
        taken.add(pages.of("/suggest?q=" + word.substring(0, letters)));
      }
    }
    return taken;
  }

  /** The map of everything in all its forms, so that none was made before. */
  private void map() throws IOException, InterruptedException {
    List<Double> taken = new ArrayList<>();
    for (String show : List.of("organisations", "projects", "contribution")) {
      for (String order : List.of("organisations", "projects", "contribution", "name")) {
        for (String table : List.of("countries", "nuts1", "regions", "nuts3")) {
          taken.add(pages.of("/map?show=" + show + "&order=" + order + "&table=" + table));
        }
      }
    }
    Timings all = Timings.of(taken);
    figures.add(
        Figure.atMost(
            "map of everything",
            number(all.p50()) + " ms median, " + number(all.p99()) + " ms at most",
            "",
            all.p50(),
            " ms",
            100,
            100));
  }

  private void memory(Process product, Path data) throws IOException {
    Resident resident = Resident.of(product.pid(), data.resolve("postgres"));
    figures.add(
        Figure.atMost(
            "search, memory",
            number(resident.pssMegabytes())
                + " MB PSS, "
                + number(resident.rssMegabytes())
                + " MB RSS",
            "",
            resident.pssMegabytes(),
            " MB",
            1_536,
            1_536));
    notes.put(
        "search, memory",
        "JVM and all PostgreSQL processes together after all of this, the pages of the index's files included, which the system takes back when it needs them; without these "
            + number(Resident.own(product.pid()))
            + " MB in the JVM.");
  }

  @Override
  public void close() {
    pages.close();
    bare.close();
    server.close();
  }
}
