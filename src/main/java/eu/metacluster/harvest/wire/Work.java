package eu.metacluster.harvest.wire;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** What a source states about one publication, dataset, software or lesson, made clean. */
public final class Work {

  /** Papers of large collaborations name thousands; the rest stays in the snapshot. */
  private static final int AUTHORS = 100;

  private static final int KEYWORDS = 2000;

  private final Facts facts = new Facts();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> keywords = new LinkedHashSet<>();
  private String sort = "";
  private String grouped = "";
  private boolean named;

  /** Its title; a second one is another name of it. */
  public void title(String raw) {
    String title = Prose.line(raw);
    facts.add(titled() ? Field.ALIAS : Field.TITLE, title);
  }

  /** Whether it has a title. */
  public boolean titled() {
    return !facts.lacks(Field.TITLE);
  }

  /** What it is about; the first counts. */
  public void summary(String raw) {
    once(Field.SUMMARY, Prose.text(raw));
  }

  public void author(String raw) {
    String name = Prose.name(raw);
    if (!name.isEmpty()) {
      authors.add(name);
    }
  }

  public void keyword(String raw) {
    String word = Prose.name(raw);
    if (!word.isEmpty()) {
      keywords.add(word);
    }
  }

  /** When it was published, in any writing in numbers; the first counts. */
  public void published(String raw) {
    once(Field.PUBLISHED_ON, Dates.iso(raw));
  }

  /** What sort it is; the first word that says more than that it is a text counts. */
  public void sort(String raw) {
    String known = Sorts.of(raw);
    sort = sort.isEmpty() ? known : sort;
    grouped = grouped.isEmpty() ? Prose.name(raw).toLowerCase(Locale.ROOT) : grouped;
  }

  public void language(String raw) {
    facts.add(Field.LANGUAGE, Languages.iso(raw));
  }

  public void container(String raw) {
    once(Field.CONTAINER, Prose.line(raw));
  }

  public void publisher(String raw) {
    once(Field.PUBLISHER, Prose.line(raw));
  }

  public void licence(String raw) {
    facts.add(Field.LICENCE, Licences.of(raw));
  }

  /** Its DOI, when the text holds one; the first counts. */
  public void doi(String raw) {
    String doi = Names.doi(raw);
    if (!doi.isEmpty() && facts.lacks(Field.DOI)) {
      facts.add(Field.DOI, doi);
      facts.identify(Scheme.DOI, doi);
    }
  }

  /** Another DOI that stands for the same work, such as that of all its versions. */
  public void alsoDoi(String raw) {
    facts.identify(Scheme.DOI, Names.doi(raw));
  }

  /** Its PubMed number; the first counts. */
  public void pmid(String raw) {
    if (raw.matches("\\d{1,9}") && !named) {
      named = true;
      facts.identify(Scheme.PMID, raw);
    }
  }

  public void address(String raw) {
    facts.add(Field.URL, Names.address(raw));
  }

  /** A grant of the Union that it came from. */
  public void grant(String number) {
    facts.add(Field.FUNDED_BY, number);
  }

  /** A further fact with its label. */
  public void detail(String label, String raw) {
    String value = Prose.line(raw);
    if (!value.isEmpty()) {
      facts.add(Field.DETAIL, Prose.line(label + ": " + value));
    }
  }

  private void once(Field field, String value) {
    if (facts.lacks(field)) {
      facts.add(field, value);
    }
  }

  /** Seals it under the source's own name for it. */
  public Finding sealed(RecordKind kind, String key, Locator at) {
    facts.add(Field.SORT, sort.isEmpty() ? grouped : sort);
    authors.stream().limit(AUTHORS).forEach(name -> facts.add(Field.AUTHOR, name));
    if (authors.size() > AUTHORS) {
      detail("Authors", authors.size() + ", the first " + AUTHORS + " are listed");
    }
    StringBuilder words = new StringBuilder();
    for (String word : keywords) {
      if (words.length() + word.length() < KEYWORDS) {
        words.append(words.isEmpty() ? "" : ", ").append(word);
      }
    }
    facts.add(Field.KEYWORDS, words.toString());
    return facts.sealed(kind, key, at);
  }
}
