package eu.metacluster.opendata.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import eu.metacluster.opendata.rdf.RdfAnswer;
import eu.metacluster.opendata.rdf.RdfForm;
import eu.metacluster.support.ProductTest;
import eu.metacluster.support.SharedData;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The catalogue against the official shapes of DCAT-AP 3.0.1. Whether a word is really in the EU's
 * tables cannot be told without the network: the shapes read what the catalogue itself says of it.
 */
@ProductTest
class CatalogueShapesTests {

  private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");

  @Autowired eu.metacluster.opendata.described.Publisher publisher;
  @Autowired eu.metacluster.platform.web.Texts texts;
  @Autowired Subject subject;

  private Model model() {
    OfferedFiles.File projects =
        new OfferedFiles.File(
            "project", "/dumps/projects.csv.gz", "csv.gz", 12_345, "ab".repeat(32), AT);
    OfferedFiles.File all =
        new OfferedFiles.File(null, "/dumps/all.parquet", "parquet", 5, "cd".repeat(32), AT);
    return new CatalogueModel(publisher, texts, Licence.ATTRIBUTION, subject)
        .build(
            List.of(
                new Holding(
                    "project",
                    12,
                    AT,
                    AT,
                    LocalDate.of(2014, 1, 1),
                    LocalDate.of(2030, 12, 31),
                    List.of("CORDIS & <co>", "Ω")),
                new Holding("organisation", 3, AT, AT, null, null, List.of())),
            List.of(projects, all),
            List.of(new OfferedFiles.Snapshot(LocalDate.of(2026, 10, 1), List.of(all))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shapes.ttl",
        "range.ttl",
        "shapes_recommended.ttl",
        "mdr-vocabularies.shape.ttl",
        "deprecateduris.ttl"
      })
  void itConformsToTheOfficialShapes(String file) {
    Path path = SharedData.at("standards/dcat-ap/3.0.1/html/shacl").resolve(file);
    Graph shapes = RDFParser.source(path).lang(Lang.TURTLE).toGraph();
    ValidationReport report =
        ShaclValidator.get().validate(Shapes.parse(shapes), model().getGraph());
    List<String> broken =
        report.getEntries().stream()
            .filter(entry -> !knownGap(entry))
            .map(
                entry ->
                    entry.severity().level()
                        + " "
                        + entry.focusNode()
                        + " "
                        + entry.resultPath()
                        + " "
                        + entry.value()
                        + " "
                        + entry.message())
            .toList();
    assertThat(broken).isEmpty();
  }

  /**
   * The publisher is no body of the EU, so it is in none of its tables. The shape warns of it and
   * leaves it to the publisher.
   */
  private static boolean knownGap(ReportEntry entry) {
    return entry.severity().level().getLocalName().equals("Warning")
        && String.valueOf(entry.resultPath()).contains("publisher");
  }

  @Test
  void theShapesFindWhatIsWrong() {
    Graph shapes =
        RDFDataMgr.loadGraph(
            SharedData.at("standards/dcat-ap/3.0.1/html/shacl/shapes.ttl").toString());
    Model wrong = model();
    wrong.removeAll(null, Terms.dct("title"), null);
    assertThat(ShaclValidator.get().validate(Shapes.parse(shapes), wrong.getGraph()).conforms())
        .isFalse();
  }

  @Test
  void everyFormSaysTheSame() {
    Model model = model();
    for (RdfForm form : RdfForm.values()) {
      Model read = ModelFactory.createDefaultModel();
      RDFDataMgr.read(
          read, new ByteArrayInputStream(RdfAnswer.bytes(model, form)), form.format().getLang());
      assertThat(read.isIsomorphicWith(model)).as(form.name()).isTrue();
    }
  }
}
