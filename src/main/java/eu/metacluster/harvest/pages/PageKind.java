package eu.metacluster.harvest.pages;

import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.schema.Thing;
import eu.metacluster.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kind of thing a page is about: as set, or by the type that it gives itself. */
final class PageKind {

  private static final Set<RecordKind> ALLOWED =
      Set.of(
          RecordKind.NEWS,
          RecordKind.EVENT,
          RecordKind.TRAINING,
          RecordKind.CALL,
          RecordKind.OUTPUT,
          RecordKind.PRACTICE,
          RecordKind.PROJECT,
          RecordKind.ORGANISATION,
          RecordKind.PROGRAMME,
          RecordKind.INITIATIVE);

  private static final Map<String, RecordKind> BY_TYPE =
      Map.ofEntries(
          Map.entry("NewsArticle", RecordKind.NEWS),
          Map.entry("Article", RecordKind.NEWS),
          Map.entry("BlogPosting", RecordKind.NEWS),
          Map.entry("Report", RecordKind.OUTPUT),
          Map.entry("ScholarlyArticle", RecordKind.OUTPUT),
          Map.entry("MedicalScholarlyArticle", RecordKind.OUTPUT),
          Map.entry("Book", RecordKind.OUTPUT),
          Map.entry("Thesis", RecordKind.OUTPUT),
          Map.entry("Dataset", RecordKind.OUTPUT),
          Map.entry("SoftwareSourceCode", RecordKind.OUTPUT),
          Map.entry("SoftwareApplication", RecordKind.OUTPUT),
          Map.entry("ResearchProject", RecordKind.PROJECT),
          Map.entry("Project", RecordKind.PROJECT));

  private static final Map<String, String> SORTS =
      Map.of(
          "Report", "report",
          "ScholarlyArticle", "journal article",
          "MedicalScholarlyArticle", "journal article",
          "Book", "book",
          "Thesis", "thesis",
          "Dataset", "dataset",
          "SoftwareSourceCode", "software",
          "SoftwareApplication", "software");

  private PageKind() {}

  /**
   * The kind by the word that a person set; null when nothing is set.
   *
   * @throws Refusal for another word
   */
  static @Nullable RecordKind set(String word) {
    if (word.isBlank()) {
      return null;
    }
    String plain = word.strip().toLowerCase(Locale.ROOT);
    return ALLOWED.stream()
        .filter(kind -> kind.word().equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    Refusal.Kind.BAD_INPUT, "MC-1468", "harvest.refusal.kind_of_pages", word));
  }

  /** The thing that the page is about; null when it does not say. */
  static @Nullable Thing main(List<Thing> things) {
    return things.stream()
        .filter(thing -> thing.types().stream().anyMatch(BY_TYPE::containsKey))
        .findFirst()
        .orElse(null);
  }

  static RecordKind of(Thing thing) {
    return thing.types().stream()
        .filter(BY_TYPE::containsKey)
        .map(BY_TYPE::get)
        .findFirst()
        .orElse(RecordKind.NEWS);
  }

  /** Which sort of output it is; empty when it is none. */
  static String sort(Thing thing) {
    return thing.types().stream().filter(SORTS::containsKey).map(SORTS::get).findFirst().orElse("");
  }
}
