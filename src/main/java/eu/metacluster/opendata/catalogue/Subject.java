package eu.metacluster.opendata.catalogue;

import eu.metacluster.grid.GridSubject;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the catalogue says its data are about: the scope in force. */
@Component
class Subject {

  private final GridSubject grid;
  private final Texts texts;

  Subject(GridSubject grid, Texts texts) {
    this.grid = grid;
    this.texts = texts;
  }

  /** What all of it is, in a sentence. */
  String description(Language language, String publisher) {
    Optional<String> own = grid.described();
    return own.isPresent()
        ? texts.get(language, "opendata.catalogue.description.own", publisher, own.get())
        : texts.get(language, "opendata.catalogue.description", publisher);
  }

  /** Words to find it by, with commas between them. */
  String keywords(Language language) {
    Optional<String> own = grid.described();
    return own.isPresent()
        ? texts.get(language, "opendata.catalogue.keywords.own", own.get().replace(',', ' '))
        : texts.get(language, "opendata.catalogue.keywords");
  }
}
