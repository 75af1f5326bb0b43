package eu.metacluster.opendata.catalogue;

import static eu.metacluster.opendata.catalogue.Terms.DCAT;
import static eu.metacluster.opendata.catalogue.Terms.EU;
import static eu.metacluster.opendata.catalogue.Terms.dcat;
import static eu.metacluster.opendata.catalogue.Terms.dct;

import eu.metacluster.opendata.catalogue.QualityReport.Check;
import eu.metacluster.opendata.catalogue.QualityReport.Dimension;
import eu.metacluster.opendata.described.Publisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.springframework.stereotype.Component;

/**
 * Measures the catalogue as data.europa.eu measures what it harvests (MQA): five dimensions, 405
 * points. Each check is a share of the datasets, or of their distributions, that pass it.
 */
@Component
class Quality {

  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final Set<String> CLOSED = Set.of("XLS", "DOC", "PPT");
  private static final Set<String> FOR_PEOPLE = Set.of("PDF", "DOC", "HTML", "TXT", "JPEG");

  private final Publisher publisher;
  private final AddressCheck reach;

  Quality(Publisher publisher, AddressCheck reach) {
    this.publisher = publisher;
    this.reach = reach;
  }

  QualityReport of(Model model) {
    List<Resource> datasets = typed(model, "Dataset");
    List<Resource> distributions = typed(model, "Distribution");
    return new QualityReport(
        datasets.size(),
        distributions.size(),
        List.of(
            findability(datasets),
            accessibility(distributions),
            interoperability(datasets, distributions),
            reusability(datasets, distributions),
            contextuality(datasets, distributions)),
        publisher.hasContact());
  }

  private static Dimension findability(List<Resource> datasets) {
    return new Dimension(
        "findability",
        List.of(
            has("keyword", 30, datasets, dcat("keyword")),
            has("theme", 30, datasets, dcat("theme")),
            has("spatial", 20, datasets, dct("spatial")),
            has("temporal", 20, datasets, dct("temporal"))));
  }

  private Dimension accessibility(List<Resource> distributions) {
    return new Dimension(
        "accessibility",
        List.of(
            check("accessUrl", 50, distributions, d -> reached(d, dcat("accessURL"))),
            has("downloadUrl", 20, distributions, dcat("downloadURL")),
            check("downloadUrlAnswers", 30, distributions, d -> reached(d, dcat("downloadURL")))));
  }

  private static Dimension interoperability(List<Resource> datasets, List<Resource> distributions) {
    return new Dimension(
        "interoperability",
        List.of(
            has("format", 20, distributions, dct("format")),
            has("mediaType", 10, distributions, dcat("mediaType")),
            check(
                "formatKnown",
                10,
                distributions,
                d -> from(d, dct("format"), EU) && from(d, dcat("mediaType"), IANA)),
            check("openFormat", 20, distributions, d -> !CLOSED.contains(format(d))),
            check("machineReadable", 20, distributions, d -> !FOR_PEOPLE.contains(format(d))),
            check("profile", 30, datasets, Quality::hasWhatIsMandatory)));
  }

  private Dimension reusability(List<Resource> datasets, List<Resource> distributions) {
    return new Dimension(
        "reusability",
        List.of(
            has("licence", 20, distributions, dct("license")),
            check("licenceKnown", 10, distributions, d -> from(d, dct("license"), EU)),
            has("accessRights", 10, datasets, dct("accessRights")),
            check("accessRightsKnown", 5, datasets, d -> from(d, dct("accessRights"), EU)),
            check(
                "contact",
                20,
                datasets,
                d -> d.hasProperty(dcat("contactPoint")) && publisher.hasContact()),
            has("publisher", 10, datasets, dct("publisher"))));
  }

  private static Dimension contextuality(List<Resource> datasets, List<Resource> distributions) {
    return new Dimension(
        "contextuality",
        List.of(
            has("rights", 5, distributions, dct("rights")),
            has("byteSize", 5, distributions, dcat("byteSize")),
            has("issued", 5, datasets, dct("issued")),
            has("modified", 5, datasets, dct("modified"))));
  }

  private static Check has(String key, int points, List<Resource> things, Property property) {
    return check(key, points, things, thing -> thing.hasProperty(property));
  }

  private static Check check(
      String key, int points, List<Resource> things, Predicate<Resource> passes) {
    return new Check(key, points, (int) things.stream().filter(passes).count(), things.size());
  }

  private static boolean hasWhatIsMandatory(Resource dataset) {
    return dataset.hasProperty(dct("title"))
        && dataset.hasProperty(dct("description"))
        && dataset.listProperties(dcat("distribution")).toList().stream()
            .allMatch(each -> each.getResource().hasProperty(dcat("accessURL")));
  }

  private boolean reached(Resource thing, Property property) {
    List<RDFNode> addresses = objects(thing, property);
    return !addresses.isEmpty()
        && addresses.stream().allMatch(each -> reach.answers(each.toString()));
  }

  private static boolean from(Resource thing, Property property, String vocabulary) {
    List<RDFNode> values = objects(thing, property);
    return !values.isEmpty()
        && values.stream().allMatch(each -> each.toString().startsWith(vocabulary));
  }

  private static String format(Resource thing) {
    return objects(thing, dct("format")).stream()
        .map(each -> each.toString().replaceFirst(".*/", ""))
        .findFirst()
        .orElse("");
  }

  private static List<RDFNode> objects(Resource thing, Property property) {
    List<RDFNode> objects = new ArrayList<>();
    thing.listProperties(property).forEach(statement -> objects.add(statement.getObject()));
    return objects;
  }

  private static List<Resource> typed(Model model, String type) {
    return model.listSubjectsWithProperty(RDF.type, Terms.type(DCAT, type)).toList();
  }
}
