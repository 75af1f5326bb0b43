package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Import of the whole export, from CSV and from XML. */
final class Imports {

  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

  private Imports() {}

  static void csv(Path folder, List<Figure> figures, Map<String, String> notes) throws IOException {
    List<Jvm.Said> said = Jvm.run(Jvm.likeTheProduct(ImportRun.class, "csv", folder, ROUNDS), 40);
    double first = Jvm.median(said, "first");
    double peer = Jvm.median(said, "peer");
    double again = Jvm.median(said, "again");
    figures.add(
        Figure.atMost(
            "import-csv", seconds(first), seconds(peer) + " COPY", first / peer, " ×", 12, 8));
    double kept = Jvm.most(said, "kept-mb");
    double taken = Jvm.most(said, "committed-mb");
    figures.add(
        Figure.atMost(
            "import-csv heap",
            number(kept) + " MB after collection, " + number(taken) + " MB taken",
            "",
            taken,
            " MB",
            1024,
            768));
    figures.add(
        Figure.atMost(
            "import-csv again",
            seconds(again),
            seconds(first) + " first",
            again / first,
            " ×",
            0.25,
            0.1));
    figures.add(
        Figure.atMost(
            "import-csv again, claims written",
            number(Jvm.most(said, "claims-again")),
            "",
            Jvm.most(said, "claims-again"),
            "",
            0,
            0));
    notes.put("import-csv", note(said, first));
  }

  static void xml(Path folder, List<Figure> figures, Map<String, String> notes) throws IOException {
    List<Jvm.Said> said = Jvm.run(Jvm.likeTheProduct(ImportRun.class, "xml", folder, ROUNDS), 40);
    double first = Jvm.median(said, "first");
    double peer = Jvm.median(said, "peer");
    figures.add(
        Figure.atMost(
            "import-xml",
            seconds(first),
            seconds(peer) + " unpack and StAX",
            first / peer,
            " ×",
            4,
            2.5));
    notes.put("import-xml", note(said, first));
  }

  private static String note(List<Jvm.Said> said, double first) {
    double cold =
        said.stream()
            .filter(one -> one.of().equals("0") && one.name().equals("first"))
            .mapToDouble(Jvm.Said::value)
            .findFirst()
            .orElse(first);
    return String.format(
        Locale.ROOT,
        "%,.0f claims and participations written; the first import of a fresh JVM took %s; processor seconds of the median round: %s in the JVM, %s in the database, %s for the peer.",
        Jvm.median(said, "claims"),
        seconds(cold),
        number(Jvm.median(said, "cpu-jvm")),
        number(Jvm.median(said, "cpu-database")),
        number(Jvm.median(said, "cpu-peer")));
  }

  static String seconds(double seconds) {
    return number(seconds) + " s";
  }
}
