package eu.metacluster.opendata.catalogue;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.platform.web.Texts;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The catalogue as it is at this moment. */
@Component
class Catalogue {

  private final Holdings holdings;
  private final ObjectProvider<OfferedFiles> files;
  private final Publisher publisher;
  private final Texts texts;
  private final Subject subject;
  private final Licence licence;

  Catalogue(
      Holdings holdings,
      ObjectProvider<OfferedFiles> files,
      Publisher publisher,
      Texts texts,
      Subject subject,
      @Value("${metacluster.open-data.licence:CC-BY-4.0}") String licence) {
    this.holdings = holdings;
    this.files = files;
    this.publisher = publisher;
    this.texts = texts;
    this.subject = subject;
    this.licence =
        Licence.of(licence)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "metacluster.open-data.licence must be CC-BY-4.0, CC0-1.0 or CC-BY-SA-4.0,"
                            + " not "
                            + licence));
  }

  Model model() {
    List<OfferedFiles.File> newest = files.stream().flatMap(f -> f.newest().stream()).toList();
    List<OfferedFiles.Snapshot> kept = files.stream().flatMap(f -> f.kept().stream()).toList();
    return new CatalogueModel(publisher, texts, licence, subject)
        .build(holdings.now(), newest, kept);
  }

  List<Holding> holdings() {
    return holdings.now();
  }
}
