package eu.metacluster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How fast sources are read over the network, beside clients that only download. */
final class Fetching {

  private static final int RECORDS = 100_000;
  private static final int PAGES = 10_000;
  private static final int GAP_MILLIS = 100;

  private Fetching() {}

  static void sources(Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    Path register = Export.find("entity-resolution/org_registry/ror_subset.csv.gz").orElseThrow();
    Process server = Jvm.start(Jvm.command(List.of("-Xmx512m"), SiteServer.class, RECORDS));
    try (BufferedReader lines = Jvm.reader(server)) {
      String port = String.valueOf(lines.readLine()).replace("server port ", "");
      List<Jvm.Said> said =
          Jvm.run(Jvm.likeTheProduct(SourcesRun.class, folder, port, register), 30);
      sites(said, figures, notes);
      repository(said, figures, notes);
      double ror = Jvm.median(said, "ror-run");
      figures.add(Figure.atMost("sources, register", seconds(ror), "", ror, " s", 60, 60));
      notes.put(
          "sources, register",
          "%,.0f organisations of the register as JSON lines, of which the grid knows %,.0f."
              .formatted(Jvm.median(said, "ror-records"), Jvm.median(said, "ror-known")));
    } finally {
      server.destroy();
    }
  }

  private static void sites(List<Jvm.Said> said, List<Figure> figures, Map<String, String> notes) {
    double product = Jvm.median(said, "sites-product");
    double peer = Jvm.median(said, "sites-peer");
    figures.add(
        Figure.atLeast(
            "sources, 500 hosts",
            rate(PAGES / product),
            rate(PAGES / peer) + " bare java.net.http",
            peer / product * 100,
            " %",
            60,
            60));
    double[] live =
        said.stream()
            .filter(one -> one.name().equals("sites-live"))
            .mapToDouble(Jvm.Said::value)
            .toArray();
    figures.add(
        Figure.atMost(
            "sources, heap after all pages",
            Math.round(live[live.length - 1]) + " MB live",
            Math.round(live[1]) + " MB after two rounds",
            live[live.length - 1] / live[1],
            " ×",
            1.2,
            1.1));
    double closest =
        said.stream()
            .filter(one -> one.name().equals("sites-closest"))
            .mapToDouble(Jvm.Said::value)
            .min()
            .orElseThrow();
    figures.add(
        Figure.atLeast(
            "sources, gap at a host",
            String.format(Locale.ROOT, "%.0f ms", closest),
            GAP_MILLIS + " ms set",
            closest,
            " ms",
            GAP_MILLIS - 5,
            GAP_MILLIS - 5));
    notes.put(
        "sources, 500 hosts",
        "10,000 pages of 500 loopback hosts, 100 ms between two requests to a host in both; the product asks for robots.txt, keeps each page, parses it, writes a record of it; the peer downloads. The same pages again took "
            + seconds(Jvm.median(said, "sites-again"))
            + "; the heap had at most "
            + Math.round(Jvm.most(said, "sites-heap"))
            + " MB.");
  }

  private static void repository(
      List<Jvm.Said> said, List<Figure> figures, Map<String, String> notes) {
    double read = Jvm.median(said, "oai-read");
    double peer = Jvm.median(said, "oai-peer");
    double run = Jvm.median(said, "oai-run");
    double again = Jvm.median(said, "oai-again");
    String bare = rate(RECORDS / peer) + " download and StAX";
    figures.add(
        Figure.atLeast(
            "sources, OAI-PMH read", rate(RECORDS / read), bare, peer / read * 100, " %", 60, 60));
    figures.add(
        Figure.atMost(
            "sources, OAI-PMH whole run",
            seconds(run),
            seconds(Jvm.median(said, "oai-copy")) + " COPY of its claims",
            run / Jvm.median(said, "oai-copy"),
            " ×",
            12,
            8));
    figures.add(
        Figure.atMost(
            "sources, OAI-PMH again",
            seconds(again),
            seconds(run) + " first",
            again / run,
            " ×",
            0.25,
            0.25));
    double claims = Jvm.median(said, "oai-claims");
    figures.add(
        Figure.atMost(
            "sources, OAI-PMH again, claims written",
            String.valueOf(Math.round(claims)),
            "",
            claims,
            "",
            0,
            0));
    notes.put(
        "sources, OAI-PMH",
        "100,000 records in lists of 1,000, without a gap between requests; read: into findings that nobody takes; whole run: with snapshots, claims, journal, "
            + percent(peer / run)
            + " of the bare pass, which writes nothing. The heap had at most "
            + Math.round(Jvm.most(said, "oai-heap"))
            + " MB.");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String rate(double perSecond) {
    return Math.round(perSecond) + " /s";
  }

  private static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f s", seconds);
  }
}
