package eu.metacluster.discovery.plain;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.OpenRecord;
import eu.metacluster.grid.OpenRecords;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Striking;
import eu.metacluster.platform.web.PageHead;
import eu.metacluster.shared.PersonWords;
import eu.metacluster.shared.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Summaries in plain words by record. What was released is shown as long as the text is the one
 * that it was drafted from.
 */
@Component
public class PlainTexts implements PageHead {

  private static final Logger LOG = LoggerFactory.getLogger(PlainTexts.class);
  private static final long LOOK_EVERY = 5_000_000_000L;

  private final JdbcClient jdbc;
  private final OpenRecords open;
  private final Journal journal;
  private final Drafter drafter;
  private volatile long generation;
  private volatile long lookedAt = System.nanoTime() - LOOK_EVERY;

  PlainTexts(JdbcClient jdbc, OpenRecords open, Journal journal, Drafter drafter) {
    this.drafter = drafter;
    this.jdbc = jdbc;
    this.open = open;
    this.journal = journal;
  }

  /**
   * What may be passed on of a public record, and so may be said in plain words.
   *
   * @param digest changes with the title or the text
   */
  record Source(String title, String text, String digest) {}

  /** What there is to draft from; empty when the record is not public or says nothing open. */
  Optional<Source> source(UUID record) {
    OpenRecord one = open.of(List.of(record)).get(record);
    String title = one == null ? null : one.title();
    if (one == null || title == null) {
      return Optional.empty();
    }
    return one.shown().getOrDefault(Field.SUMMARY, List.of()).stream()
        .findFirst()
        .map(text -> new Source(title, text, digest(title, text)));
  }

  /** Whether a server can be asked for drafts. */
  public boolean on() {
    return drafter.on();
  }

  /** What is released about a record, if it still belongs to its text. */
  public Optional<PlainText> shown(UUID record) {
    return find(record)
        .filter(one -> one.shownAt() != null)
        .filter(one -> source(record).filter(now -> now.digest().equals(one.digest())).isPresent());
  }

  /** The draft about a record, released or not. */
  Optional<PlainText> find(UUID record) {
    return jdbc.sql("select * from discovery.plain_text where record = :record")
        .param("record", record)
        .query(PlainTexts::read)
        .optional();
  }

  /** Keeps a new draft in place of what there was; what was released is shown no longer. */
  @Transactional
  public void keep(UUID record, String digest, String model, String draft) {
    if (find(record).filter(one -> one.shownAt() != null).isPresent()) {
      journal.append(new NewEntry("discovery.plain-text-removed", record, null, Map.of()));
    }
    jdbc.sql(
            """
            insert into discovery.plain_text (record, digest, model, draft)
            values (:record, :digest, :model, :draft)
            on conflict (record) do update set digest = excluded.digest, model = excluded.model,
              draft = excluded.draft, drafted_at = now(), text = null, shown_at = null,
              changed = nextval('discovery.plain_text_change')""")
        .param("record", record)
        .param("digest", digest)
        .param("model", model)
        .param("draft", draft)
        .update();
    again();
  }

  /**
   * Releases a text, as it was drafted or as a person changed it.
   *
   * @throws Refusal when there is no draft of the text as it is now, or nothing is left of it
   */
  @Transactional
  public void show(UUID actor, UUID record, String text) {
    String clean = Answers.clean(text);
    if (clean.isEmpty() || clean.length() > Drafter.LONGEST) {
      throw new Refusal(
          Refusal.Kind.BAD_INPUT, "MC-1676", "discovery.plain.error.MC-1676", Drafter.LONGEST);
    }
    if (!release(record, source(record).map(Source::digest).orElse(""), clean)) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1677", "discovery.plain.error.MC-1677");
    }
    journal.append(new NewEntry("discovery.plain-text-shown", record, actor, Map.of()));
    again();
  }

  private boolean release(UUID record, String digest, String text) {
    return jdbc.sql(
                """
                update discovery.plain_text set text = :text, shown_at = now(),
                  changed = nextval('discovery.plain_text_change')
                where record = :record and digest = :digest""")
            .param("text", text)
            .param("record", record)
            .param("digest", digest)
            .update()
        > 0;
  }

  /** Takes the text off the page, and throws the draft away. */
  @Transactional
  public void remove(UUID actor, UUID record) {
    int gone =
        jdbc.sql(
                """
                update discovery.plain_text set text = null, shown_at = null, draft = '',
                  changed = nextval('discovery.plain_text_change') where record = :record""")
            .param("record", record)
            .update();
    if (gone > 0) {
      journal.append(new NewEntry("discovery.plain-text-removed", record, actor, Map.of()));
      again();
    }
  }

  /** Strikes the names of a person who is forgotten, wherever somebody wrote them. */
  void strike(PersonWords words, Striking striking) {
    striking.strike(words, "discovery.plain_text", "draft", "text");
    jdbc.sql(
            "update discovery.plain_text set changed = nextval('discovery.plain_text_change')"
                + " where shown_at is not null")
        .update();
    again();
  }

  @Override
  public String of(String path) {
    return "";
  }

  /** Looked up every few seconds at most, so that other nodes follow, too. */
  @Override
  public long generation() {
    if (System.nanoTime() - lookedAt > LOOK_EVERY) {
      lookedAt = System.nanoTime();
      try {
        generation =
            jdbc.sql("select coalesce(max(changed), 0) from discovery.plain_text")
                .query(Long.class)
                .single();
      } catch (DataAccessException e) {
        LOG.warn("Whether summaries in plain words have changed cannot be seen now", e);
      }
    }
    return generation;
  }

  private void again() {
    lookedAt = System.nanoTime() - LOOK_EVERY;
  }

  private static String digest(String title, String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((title + "\0" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PlainText read(ResultSet row, int n) throws SQLException {
    @Nullable Timestamp shown = row.getTimestamp("shown_at");
    return new PlainText(
        row.getString("digest"),
        row.getString("model"),
        row.getString("draft"),
        row.getTimestamp("drafted_at").toInstant(),
        row.getString("text"),
        shown == null ? null : shown.toInstant());
  }
}
