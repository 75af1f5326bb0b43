package eu.metacluster.opendata.catalogue;

import static eu.metacluster.opendata.catalogue.Terms.DCAT;
import static eu.metacluster.opendata.catalogue.Terms.dcat;
import static eu.metacluster.opendata.catalogue.Terms.dct;
import static eu.metacluster.opendata.catalogue.Terms.type;

import eu.metacluster.opendata.described.Publisher;
import eu.metacluster.platform.web.Language;
import eu.metacluster.platform.web.Texts;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/** The addresses that answer questions about the data: harvesting, SPARQL, JSON. */
final class Services {

  private final Model model;
  private final EuWords words;
  private final Publisher publisher;
  private final Texts texts;
  private final Licence licence;
  private final Subject subject;

  Services(
      Model model,
      EuWords words,
      Publisher publisher,
      Texts texts,
      Licence licence,
      Subject subject) {
    this.subject = subject;
    this.model = model;
    this.words = words;
    this.publisher = publisher;
    this.texts = texts;
    this.licence = licence;
  }

  void add(Resource catalogue, List<Resource> datasets, UnaryOperator<Resource> common) {
    for (Resource service :
        List.of(
            service(
                common,
                "api",
                "/api/v1",
                "/api/v1/openapi.json",
                words.standard("https://spec.openapis.org/oas/v3.1.0", "OpenAPI 3.1"),
                "JSON"),
            service(
                common,
                "oai",
                "/oai",
                "/oai?verb=Identify",
                words.standard("http://www.openarchives.org/OAI/2.0/", "OAI-PMH 2.0"),
                "XML"),
            service(
                common,
                "sparql",
                "/sparql",
                "/sparql",
                words.standard("https://www.w3.org/TR/sparql11-protocol/", "SPARQL 1.1 Protocol"),
                "SPARQLQRES"))) {
      datasets.forEach(dataset -> service.addProperty(dcat("servesDataset"), dataset));
      catalogue.addProperty(dcat("service"), service);
    }
  }

  private Resource service(
      UnaryOperator<Resource> common,
      String word,
      String path,
      String description,
      Resource standard,
      String format) {
    Resource service =
        common
            .apply(model.createResource(publisher.address("/catalog#" + word)))
            .addProperty(RDF.type, type(DCAT, "DataService"))
            .addProperty(dcat("endpointURL"), model.createResource(publisher.address(path)))
            .addProperty(
                dcat("endpointDescription"), model.createResource(publisher.address(description)))
            .addProperty(dct("conformsTo"), standard)
            .addProperty(dct("format"), words.format(format))
            .addProperty(dct("license"), words.licence(licence));
    for (Language language : Language.values()) {
      service
          .addProperty(
              dct("title"), texts.get(language, "opendata.catalogue.way." + word), language.code())
          .addProperty(
              dct("description"),
              texts.get(language, "opendata.catalogue.way." + word + ".text"),
              language.code());
      for (String keyword : subject.keywords(language).split(",", -1)) {
        service.addProperty(dcat("keyword"), keyword.strip(), language.code());
      }
    }
    return service;
  }
}
