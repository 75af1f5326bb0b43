package eu.metacluster.intake;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the letters that went to an address, the newest first. */
final class Post {

  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

  private final JdbcClient jdbc;

  Post(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<String> to(String address) {
    return jdbc.sql(
            """
            select subject || E'\\n' || body from platform.mail where recipient = ?
            order by created_at desc, id desc""")
        .param(address)
        .query(String.class)
        .list();
  }

  /** The path of the newest link to an address that begins like this. */
  String link(String address, String begin) {
    for (String letter : to(address)) {
      Matcher links = LINK.matcher(letter);
      while (links.find()) {
        if (links.group(1).startsWith(begin)) {
          return links.group(1);
        }
      }
    }
    throw new AssertionError("no link " + begin + " in " + to(address));
  }
}
