package eu.metacluster.screening.cases;

import eu.metacluster.platform.Striking;
import eu.metacluster.shared.PersonWords;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of what cases keep of their records' texts: an ended case is not read from the
 * grid again, and would name the person for ever.
 */
@Component
public class CaseWords {

  private final JdbcClient jdbc;
  private final Striking striking;

  CaseWords(JdbcClient jdbc, Striking striking) {
    this.jdbc = jdbc;
    this.striking = striking;
  }

  /** Strikes the person from the cases of these records, and from what says whom they resemble. */
  @Transactional
  public void strike(Collection<UUID> records, PersonWords words) {
    UUID[] ids = records.toArray(UUID[]::new);
    List<UUID> files =
        jdbc.sql(
                """
                select case_id from screening.case_member where record = any(:ids)
                union select id from screening.case where lead = any(:ids)""")
            .param("ids", ids)
            .query(UUID.class)
            .list();
    striking.strikeOf(words, "screening.case", "id", files, "title", "acronym", "words", "reading");
    striking.strikeOf(words, "screening.suggestion", "one", records, "reasons");
    striking.strikeOf(words, "screening.suggestion", "other", records, "reasons");
    jdbc.sql(
            """
            delete from screening.likeness where record = any(:ids) and exists (
              select from unnest(:names::text[]) name where position(name in key) > 0)""")
        .param("ids", ids)
        .param("names", folded(words))
        .update();
    jdbc.sql(
            """
            delete from screening.likeness where record = any(:ids) and exists (
              select from unnest(:names::text[]) name
              where position(' ' || name || ' ' in ' ' || key || ' ') > 0)""")
        .param("ids", ids)
        .param("names", words.singles().stream().map(Likeness::folded).toArray(String[]::new))
        .update();
  }

  private static String[] folded(PersonWords words) {
    return words.names().stream()
        .flatMap(name -> Arrays.asList(name, reversed(name)).stream())
        .map(Likeness::folded)
        .toArray(String[]::new);
  }

  private static String reversed(String name) {
    return String.join(" ", Arrays.asList(name.split(" ", -1)).reversed());
  }
}
