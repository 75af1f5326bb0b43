package eu.metacluster.harvest.oai;

import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.wire.Dates;
import eu.metacluster.harvest.wire.Names;
import eu.metacluster.harvest.wire.Work;
import eu.metacluster.harvest.wire.Xml;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Simple Dublin Core, in which the values say themselves what they are. */
final class DublinCore implements Statement {

  private static final String EU_REPO = "info:eu-repo/";
  private static final String ACCESS = "info:eu-repo/semantics/";

  private final Work work = new Work();

  /** Days before the months and years that they lie in. */
  private final Set<String> dates =
      new TreeSet<>(
          Comparator.comparing((String d) -> d.substring(0, 4))
              .thenComparing(Comparator.comparing(String::length).reversed())
              .thenComparing(Comparator.naturalOrder()));

  private final Set<String> stamps = new TreeSet<>();
  private final Set<String> types = new LinkedHashSet<>();

  private DublinCore() {}

  static DublinCore read(Xml xml) throws IOException {
    DublinCore dc = new DublinCore();
    while (xml.child()) {
      dc.element(xml.name(), xml.text());
    }
    dc.settle();
    return dc;
  }

  private void element(String name, String value) {
    switch (name) {
      case "title" -> work.title(value);
      case "creator" -> work.author(value);
      case "subject" -> work.keyword(value);
      case "description" -> work.summary(value);
      case "publisher" -> work.publisher(value);
      case "source" -> work.container(value);
      case "language" -> work.language(value);
      case "date" -> date(value);
      case "type" -> types.add(value);
      case "identifier" -> identifier(value);
      case "relation" -> work.grant(Names.agreement(value));
      case "rights" -> rights(value);
      default -> {}
    }
  }

  private void date(String value) {
    String date = value.startsWith(EU_REPO) ? "" : Dates.iso(value);
    if (!date.isEmpty()) {
      (value.indexOf('T') > 0 ? stamps : dates).add(date);
    }
  }

  private void identifier(String value) {
    String doi = Names.doi(value);
    if (doi.isEmpty()) {
      work.pmid(Names.pmid(value));
      work.address(value);
    } else {
      work.doi(doi);
    }
  }

  private void rights(String value) {
    if (value.startsWith(ACCESS)) {
      String words = value.substring(ACCESS.length()).replaceAll("(?<=[a-z])(?=[A-Z])", " ");
      work.detail("Access", words.toLowerCase(Locale.ROOT));
    } else {
      work.licence(value);
    }
  }

  /** Of several dates the earliest; those with a time are marks of the repository's own work. */
  private void settle() {
    dates.stream().limit(1).forEach(work::published);
    stamps.stream().limit(1).forEach(work::published);
    types.forEach(work::sort);
  }

  @Override
  public boolean titled() {
    return work.titled();
  }

  @Override
  public Finding sealed(String key, Locator at) {
    return work.sealed(RecordKind.OUTPUT, key, at);
  }
}
