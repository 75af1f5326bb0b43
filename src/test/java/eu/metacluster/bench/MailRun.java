package eu.metacluster.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eu.metacluster.support.DovecotServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Mails with a document of a megabyte each lie in a mailbox; until each is a case and its sender
 * has an answer. Then fifty people look at the page for signing in, and at where a case stands. In
 * a JVM of its own with the product's settings; mailbox and sink are processes of their own.
 */
final class MailRun {

  private static final int MAILS = Integer.getInteger("bench.mails", 1_000);
  private static final int WARM = 100;
  private static final int PADDING = 1 << 20;
  private static final int USERS = 50;
  private static final int WARM_SECONDS = Integer.getInteger("bench.warm", 25);
  private static final List<String> TRADE =
      List.of("ctDNA", "lung", "cancer", "patients", "therapy", "biomarker", "trial", "sequencing");

  private final Path folder;
  private final int sink;
  private final @Nullable DovecotServer dovecot;
  private final byte[] padding = new byte[PADDING];

  private MailRun(Path folder, int sink, @Nullable DovecotServer dovecot) {
    this.folder = folder;
    this.sink = sink;
    this.dovecot = dovecot;
    new Random(1).nextBytes(padding);
  }

  /** Arguments: an empty data folder, the port of a sink. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    try (DovecotServer dovecot = DovecotServer.start()) {
      System.out.println("mails dovecot 1");
      new MailRun(folder, Integer.parseInt(args[1]), dovecot).measure(dovecot.port());
    } catch (TestAbortedException e) {
      System.err.println("  " + e.getMessage() + " GreenMail stands in.");
      System.out.println("mails dovecot 0");
      GreenMail box = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
      box.start();
      box.setUser(DovecotServer.USER, DovecotServer.USER, DovecotServer.PASSWORD);
      new MailRun(folder, Integer.parseInt(args[1]), null).measure(box.getImap().getPort());
    }
    System.exit(0);
  }

  private void measure(int port) throws Exception {
    try (Product product =
        Product.start(
            folder.resolve("data"),
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + sink,
            "--metacluster.mailbox.host=127.0.0.1",
            "--metacluster.mailbox.protocol=imap",
            "--metacluster.mailbox.port=" + port,
            "--metacluster.mailbox.user=" + DovecotServer.USER,
            "--metacluster.mailbox.password=" + DovecotServer.PASSWORD)) {
      round(product, port, 0, WARM);
      double before = usedHeap();
      double seconds = round(product, port, WARM, MAILS);
      System.out.println("mails rate " + MAILS / seconds);
      System.out.println("mails heap-before " + before);
      System.out.println("mails heap " + usedHeap());
      pages(product);
    }
  }

  private static double usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
  }

  /** Seconds from the first mail in the box to the last answer out and the last case open. */
  private double round(Product product, int port, int first, int mails) throws Exception {
    long answers = MailSink.count(sink) + mails;
    JdbcClient jdbc = product.bean(JdbcClient.class);
    long cases = cases(jdbc) + mails;
    Path staged = Files.createDirectories(folder.resolve("staged" + first));
    for (int i = first; i < first + mails; i++) {
      Files.write(staged.resolve("1000000000." + i + ".bench"), mail(i));
    }
    Spent spent = new Spent(folder.resolve("data"));
    long begin = System.nanoTime();
    deliver(staged, port);
    while (MailSink.count(sink) < answers || cases(jdbc) < cases) {
      Thread.sleep(50);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (first > 0) {
      spent.say("mails ", mails);
    }
    return seconds;
  }

  private static long cases(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from screening.case_member").query(Long.class).single();
  }

  private void deliver(Path staged, int port) throws Exception {
    List<Path> mails;
    try (var files = Files.list(staged)) {
      mails = files.sorted().toList();
    }
    if (dovecot == null) {
      append(mails, port);
      return;
    }
    Path fresh = dovecot.maildir().resolve("new");
    while (!Files.isDirectory(fresh)) {
      Thread.sleep(20);
    }
    for (Path mail : mails) {
      if (System.getProperty("user.name").equals("root")) {
        Files.setOwner(
            mail,
            mail.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("mail"));
      }
      Files.move(mail, fresh.resolve(mail.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void append(List<Path> mails, int port) throws Exception {
    jakarta.mail.Session session = jakarta.mail.Session.getInstance(new java.util.Properties());
    try (jakarta.mail.Store store = session.getStore("imap")) {
      store.connect("127.0.0.1", port, DovecotServer.USER, DovecotServer.PASSWORD);
      for (Path mail : mails) {
        try (var in = Files.newInputStream(mail)) {
          store
              .getFolder("INBOX")
              .appendMessages(
                  new jakarta.mail.Message[] {new jakarta.mail.internet.MimeMessage(session, in)});
        }
      }
    }
  }

  private byte[] mail(int number) throws IOException {
    String head =
        """
        From: Maria <sender%1$d@example.org>
        To: intake@metacluster.test
        Subject: Project %1$d
        Message-ID: <bench-%1$d@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="between"

        --between
        Content-Type: text/plain; charset=utf-8

        Dear all, here is what we do in our project %1$d. The documents say the rest.
        --between
        Content-Type: application/pdf; name="project.pdf"
        Content-Disposition: attachment; filename="project.pdf"
        Content-Transfer-Encoding: base64

        """
            .formatted(number)
            .replace("\n", "\r\n");
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.write(head.getBytes(StandardCharsets.US_ASCII));
    mail.write(Base64.getMimeEncoder().encode(pdf(number)));
    mail.write("\r\n--between--\r\n".getBytes(StandardCharsets.US_ASCII));
    return mail.toByteArray();
  }

  /** A few pages of words, and something that cannot be pressed as pictures cannot. */
  private byte[] pdf(int number) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < 4; page++) {
        page(document, number, page);
      }
      document
          .getPage(0)
          .getCOSObject()
          .setItem("Padding", new PDStream(document, new java.io.ByteArrayInputStream(padding)));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void page(PDDocument document, int number, int page) throws IOException {
    PDPage sheet = new PDPage();
    document.addPage(sheet);
    try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
      content.beginText();
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      content.newLineAtOffset(50, 750);
      Random random = new Random(31L * number + page);
      content.showText("Title: " + words(random, 8) + " " + number);
      for (int line = 0; line < 40; line++) {
        content.newLineAtOffset(0, -16);
        content.showText(words(random, 12));
      }
      content.endText();
    }
  }

  /** Words of which some are of the trade, never the same twice. */
  private static String words(Random random, int many) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < many; i++) {
      words.append(i == 0 ? "" : " ");
      words.append(
          random.nextInt(4) == 0
              ? TRADE.get(random.nextInt(TRADE.size()))
              : Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36));
    }
    return words.toString();
  }

  private void pages(Product product) throws Exception {
    String base =
        "http://localhost:" + product.bean(Environment.class).getProperty("local.server.port");
    Path signIn = Files.writeString(folder.resolve("sign-in"), base + "/sign-in\n");
    Path status =
        Files.writeString(
            folder.resolve("status"), base + MailSink.ask(sink, "status").strip() + "\n");
    for (Path page : List.of(signIn, status)) {
      List<String> load =
          Jvm.command(
              List.of("-Xmx256m", "-XX:+UseSerialGC"), LoadRun.class, page, WARM_SECONDS, 8, USERS);
      Spent spent = new Spent(folder.resolve("data"));
      List<Jvm.Said> all = Jvm.run(load, 3);
      for (Jvm.Said said : all) {
        System.out.println("mails " + page.getFileName() + "-" + said.name() + " " + said.value());
      }
      spent.say("mails " + page.getFileName() + "-", (int) Jvm.median(all, "pages"));
    }
  }
}
