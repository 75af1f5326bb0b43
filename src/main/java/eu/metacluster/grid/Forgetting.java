package eu.metacluster.grid;

import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Striking;
import eu.metacluster.shared.PersonWords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a person out of what was stated of records. It is the one exception to claims never
 * changing: the claim stays, with its source and its dates, without the words that name the person.
 */
@Component
public class Forgetting {

  private final JdbcClient jdbc;
  private final Striking striking;
  private final Derivation derivation;
  private final Journal journal;

  Forgetting(JdbcClient jdbc, Striking striking, Derivation derivation, Journal journal) {
    this.jdbc = jdbc;
    this.striking = striking;
    this.derivation = derivation;
    this.journal = journal;
  }

  /**
   * Strikes the person from all claims of these records, those that ended too, derives the records
   * anew and tells the journal that it was done, not what it was.
   *
   * @return the records that named the person
   */
  @Transactional
  public Set<UUID> strike(Collection<UUID> records, PersonWords words) {
    Set<UUID> struck = new LinkedHashSet<>();
    for (UUID record : records) {
      if (striking.strikeOf(words, "grid.claim", "record", List.of(record), "value", "evidence")
          > 0) {
        struck.add(record);
      }
    }
    if (struck.isEmpty()) {
      return struck;
    }
    Set<UUID> shown = new LinkedHashSet<>(struck);
    shown.addAll(
        jdbc.sql(
                """
                select merged_into from grid.record
                where id = any(:ids) and merged_into is not null""")
            .param("ids", struck.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
    derivation.derive(shown);
    striking.strikeOf(words, "grid.record", "id", shown, "title", "acronym");
    words.names().forEach(name -> readdress(shown, name));
    words.singles().forEach(name -> readdressWord(shown, name));
    List<NewEntry> entries = new ArrayList<>();
    shown.forEach(
        record -> entries.add(new NewEntry("grid.record-reworded", record, null, Map.of())));
    journal.append(entries);
    return struck;
  }

  /** A name of one word goes where it stands alone between hyphens. */
  private void readdressWord(Collection<UUID> records, String name) {
    String slug = RecordColumns.slug(name);
    if (slug.isEmpty()) {
      return; // of letters that no address has
    }
    jdbc.sql(
            """
            update grid.record set handle = trim(both '-' from
              regexp_replace(handle, '(^|-)' || :slug || '(?=-|$)', '', 'g'))
            where id = any(:ids) and handle ~ ('(^|-)' || :slug || '(-|$)') and handle <> :slug""")
        .param("ids", records.toArray(UUID[]::new))
        .param("slug", slug)
        .update();
  }

  /** A name in an address goes too; that address answers no more, as one that never was. */
  private void readdress(Collection<UUID> records, String name) {
    jdbc.sql(
            """
            update grid.record set handle = trim(both '-' from replace(handle, :slug, ''))
            where id = any(:ids) and position(:slug in handle) > 0""")
        .param("slug", RecordColumns.slug(name))
        .param("ids", records.toArray(UUID[]::new))
        .update();
  }
}
