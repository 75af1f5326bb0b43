package eu.metacluster.intake.letters;

import eu.metacluster.intake.receiving.Ways;
import eu.metacluster.intake.receiving.Ways.Purpose;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which letters about a submission their reader has ended, with one click and no account. */
@Component
public class Stops {

  private final JdbcClient jdbc;
  private final Ways ways;

  Stops(JdbcClient jdbc, Ways ways) {
    this.jdbc = jdbc;
    this.ways = ways;
  }

  /** Who reads a letter. */
  public enum Reader {
    /** Whoever handed something in, and hears what becomes of it. */
    SENDER(Purpose.STOP_SENDER),
    /** Whoever owns it, and is asked whether it may be shown and is still true. */
    OWNER(Purpose.STOP_OWNER);

    private final Purpose purpose;

    Reader(Purpose purpose) {
      this.purpose = purpose;
    }

    /** The word in the database and in message keys. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a link ends. */
  record Stop(UUID submission, Reader reader) {}

  /** What is behind a link; empty when it was never given out. */
  Optional<Stop> behind(String token) {
    for (Reader reader : Reader.values()) {
      Optional<UUID> submission = ways.opens(reader.purpose, token);
      if (submission.isPresent()) {
        return Optional.of(new Stop(submission.get(), reader));
      }
    }
    return Optional.empty();
  }

  /** The whole address of the link that ends these letters. */
  public String address(UUID submission, Reader reader) {
    return ways.address(reader.purpose, submission);
  }

  /** The headers by which a mail program offers to end them (RFC 8058). */
  public Map<String, String> headers(UUID submission, Reader reader) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("List-Unsubscribe", "<" + address(submission, reader) + ">");
    headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return headers;
  }

  /** Whether the reader has ended them. */
  public boolean stopped(UUID submission, Reader reader) {
    return jdbc.sql(
            """
            select exists (select from intake.letter_stop
              where submission = :submission and reader = :reader)""")
        .param("submission", submission)
        .param("reader", reader.word())
        .query(Boolean.class)
        .single();
  }

  /** Ends them, or lets them come again. */
  @Transactional
  public void set(UUID submission, Reader reader, boolean stopped) {
    jdbc.sql(
            stopped
                ? """
                  insert into intake.letter_stop (submission, reader)
                  select id, :reader from intake.submission where id = :submission
                  on conflict do nothing"""
                : """
                  delete from intake.letter_stop
                  where submission = :submission and reader = :reader""")
        .param("submission", submission)
        .param("reader", reader.word())
        .update();
  }
}
