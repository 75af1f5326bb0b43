package eu.metacluster.screening.meaning;

import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.platform.model.Vectors;
import eu.metacluster.screening.cases.Candidate;
import eu.metacluster.screening.meaning.Embeddings.Meaning;
import eu.metacluster.screening.scope.ScopeText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The vectors of waiting records: makes those that are missing, keeps them, and gives them out. */
@Component
public class Meanings {

  private final JdbcClient jdbc;
  private final RecordTexts texts;
  private final Embeddings embeddings;
  private final TransactionTemplate transaction;

  Meanings(
      JdbcClient jdbc, RecordTexts texts, Embeddings embeddings, TransactionTemplate transaction) {
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.texts = texts;
    this.embeddings = embeddings;
  }

  /**
   * The vectors of these records by one model, as far as they are there.
   *
   * @param model {@link Meaning#model()}
   */
  public Map<UUID, float[]> of(Collection<UUID> records, String model) {
    Map<UUID, float[]> found = new HashMap<>();
    jdbc.sql(
            """
            select m.record, e.vector from screening.meaning m
            join screening.embedding e on e.text = m.text and e.model = :model
            where m.record = any(:records)""")
        .param("model", model)
        .param("records", records.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    found.put(
                        row.getObject("record", UUID.class), Vectors.of(row.getBytes("vector"))));
    return found;
  }

  /**
   * Leads of open cases whose text has not been looked at since it changed, the most useful first.
   *
   * @param least the probability of being in scope from which a text is worth it
   */
  List<UUID> waiting(double least, int most) {
    return jdbc.sql(
            """
            select c.lead from screening.case c
            left join screening.meaning m on m.record = c.lead and m.digest = c.digest
            where c.state = 'open' and c.p_any >= :least and m.record is null
            order by c.usefulness desc, c.id limit :most""")
        .param("least", least)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Whether a case was opened or read again within the last seconds: an import is going on. */
  boolean busy(int seconds) {
    return jdbc.sql(
            "select exists (select 1 from screening.case where read_at > now() - make_interval(secs => :s))")
        .param("s", seconds)
        .query(Boolean.class)
        .single();
  }

  /**
   * Makes the vectors of these records, except those that the same text has already. No connection
   * is held while the model computes: what is read and what is written are two transactions. A text
   * that changes meanwhile is found waiting again.
   */
  public void make(Collection<UUID> records) {
    Map<UUID, String> words = new LinkedHashMap<>();
    Map<UUID, byte[]> digests = digests(records);
    for (RecordText text : texts.texts(records)) {
      words.put(text.id(), words(Candidate.scopeText(text)));
    }
    Map<String, String> missing = new LinkedHashMap<>();
    words.values().forEach(text -> missing.put(hash(text), text));
    missing.keySet().removeAll(known(missing.keySet()));
    List<String> hashes = new ArrayList<>(missing.keySet());
    List<@Nullable Meaning> made = embeddings.of(List.copyOf(missing.values()));
    transaction.executeWithoutResult(
        status -> {
          keep(hashes, made);
          digests.forEach((record, digest) -> link(record, digest, words.get(record)));
        });
  }

  private void keep(List<String> hashes, List<@Nullable Meaning> made) {
    for (int i = 0; i < hashes.size(); i++) {
      Meaning meaning = made.get(i);
      if (meaning != null) {
        keep(hashes.get(i), meaning);
      }
    }
  }

  /** By what the texts are known that are read now; a record without a case has none. */
  private Map<UUID, byte[]> digests(Collection<UUID> records) {
    Map<UUID, byte[]> digests = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (c.lead) c.lead, c.digest from screening.case c
            where c.lead = any(:records) order by c.lead, (c.state = 'open') desc""")
        .param("records", records.toArray(UUID[]::new))
        .query(
            (RowCallbackHandler)
                row -> digests.put(row.getObject("lead", UUID.class), row.getBytes("digest")));
    return digests;
  }

  /** What a record's vector is made of: its title and its text. */
  static String words(ScopeText text) {
    return text.objective().isBlank()
        ? text.title() + ". " + text.keywords()
        : text.title() + ". " + text.objective();
  }

  static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> known(Collection<String> hashes) {
    return jdbc.sql("select distinct text from screening.embedding where text = any(:hashes)")
        .param("hashes", hashes.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private void keep(String hash, Meaning meaning) {
    jdbc.sql(
            """
            insert into screening.embedding (text, model, language, vector)
            values (:text, :model, :language, :vector) on conflict do nothing""")
        .param("text", hash)
        .param("model", meaning.model())
        .param("language", meaning.language())
        .param("vector", Vectors.bytes(meaning.vector()))
        .update();
  }

  /**
   * Notes that a record was looked at.
   *
   * @param words its text; null when the record is gone, so that it does not wait for ever
   */
  private void link(UUID record, byte[] digest, @Nullable String words) {
    jdbc.sql(
            """
            insert into screening.meaning (record, digest, text) values (:record, :digest, :text)
            on conflict (record) do update set digest = excluded.digest, text = excluded.text""")
        .param("record", record)
        .param("digest", digest)
        .param("text", words == null ? "" : hash(words))
        .update();
  }
}
