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
import org.springframework.transaction.annotation.Transactional;

/** The vectors of waiting records: makes those that are missing, keeps them, and gives them out. */
@Component
public class Meanings {

  private final JdbcClient jdbc;
  private final RecordTexts texts;
  private final Embeddings embeddings;

  Meanings(JdbcClient jdbc, RecordTexts texts, Embeddings embeddings) {
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

  /** Makes the vectors of these records, except those that the same text has already. */
  @Transactional
  public void make(Collection<UUID> records) {
    Map<UUID, String> words = new LinkedHashMap<>();
    for (RecordText text : texts.texts(records)) {
      words.put(text.id(), words(Candidate.scopeText(text)));
    }
    Map<String, String> missing = new LinkedHashMap<>();
    words.values().forEach(text -> missing.put(hash(text), text));
    missing.keySet().removeAll(known(missing.keySet()));
    List<String> hashes = new ArrayList<>(missing.keySet());
    List<@Nullable Meaning> made = embeddings.of(List.copyOf(missing.values()));
    for (int i = 0; i < hashes.size(); i++) {
      Meaning meaning = made.get(i);
      if (meaning != null) {
        keep(hashes.get(i), meaning);
      }
    }
    words.forEach((record, text) -> link(record, hash(text)));
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

  private void link(UUID record, String hash) {
    jdbc.sql(
            """
            insert into screening.meaning (record, digest, text)
            select c.lead, c.digest, :text from screening.case c
            where c.lead = :record order by (c.state = 'open') desc limit 1
            on conflict (record) do update set digest = excluded.digest, text = excluded.text""")
        .param("record", record)
        .param("text", hash)
        .update();
  }
}
