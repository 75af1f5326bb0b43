package eu.metacluster.bench;

import static eu.metacluster.bench.Figure.number;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Mails in, answers out, and news for everybody. */
final class Mails {

  private Mails() {}

  static void measure(Path folder, List<Figure> figures, Map<String, String> notes)
      throws IOException {
    List<Jvm.Said> said = new ArrayList<>();
    Process sink = Jvm.start(Jvm.command(List.of("-Xmx64m", "-XX:+UseSerialGC"), MailSink.class));
    try (BufferedReader ready = Jvm.reader(sink)) {
      int port = Integer.parseInt(Objects.requireNonNull(ready.readLine()));
      said.addAll(Jvm.run(Jvm.likeTheProduct(MailRun.class, folder.resolve("in"), port), 20));
      said.addAll(Jvm.run(Jvm.likeTheProduct(NewsRun.class, folder.resolve("out"), port), 20));
    } finally {
      sink.destroy();
    }
    in(said, figures, notes);
    out(said, figures, notes);
  }

  private static void in(List<Jvm.Said> said, List<Figure> figures, Map<String, String> notes) {
    double rate = Jvm.median(said, "rate");
    figures.add(
        Figure.atLeast("mails to case, answered", number(rate) + " /s", "", rate, " /s", 20, 20));
    double before = Jvm.median(said, "heap-before");
    double grown = Jvm.median(said, "heap") - before;
    figures.add(
        Figure.atMost(
            "mails to case, heap grown",
            number(before + grown) + " MB",
            number(before) + " MB before",
            grown,
            " MB",
            30,
            15));
    for (String page : List.of("sign-in", "status")) {
      double p99 = Jvm.median(said, page + "-p99");
      figures.add(
          Figure.atMost(
              page + " page, p99",
              number(Jvm.median(said, page + "-p50")) + " ms median, " + number(p99) + " ms p99",
              "",
              p99,
              " ms",
              50,
              50));
    }
    notes.put(
        "mails to case, answered",
        "1,000 mails with a PDF of 1 MB each laid into the mailbox of a real IMAP server ("
            + (Jvm.median(said, "dovecot") > 0 ? "Dovecot" : "GreenMail, for want of Dovecot")
            + ") at once, until the last answer is at the sink and the last case open; heap after a collection, before and after. Processor milliseconds for each mail: "
            + spent(said, "")
            + ", "
            + number(Jvm.median(said, "cpu-started"))
            + " in the IMAP server.");
    notes.put(
        "sign-in and status page",
        "50 users without a pause between their requests for eight seconds, after 25 seconds in which the JVM compiles what these pages need; load generator and product on the same cores; "
            + number(Jvm.median(said, "sign-in-rate"))
            + " and "
            + number(Jvm.median(said, "status-rate"))
            + " pages a second. Processor milliseconds for each page: "
            + spent(said, "sign-in-")
            + "; "
            + spent(said, "status-")
            + ".");
  }

  private static void out(List<Jvm.Said> said, List<Figure> figures, Map<String, String> notes) {
    double digests = Jvm.median(said, "digests");
    figures.add(
        Figure.atLeast("digests made", number(digests) + " /s", "", digests, " /s", 2_000, 2_000));
    double bare = Jvm.median(said, "bare");
    double sent = Jvm.median(said, "sent");
    figures.add(
        Figure.atLeast(
            "digests sent",
            number(sent) + " /s",
            number(bare) + " /s bare Angus Mail loop",
            100 * sent / bare,
            " %",
            60,
            60));
    notes.put(
        "digests",
        "100,000 recipients with three notices each; sent in three rounds, in turn with a loop over one connection to the same sink that keeps no account; the product claims, sends over two connections, notes each mail in a file and settles batches in the database. The heap had "
            + number(Jvm.median(said, "news-heap"))
            + " MB afterwards. Processor milliseconds for each mail: "
            + spent(said, "sent-")
            + "; "
            + number(Jvm.median(said, "bare-cpu-jvm"))
            + " of the bare loop.");
  }

  private static String spent(List<Jvm.Said> said, String of) {
    return number(Jvm.median(said, of + "cpu-jvm"))
        + " in the product and "
        + number(Jvm.median(said, of + "cpu-database"))
        + " in the database";
  }
}
