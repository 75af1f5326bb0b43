package eu.metacluster.bench;

import eu.metacluster.people.notices.NoticeBench;
import eu.metacluster.platform.mail.OutboxBench;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Digests for many people: made, then sent over SMTP in rounds, in turn with a bare loop that sends
 * as many mails of the same size to the same sink and keeps no account of it. In a JVM of its own
 * with the product's settings.
 */
final class NewsRun {

  private static final int PEOPLE = Integer.getInteger("bench.people", 100_000);
  private static final int ROUNDS = 3;
  private static final int WARM = 8_000;

  private NewsRun() {}

  /** Arguments: an empty data folder, the port of a sink. */
  public static void main(String[] args) throws Exception {
    int sink = Integer.parseInt(args[1]);
    try (Product product =
        Product.start(
            Path.of(args[0]),
            "--db-scheduler.enabled=false",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + sink)) {
      JdbcClient jdbc = product.bean(JdbcClient.class);
      people(jdbc);
      digests(product, jdbc, WARM);
      double seconds = digests(product, jdbc, PEOPLE - WARM);
      System.out.println("news digests " + (PEOPLE - WARM) / seconds);
      String text = jdbc.sql("select body from platform.mail limit 1").query(String.class).single();
      jdbc.sql("update platform.mail set next_attempt_at = now() + interval '1 day'").update();
      jdbc.sql("vacuum analyze platform.mail").update();
      int each = (PEOPLE - WARM) / ROUNDS;
      for (int round = 0; round <= ROUNDS; round++) {
        int mails = round == 0 ? WARM : each;
        Spent alone = new Spent(Path.of(args[0]));
        double bare = mails / bare(sink, text, mails);
        alone.say(round + " bare-", mails);
        Spent spent = new Spent(Path.of(args[0]));
        double sent = mails / send(product, jdbc, sink, mails);
        spent.say(round + " sent-", mails);
        System.out.println(round + " bare " + bare);
        System.out.println(round + " sent " + sent);
      }
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.println("news news-heap " + (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
    System.exit(0);
  }

  private static void people(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into people.account (id, email, name, role)
            select gen_random_uuid(), 'reader' || n || '@example.org', 'Reader ' || n, 'MEMBER'
            from generate_series(1, ?) n""")
        .param(PEOPLE)
        .update();
    jdbc.sql(
            """
            insert into people.notice (id, account, topic, subject, body, path)
            select gen_random_uuid(), id, 'harvest.topic.alarms', 'Something happened, part ' || part,
              'Hello, this is what happened.', '/sources'
            from people.account, generate_series(1, 3) part where email like 'reader%'""")
        .update();
    jdbc.sql("analyze people.notice").update();
  }

  private static double digests(Product product, JdbcClient jdbc, int people) {
    jdbc.sql(
            """
            update people.notice set due_at = now() where account in (
              select account from people.notice where mail is null group by account limit ?)""")
        .param(people)
        .update();
    long begin = System.nanoTime();
    int made = NoticeBench.work(product.context());
    if (made != people) {
      throw new IllegalStateException(made + " digests instead of " + people);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static double send(Product product, JdbcClient jdbc, int sink, int mails)
      throws Exception {
    jdbc.sql(
            """
            update platform.mail set next_attempt_at = now() where id in (
              select id from platform.mail where sent_at is null limit ?)""")
        .param(mails)
        .update();
    long expected = MailSink.count(sink) + mails;
    long begin = System.nanoTime();
    OutboxBench.work(product.context());
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (MailSink.count(sink) != expected) {
      throw new IllegalStateException("not every mail arrived once");
    }
    return seconds;
  }

  private static double bare(int sink, String text, int mails) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(sink));
    Session session = Session.getInstance(properties);
    long begin = System.nanoTime();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      for (int i = 0; i < mails; i++) {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("metacluster@localhost"));
        message.setRecipients(
            MimeMessage.RecipientType.TO,
            List.of(new InternetAddress("r" + i + "@example.org")).toArray(InternetAddress[]::new));
        message.setSubject("3 notices", StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.saveChanges();
        transport.sendMessage(message, message.getAllRecipients());
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
