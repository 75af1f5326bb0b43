package eu.metacluster.screening.rescoring;

import eu.metacluster.grid.RecordText;
import eu.metacluster.grid.RecordTexts;
import eu.metacluster.screening.cases.Candidate;
import eu.metacluster.screening.meaning.Meanings;
import eu.metacluster.screening.scope.WaitingText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts of cases with their vectors, as far as these are there. */
@Component
class WaitingTexts {

  /** How many texts a scope is fitted to. */
  static final int SAMPLE = 4_000;

  private static final int AT_ONCE = 1_000;

  private final JdbcClient jdbc;
  private final RecordTexts texts;
  private final Meanings meanings;

  WaitingTexts(JdbcClient jdbc, RecordTexts texts, Meanings meanings) {
    this.jdbc = jdbc;
    this.texts = texts;
    this.meanings = meanings;
  }

  /**
   * How many cases could be fitted to.
   *
   * @param looked how many of them have been looked at for vectors
   */
  record Size(int texts, int looked) {}

  Size size() {
    return jdbc.sql(
            """
            select least(count(*), :most) as texts, least(count(m.record), :most) as looked
            from screening.case c left join screening.meaning m on m.record = c.lead
            where c.state in ('open', 'decided')""")
        .param("most", SAMPLE)
        .query((row, n) -> new Size(row.getInt("texts"), row.getInt("looked")))
        .single();
  }

  /** The first records of open and decided cases in an order that has nothing to do with them. */
  List<WaitingText> sample(@Nullable String model) {
    List<UUID> leads =
        jdbc.sql(
                """
                select lead from screening.case where state in ('open', 'decided')
                order by md5(id::text) limit :most""")
            .param("most", SAMPLE)
            .query(UUID.class)
            .list();
    List<WaitingText> sample = new ArrayList<>();
    for (int at = 0; at < leads.size(); at += AT_ONCE) {
      sample.addAll(of(leads.subList(at, Math.min(leads.size(), at + AT_ONCE)), model).values());
    }
    return sample;
  }

  /**
   * The texts of these records, those that are gone left out.
   *
   * @param model whose vectors to give, null for none
   */
  Map<UUID, WaitingText> of(Collection<UUID> records, @Nullable String model) {
    Map<UUID, float[]> vectors = model == null ? Map.of() : meanings.of(records, model);
    Map<UUID, WaitingText> found = new HashMap<>();
    for (RecordText text : texts.texts(records)) {
      found.put(text.id(), new WaitingText(Candidate.scopeText(text), vectors.get(text.id())));
    }
    return found;
  }
}
